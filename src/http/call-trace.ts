import type { CallOutcome, CallReport, ObserveCall } from '../model/index.js';

/** One exchange with a panel, as `extensions.calls` tells it. */
export interface TracedCall extends Omit<CallReport, 'startedAt' | 'durationMs' | 'outcome'> {
  /** From the moment when the request came. */
  readonly startMs: number;
  readonly durationMs: number;
  readonly outcome: CallOutcome;
}

/** What a request asked of the panels, for a caller who wants to see it. */
export class CallTrace {
  private readonly begunAt = performance.now();
  private readonly reports: CallReport[] = [];

  readonly observe: ObserveCall = (report) => {
    this.reports.push(report);
  };

  /** In the order in which they began. */
  get calls(): readonly TracedCall[] {
    return this.reports
      .map(({ startedAt, durationMs, ...report }) => ({
        ...report,
        startMs: rounded(startedAt - this.begunAt),
        durationMs: rounded(durationMs),
      }))
      .sort((a, b) => a.startMs - b.startMs);
  }
}

const rounded = (ms: number): number => Math.round(ms * 100) / 100;
