import type { LedgerEntry, SimulatorKind } from '../../../src/sandbox/simulator.js';
import type { Random } from './random.js';

type Input = Readonly<Record<string, unknown>>;

/** A mutation to be tried under faults. */
export interface WriteCase {
  readonly mutation: string;
  /** Without a key. */
  readonly input: (random: Random) => Input;
  /** Mutations that come first, without faults: what the write needs to find. */
  readonly prepare?: ReadonlyArray<readonly [mutation: string, input: Input]>;
  /** The panel's methods that carry it out: these go wrong, and these the simulator's account is searched for. */
  readonly methods: readonly string[];
  /** Further methods that go wrong and are in no account: those around a transaction, a batch. */
  readonly around?: readonly string[];
  /** How often it was carried out, by the simulator's account; by default the most that one of `methods` was. */
  readonly executed?: (entries: readonly LedgerEntry[]) => number;
}

/** The mutations of a kind of panel. */
export interface FaultedPanel {
  readonly kind: SimulatorKind;
  /** In place of those that the simulator's own configuration has. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Whether this panel answers with a fault of its protocol although it has done the work. */
  readonly faultsAfterWork: boolean;
  readonly cases: readonly WriteCase[];
}

/** How often `methods` are in an account, by the one that is there most. */
export const mostOf = (methods: readonly string[], entries: readonly LedgerEntry[]): number =>
  Math.max(0, ...methods.map((method) => entries.filter((entry) => entry.method === method).length));
