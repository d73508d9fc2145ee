import type { PanelCall } from '../model/index.js';

/**
 * Sends calls to a panel that does not take several at once.
 *
 * @returns one result or error a call, in their order
 */
export const sideBySide = (
  calls: readonly PanelCall[],
  send: (call: PanelCall) => Promise<unknown>,
): Promise<ReadonlyArray<unknown>> =>
  Promise.all(calls.map((call) => send(call).catch((error: unknown) => error)));
