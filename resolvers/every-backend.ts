import type { GatewayContext } from '../src/context.js';
import type { Panel } from '../src/model/index.js';

/**
 * Asks every backend that can answer, all at once; `null` where there is none that can.
 *
 * @param ask - `undefined`: this backend has no call for it
 * @returns one slot per backend that knows something, in the order of the configuration; a backend that failed is
 *   its error, which becomes a null slot and leaves the others whole
 */
export async function askEveryBackend<T>(
  context: GatewayContext,
  ask: (panel: Panel, backendName: string) => Promise<T | readonly T[] | null> | undefined,
): Promise<Array<T | Error> | null> {
  const asked = context.backends.map(({ name }) => ask(context.panel(name), name));
  if (asked.every((answer) => answer === undefined)) return null;
  const settled = await Promise.allSettled(asked);
  return settled.flatMap((answer): Array<T | Error> => {
    if (answer.status === 'rejected') return [toError(answer.reason)];
    if (answer.value === null || answer.value === undefined) return [];
    return Array.isArray(answer.value) ? answer.value : [answer.value as T];
  });
}

/** How many of the caller's backends answer a question that goes to all: those whose port has a member for it. */
export const countAnswering = (
  { backends, panel }: Pick<GatewayContext, 'backends' | 'panel'>,
  member: keyof Panel,
): number => backends.filter(({ name }) => panel(name)[member] !== undefined).length;

const toError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));
