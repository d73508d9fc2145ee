import type { PanelCall } from '../../src/model/index.js';

export type BatchMode = 'auto' | 'on' | 'off';

/**
 * - `unknown`: nobody has tried; `probing`: somebody is trying;
 * - `on`, `off`: known, until the process ends;
 * - `paused`: it failed repeatedly and rests.
 */
type State = 'unknown' | 'probing' | 'on' | 'off' | 'paused';

const FAILURES = 3;
const FAILURE_WINDOW_MS = 5 * 60_000;
const PAUSE_MS = 10 * 60_000;
/** How often a probe that got no answer is made again. */
const PROBES = 3;

/**
 * Whether reads may travel together in pem.batchRequest. Its documents promise no results, so a server must have
 * shown that it answers them; and one failing call fails the whole batch, so a server that keeps failing is left
 * alone for a while.
 */
export class ReadBatching {
  private state: State;
  private probesLeft = PROBES;
  private failures: number[] = [];
  private pausedUntil = 0;

  constructor(
    mode: BatchMode,
    private readonly now: () => number,
  ) {
    this.state = mode === 'auto' ? 'unknown' : mode;
  }

  get isOn(): boolean {
    if (this.state === 'paused' && this.now() >= this.pausedUntil) this.state = 'on';
    return this.state === 'on';
  }

  /** Whether a probe is still to tell, if not the one that is under way then the next. */
  get isUndecided(): boolean {
    return this.state === 'unknown' || this.state === 'probing';
  }

  get wantsProbe(): boolean {
    return this.state === 'unknown';
  }

  beginProbe(): void {
    this.state = 'probing';
  }

  /** @param answered - `null`: the probe got no answer, which says nothing about the server's batches */
  endProbe(answered: boolean | null): void {
    if (answered !== null) this.state = answered ? 'on' : 'off';
    else this.state = --this.probesLeft > 0 ? 'unknown' : 'off';
  }

  /** A batch failed as a whole. Three times within five minutes, and there are none for ten. */
  recordFailure(): void {
    const now = this.now();
    this.failures = [...this.failures.filter((at) => now - at < FAILURE_WINDOW_MS), now];
    if (this.failures.length < FAILURES) return;
    this.failures = [];
    this.state = 'paused';
    this.pausedUntil = now + PAUSE_MS;
  }
}

/** Reads whose failure would not be a mere miss: one that fails rolls the others back with it. */
export const isBatchable = ({ operation }: PanelCall): boolean =>
  operation.effect === 'read' && operation.missIsFailure !== true;
