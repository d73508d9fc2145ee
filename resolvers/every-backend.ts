import type { GatewayContext } from '../src/context.js';
import type { ObjectRef, Panel } from '../src/model/index.js';

/** A question that goes to every backend. */
export interface Question {
  /** The member of the port that answers it. */
  readonly member: keyof Panel;
  /** What it is about: a backend that could only tell of what is not the caller's is not asked. */
  readonly about: ObjectRef;
  /** Name of a backend that is left out. */
  readonly except?: string;
}

/**
 * Asks every backend that can answer, all at once; `null` where there is none that can.
 *
 * @returns one slot per backend that knows something, in the order of the configuration; a backend that failed is
 *   its error, which becomes a null slot and leaves the others whole
 */
export async function askEveryBackend<T>(
  context: GatewayContext,
  { member, about, except }: Question,
  ask: (panel: Panel) => Promise<T | readonly T[] | null> | undefined,
): Promise<Array<T | Error> | null> {
  const { access } = context;
  const panel = (name: string) => context.panel(name);
  const answering = context.backends.filter(
    ({ name }) => name !== except && panel(name)[member] !== undefined && access.reaches(name),
  );
  if (answering.length === 0) return null;
  const settled = await Promise.allSettled(
    answering.map(({ name }) => access.lookUp(name, about, async () => (await ask(panel(name))) ?? null)),
  );
  return settled.flatMap((answer): Array<T | Error> => {
    if (answer.status === 'rejected') return [toError(answer.reason)];
    if (answer.value === null) return [];
    return Array.isArray(answer.value) ? answer.value : [answer.value as T];
  });
}

/** How many of the caller's backends answer a question that goes to all: those whose port has a member for it. */
export const countAnswering = (
  context: Pick<GatewayContext, 'backends' | 'panel'>,
  member: keyof Panel,
): number => context.backends.filter(({ name }) => context.panel(name)[member] !== undefined).length;

const toError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));
