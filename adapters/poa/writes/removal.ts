import type { WriteMethod } from '../../../src/model/index.js';
import type { Call } from '../../../src/operation/operation.js';
import { rejectedWhenRefused, toUserError } from '../../../src/writes/refusal.js';
import { applied, rejected } from './results.js';
import type { Sighting } from './sighting.js';

export interface Removal<I, T> {
  /** The native id of what is removed. */
  readonly idOf: (input: I) => string;
  readonly toDeletedId: (nativeId: string) => string;
  readonly look: (read: Call, nativeId: string) => Promise<Sighting<T>>;
  readonly remove: (send: Call, nativeId: string) => Promise<unknown>;
  /** Whether what is still there is on its way out. */
  readonly isGoing?: (answer: T) => boolean;
}

/**
 * Removes something that has a number, which no panel gives away again: if it was there before and is not there
 * afterwards, it was removed. What is still there may yet go, since the panel works on in the background.
 */
export function removal<I, T>({ idOf, toDeletedId, look, remove, isGoing }: Removal<I, T>): WriteMethod<I> {
  return {
    run: (input, session) =>
      rejectedWhenRefused(async () => {
        const nativeId = idOf(input);
        const before = await look(session.read, nativeId);
        if (before.is === 'absent') return rejected(toUserError(before.because));
        if (before.is === 'there' && isGoing?.(before.answer) !== true) await session.remember({ nativeId });
        await remove(session.send, nativeId);
        return applied({ values: { deletedId: toDeletedId(nativeId) } });
      }),
    reconcile: async ({ snapshot }, read) => {
      if (snapshot === null) return null;
      const nativeId = String(snapshot.nativeId);
      const now = await look(read, nativeId);
      const isGone = now.is === 'absent' || (now.is === 'there' && isGoing?.(now.answer) === true);
      return isGone ? applied({ values: { deletedId: toDeletedId(nativeId) } }) : null;
    },
  };
}
