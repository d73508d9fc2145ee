import {
  type NodeType,
  toGlobalId,
  type UserError,
  type WriteMethod,
  type WriteResult,
  type WriteSession,
} from '../../../src/model/index.js';
import type { Call } from '../../../src/operation/operation.js';
import { beforeChange, isOurs } from '../../../src/writes/attribution.js';
import { deletionTaskId } from '../deletion-tasks.js';
import { ifTold } from './if-told.js';
import { applied, partial, refusal, rejected, unknown } from './results.js';
import type { Verdict } from './verdict.js';

export interface Removal<I, R> {
  readonly type: NodeType;
  /** Member of the input that names it. */
  readonly field: keyof I & string;
  readonly method: string;
  /** `null`: there is none. */
  readonly look: (read: Call, nativeId: number) => Promise<R | null>;
  /** @param record - `undefined` where it cannot be read */
  readonly send: (session: WriteSession, nativeId: number, record: R | undefined) => Promise<Verdict>;
  /** What the panel would refuse without saying so. */
  readonly allow?: (read: Call, record: R) => Promise<readonly UserError[]>;
  /** The panel answers before it is done. */
  readonly inBackground?: true;
}

/**
 * Removes something that has a number, which the panel never gives away again: if it was there before and is not there
 * afterwards, it was removed. What goes on in the background may still be there for a while.
 */
export function removal<I extends object, R>(backend: string, how: Removal<I, R>): WriteMethod<I> {
  const { type, field, look, inBackground } = how;
  const nameOf = (nativeId: string) => `${type} ${nativeId} removed`;
  const factsOf = (nativeId: string) => ({
    ...(inBackground === true
      ? { nodes: { task: toGlobalId(backend, 'Task', deletionTaskId(type, nativeId)) } }
      : {}),
    values: { deletedId: toGlobalId(backend, type, nativeId) },
  });
  const done = (nativeId: string): WriteResult => applied(factsOf(nativeId), nameOf(nativeId));

  return {
    async run(input, session) {
      const nativeId = String(input[field]);
      const mark = await beforeChange(session.others, nameOf(nativeId));
      const before = await ifTold(look(session.read, Number(nativeId)));
      if (before === null) return rejected([refusal('NOT_FOUND', 'The panel knows none.', field)]);
      if (before !== undefined) {
        const errors = (await how.allow?.(session.read, before)) ?? [];
        if (errors.length > 0) return rejected(errors);
        await session.remember({ ...mark, nativeId });
      }
      const verdict = await how.send(session, Number(nativeId), before);
      if (verdict.is === 'accepted') return done(nativeId);
      if (verdict.is === 'refused') return rejected(verdict.userErrors);
      const now = before === undefined ? undefined : await ifTold(look(session.read, Number(nativeId)));
      if (now === null) return partial(factsOf(nativeId), verdict.userErrors, nameOf(nativeId));
      if (now === undefined || inBackground === true) throw unknown(backend, how.method);
      return rejected(verdict.userErrors);
    },
    reconcile: async ({ snapshot }, read, others) => {
      if (snapshot === null) return null;
      const nativeId = String(snapshot.nativeId);
      const now = await ifTold(look(read, Number(nativeId)));
      if (now === undefined || !(await isOurs(others, snapshot))) return null;
      if (now === null) return done(nativeId);
      return inBackground === true ? null : rejected([]);
    },
  };
}
