import type { FaultPlan } from './misbehaviour.js';

export type SimulatorKind = 'poa' | 'mspc' | 'hsphere' | 'enom';

/** One call as the simulator received it. Secrets (passwords, card numbers) are replaced by `***`. */
export interface RecordedCall {
  readonly method: string;
  readonly params: unknown;
}

/** One change that a simulator has carried out, whatever became of its answer; secrets as in {@link RecordedCall}. */
export interface LedgerEntry {
  readonly method: string;
  readonly params: unknown;
}

/** A running stand-in of one panel, on a loopback port of its own. */
export interface Simulator {
  readonly kind: SimulatorKind;
  readonly url: string;
  /**
   * The entry that a configuration has under `backends` to reach it: kind, url, credentials, and the settings
   * in which this simulator differs from the defaults (POA: `faults`).
   */
  readonly configuration: Readonly<Record<string, unknown>>;
  /** Calls since the start or the last `reset`, oldest first; kept to the last 10,000. */
  readonly calls: readonly RecordedCall[];
  readonly faults: FaultPlan;
  /** Changes since the start or the last `reset`, oldest first, where the simulator keeps account of them. */
  readonly ledger?: readonly LedgerEntry[];
  /** Back to the seed data, no calls, no faults. */
  reset(): void;
  /** Ends open connections, hanging ones included. */
  close(): Promise<void>;
}
