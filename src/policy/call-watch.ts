import { CallAbandonedError, type CallOrigin, GatewayError } from '../errors/index.js';
import type { CallOutcome, CallReport, CallScope } from '../model/index.js';

/** Counts what one call does on the wire. */
export class CallWatch {
  attempts = 0;
  bytesOut = 0;
  bytesIn = 0;
  private readonly startedAt = performance.now();

  /** One try begins, with this body. */
  sent(body: string): void {
    this.attempts += 1;
    this.bytesOut += Buffer.byteLength(body);
  }

  /** A chunk of the answer came. */
  received(length: number): void {
    this.bytesIn += length;
  }

  /** What came of it, by now. */
  report(
    origin: CallOrigin,
    kind: Pick<CallReport, 'effect' | 'calls'>,
    wave: number,
    outcome: CallOutcome,
  ): CallReport {
    return {
      backend: origin.backend,
      method: origin.method,
      effect: kind.effect,
      wave,
      calls: kind.calls,
      startedAt: this.startedAt,
      durationMs: performance.now() - this.startedAt,
      attempts: this.attempts,
      bytesOut: this.bytesOut,
      bytesIn: this.bytesIn,
      cache: null,
      outcome,
    };
  }
}

/**
 * Carries out one exchange with a panel and tells whoever observes the scope how it went. Without an observer it is
 * `work` and nothing else.
 *
 * @param work - gets what it is to measure with; `undefined` when nobody wants to know
 * @throws what `work` throws
 */
export function watched<T>(
  scope: Pick<CallScope, 'observe' | 'wave'>,
  origin: CallOrigin,
  kind: Pick<CallReport, 'effect' | 'calls'>,
  work: (watch: CallWatch | undefined) => Promise<T>,
): Promise<T> {
  const { observe, wave = 0 } = scope;
  if (observe === undefined) return work(undefined);
  const watch = new CallWatch();
  const report = (outcome: CallOutcome) => observe(watch.report(origin, kind, wave, outcome));
  return work(watch).then(
    (value) => {
      report('OK');
      return value;
    },
    (error: unknown) => {
      report(outcomeOf(error));
      throw error;
    },
  );
}

export const SINGLE_READ = { effect: 'read', calls: 1 } as const;
export const SINGLE_WRITE = { effect: 'write', calls: 1 } as const;

function outcomeOf(error: unknown): CallOutcome {
  if (error instanceof CallAbandonedError) return 'ABANDONED';
  return error instanceof GatewayError ? error.code : 'INTERNAL_SERVER_ERROR';
}
