import type { PanelCall } from '../model/index.js';

/**
 * Sends calls to a panel that does not take several at once.
 *
 * @returns one result or error a call, in their order
 */
export function sideBySide(
  calls: readonly PanelCall[],
  send: (call: PanelCall) => Promise<unknown>,
): Promise<ReadonlyArray<unknown>> {
  const [only] = calls;
  // Most waves are one call.
  if (only !== undefined && calls.length === 1) return send(only).then(alone, alone);
  return Promise.all(calls.map((call) => send(call).catch((error: unknown) => error)));
}

const alone = (answer: unknown): readonly unknown[] => [answer];
