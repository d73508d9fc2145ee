import { setTimeout as delay } from 'node:timers/promises';
import { backendKinds } from '../../../adapters/index.js';
import { createLog } from '../../../src/log/index.js';
import type { Backend, BackendKinds } from '../../../src/model/index.js';
import type { LedgerEntry, Simulator } from '../../../src/sandbox/simulator.js';
import { SIMULATORS } from '../../../src/sandbox/simulators.js';
import type { FaultedPanel } from './write-case.js';

/** The least that a configuration may say. */
export const WRITE_TIMEOUT_MS = 1_000;

/** One simulated panel with the backend that writes to it; episodes on it follow one another. */
export interface Lane {
  readonly panel: FaultedPanel;
  readonly simulator: Simulator;
  readonly backend: Backend;
  /** Misbehaviours that have happened since the last reset. */
  happened(): number;
  /** What the panel has done since the last reset, once it has done all that it was asked to. */
  account(): Promise<readonly LedgerEntry[]>;
  reset(): void;
  close(): Promise<void>;
}

export async function openLane(panel: FaultedPanel): Promise<Lane> {
  const simulator = await SIMULATORS[panel.kind]({});
  const { kind, ...configuration } = simulator.configuration;
  const kinds: BackendKinds = backendKinds;
  const module = kinds[String(kind)];
  if (module === undefined) throw new Error(`There is no adapter for ${String(kind)}.`);
  const settings = {
    ...configuration,
    ...panel.settings,
    timeoutMs: WRITE_TIMEOUT_MS,
    writeTimeoutMs: WRITE_TIMEOUT_MS,
    retries: 0,
    // A write that is not sent proves nothing.
    breaker: { failures: 1_000, openMs: 100 },
  };
  const backend = module.create(panel.kind, module.schema.parse(settings), { log: createLog('silent') });
  let happened = 0;
  let busyUntil = 0;
  const take = simulator.faults.take.bind(simulator.faults);
  simulator.faults.take = (method) => {
    const misbehaviour = take(method);
    if (misbehaviour !== undefined) happened += 1;
    if (misbehaviour?.kind === 'slow') busyUntil = performance.now() + misbehaviour.ms + 20;
    return misbehaviour;
  };
  return {
    panel,
    simulator,
    backend,
    happened: () => happened,
    async account() {
      while (performance.now() < busyUntil) await delay(busyUntil - performance.now());
      if (simulator.ledger === undefined) throw new Error(`The ${panel.kind} simulator keeps no account.`);
      return simulator.ledger;
    },
    reset() {
      happened = 0;
      simulator.reset();
    },
    async close() {
      await backend.close();
      await simulator.close();
    },
  };
}
