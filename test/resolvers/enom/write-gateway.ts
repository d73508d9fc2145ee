import type { Backend } from '../../../src/model/index.js';
import { createEnomSimulator, type EnomSimulator } from '../../../src/sandbox/enom/server.js';
import {
  afterwards,
  html,
  httpError,
  type Misbehaviour,
  malformed,
} from '../../../src/sandbox/misbehaviour.js';
import { createEnomBackend } from '../../support/enom-gateway.js';
import { type RecordedWrites, recordWrites } from '../../support/recorded-writes.js';

export interface UserErrorSeen {
  readonly code: string;
  readonly field: readonly string[] | null;
  readonly native: { readonly method: string; readonly code: string | null } | null;
}

/** What a mutation answered: its payload, or the message of the error in its place. */
export interface Seen {
  readonly payload: (Readonly<Record<string, unknown>> & { readonly userErrors: UserErrorSeen[] }) | null;
  readonly error: string | undefined;
  /** All of the answer, as text. */
  readonly text: string;
}

export interface EnomWrites {
  readonly simulator: EnomSimulator;
  readonly records: RecordedWrites;
  readonly backend: Backend;
  /** @param input - as a literal of GraphQL, without its braces @param selection - besides `userErrors` */
  mutate(mutation: string, input: string, selection?: string): Promise<Seen>;
  /** Commands that were carried out, since the last time this was asked. */
  takeExecuted(): string[];
  /** Commands that arrived, likewise. */
  takeCalls(): string[];
  /** Parameters of the last call of a command. */
  lastParams(command: string): Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const USER_ERRORS = 'userErrors { code message field native { method code message } } idempotencyKey';

const open: EnomWrites[] = [];

/** Ends those that the test file has started; for `afterEach`. */
export async function closeEnomWrites(): Promise<void> {
  for (const started of open.splice(0)) await started.close();
}

/** Mutations through the graph, against a simulated account in this process. */
export async function startEnomWrites(settings: Readonly<Record<string, unknown>> = {}): Promise<EnomWrites> {
  const simulator = await createEnomSimulator();
  const backend = createEnomBackend({
    ...simulator.configuration,
    writeTimeoutMs: 1_000,
    retries: 0,
    breaker: { failures: 1_000 },
    ...settings,
  });
  const records = recordWrites([backend]);
  const taking = (list: readonly { readonly method: string }[]) => {
    let taken = 0;
    return () => {
      const names = list.slice(taken).map(({ method }) => method);
      taken = list.length;
      return names;
    };
  };
  const started: EnomWrites = {
    simulator,
    records,
    backend,
    async mutate(mutation, input, selection = '') {
      const result = await records.run(
        `mutation { ${mutation}(input: { ${input} }) { ${selection} ${USER_ERRORS} } }`,
      );
      return {
        payload: (result.data?.[mutation] ?? null) as Seen['payload'],
        error: result.errors?.[0]?.message,
        text: JSON.stringify(result),
      };
    },
    takeExecuted: taking(simulator.ledger),
    takeCalls: taking(simulator.calls),
    lastParams: (command) =>
      simulator.calls.findLast(({ method }) => method === command)?.params as Readonly<
        Record<string, string>
      >,
    async close() {
      await backend.close();
      await simulator.close();
    },
  };
  open.push(started);
  return started;
}

/** Ways to lose the answer to a command that was carried out, the slow one aside: {@link HANG}. */
export const LOST_AFTER_THE_WORK: readonly Misbehaviour[] = [
  { kind: 'replyLost' },
  { kind: 'truncated' },
  afterwards(httpError(500)),
  afterwards(malformed),
  afterwards({ kind: 'fault', message: 'Something went wrong' }),
];

/** Ways to get no conclusive answer to one that was not, likewise. */
export const LOST_INSTEAD_OF_THE_WORK: readonly Misbehaviour[] = [{ kind: 'drop' }, httpError(500), html];

export const HANG: Misbehaviour = { kind: 'hang' };
