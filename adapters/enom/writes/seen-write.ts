import { BackendFaultError } from '../../../src/errors/index.js';
import type {
  Fact,
  Facts,
  OtherWrites,
  Snapshot,
  UserError,
  WriteMethod,
  WriteResult,
} from '../../../src/model/index.js';
import type { AnyOperation, Call, ParamsOf, ResultOf } from '../../../src/operation/operation.js';
import { type Evidence, rejected, sendAndConclude } from './evidence.js';

/** What reading showed of the thing before and after, and what it was to become. */
export interface Trace {
  readonly before: Fact;
  readonly after: Fact;
  readonly wanted: Fact;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

/**
 * A write whose effect a command reads. The thing is looked at before anything is sent: what the service refuses then
 * is refused for certain, and what changes afterwards can be told from what was so all along.
 *
 * @typeParam S - a sight of the thing
 */
export interface SeenWrite<I, O extends AnyOperation, S> {
  readonly check?: (input: I) => readonly UserError[];
  readonly operation: O;
  /** Native id of the thing. */
  readonly target: (input: I) => string;
  /** What of it changes. Writes to one aspect of one thing stand in each other's light. */
  readonly aspect: string;
  readonly look: (target: string, read: Call) => Promise<S>;
  /** The aspect, in the form of `wanted`; it is recorded, so no secret. */
  readonly seen: (sight: S) => Fact;
  readonly wanted: (input: I) => Fact;
  /** What the sight rules out. */
  readonly rule?: (sight: S, input: I) => UserError | null;
  readonly params: (input: I, sight: S) => ParamsOf<O>;
  /** Whether an answer without an error says that it was carried out. */
  readonly proves?: (answer: ResultOf<O>, input: I) => boolean;
  /** Whether the trace shows it; by default the aspect is as wanted and was not before. */
  readonly isDone?: (trace: Trace) => boolean;
  /** Whether what is unchanged long after the answer was lost did not happen; not where money is at stake. */
  readonly absenceProves: boolean;
  readonly facts: (target: string) => Facts;
}

interface Memory extends Snapshot {
  readonly target: string;
  readonly change: string;
  /** Who is known to have changed the aspect last, before this write. */
  readonly author: string | null;
  readonly before: Fact;
  readonly wanted: Fact;
}

/** Makes the write method of such a write. */
export function seenWrite<I, O extends AnyOperation, S>(
  backend: string,
  write: SeenWrite<I, O, S>,
): WriteMethod<I> {
  const { check, operation, aspect, absenceProves } = write;

  const done = ({ target, change }: Memory): WriteResult => ({
    state: 'APPLIED',
    facts: write.facts(target),
    changes: [change],
  });

  async function readBack(
    memory: Memory,
    startedAt: number,
    read: Call,
    others: OtherWrites,
  ): Promise<Evidence> {
    const { target, change, author, before, wanted } = memory;
    const after = write.seen(await write.look(target, read));
    if ((await others.contested(change)) || (await others.author(change)) !== author) {
      return { shows: 'unclear' };
    }
    const { isDone = isAsWanted } = write;
    if (isDone({ before, after, wanted, startedAt })) return { shows: 'done', result: done(memory) };
    if (before !== after) return { shows: 'unclear' };
    return { shows: before === wanted ? 'nothing' : 'unchanged' };
  }

  return {
    ...(check === undefined ? {} : { check }),
    async run(input, session) {
      const target = write.target(input);
      const change = `${aspect} of ${target.toLowerCase()}`;
      const author = await session.others.author(change);
      const sight = await lookBefore(() => write.look(target, session.read));
      if (sight instanceof BackendFaultError) return rejected(sight);
      const ruledOut = write.rule?.(sight, input) ?? null;
      if (ruledOut !== null) return { state: 'REJECTED', userErrors: [ruledOut] };
      const memory = { target, change, author, before: write.seen(sight), wanted: write.wanted(input) };
      await session.remember(memory);
      return sendAndConclude(session, operation, write.params(input, sight), {
        backend,
        accept: (answer) => (write.proves?.(answer, input) === false ? null : done(memory)),
        readBack: () => readBack(memory, session.startedAt, session.read, session.others),
      });
    },
    async reconcile({ snapshot, startedAt }, read, others) {
      if (snapshot === null) return null;
      // Remembered by `run`.
      const evidence = await readBack(snapshot as Memory, startedAt, read, others);
      if (evidence.shows === 'done') return evidence.result;
      return evidence.shows === 'unchanged' && absenceProves ? { state: 'REJECTED', userErrors: [] } : null;
    },
  };
}

const isAsWanted = ({ before, after, wanted }: Trace): boolean => before !== wanted && after === wanted;

/** Nothing has been sent yet, so a refusal is final. */
export async function lookBefore<S>(look: () => Promise<S>): Promise<S | BackendFaultError> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof BackendFaultError) return error;
    throw error;
  }
}
