import { CallAbandonedError, type CallOrigin, GatewayError } from '../errors/index.js';
import type { CallOutcome, CallReport, CallScope } from '../model/index.js';

/** Counts what one call does on the wire. */
export class CallWatch {
  attempts = 0;
  bytesOut = 0;
  bytesIn = 0;

  /** One try begins, with this body. */
  sent(body: string): void {
    this.attempts += 1;
    this.bytesOut += Buffer.byteLength(body);
  }

  /** A chunk of the answer came. */
  received(length: number): void {
    this.bytesIn += length;
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
  { observe, wave = 0 }: Pick<CallScope, 'observe' | 'wave'>,
  origin: CallOrigin,
  kind: Pick<CallReport, 'effect' | 'calls'>,
  work: (watch: CallWatch | undefined) => Promise<T>,
): Promise<T> {
  if (observe === undefined) return work(undefined);
  const watch = new CallWatch();
  const startedAt = performance.now();
  const report = (outcome: CallOutcome) => {
    const { attempts, bytesOut, bytesIn } = watch;
    const durationMs = performance.now() - startedAt;
    observe({
      ...origin,
      ...kind,
      wave,
      startedAt,
      durationMs,
      attempts,
      bytesOut,
      bytesIn,
      cache: null,
      outcome,
    });
  };
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
