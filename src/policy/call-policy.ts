import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
} from 'cockatiel';
import pLimit from 'p-limit';
import {
  BackendError,
  BackendFaultError,
  BackendTimeoutError,
  BackendTruncatedError,
  BackendUnavailableError,
  CallAbandonedError,
  type CallOrigin,
  NotConnectedError,
  OutcomeUnknownError,
  OutOfTimeError,
  RequestTimeIsUp,
} from '../errors/index.js';
import type { BackendStatus } from '../model/index.js';
import { CallEnd, pause } from './call-end.js';
import { Health } from './health.js';

export interface PolicySettings {
  /**
   * Deadline of one call, retries included, from the moment it has a place. It waits for a place as long as calls are
   * answered; when none has been for this long, it fails without being sent.
   */
  readonly timeoutMs: number;
  /** Deadline of a write, which is sent once. */
  readonly writeTimeoutMs: number;
  /** Calls under way at once. */
  readonly concurrency: number;
  /** How often a read is sent again. */
  readonly retries: number;
  readonly breaker: { readonly failures: number; readonly openMs: number };
}

const BACKOFF = new ExponentialBackoff({ initialDelay: 100, maxDelay: 1_000 });

/** Failures of the way to the backend, not of what it says: they open the breaker and may be tried again. */
const isTransportFailure = (error: unknown): boolean =>
  error instanceof BackendUnavailableError ||
  error instanceof BackendTimeoutError ||
  error instanceof BackendTruncatedError;

/** Trying again after the deadline has passed cannot help. */
const isWorthAnotherTry = (error: unknown): boolean =>
  isTransportFailure(error) &&
  !(error instanceof BackendTimeoutError) &&
  !(error instanceof BreakerOpenError);

/**
 * How calls of one backend instance are sent: bounded in number, each under one deadline, reads tried again with
 * growing, jittered pauses, and none at all while the breaker is open. Instances share nothing, so that one dead
 * panel costs the others nothing.
 */
export class CallPolicy {
  private readonly limit;
  private readonly breaker: CircuitBreakerPolicy;
  private readonly health = new Health();
  private lastAnswerAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly settings: PolicySettings) {
    this.limit = pLimit(settings.concurrency);
    // A trial whose caller has gone away shows nothing, so the breaker stays open for another while.
    const counts = (error: unknown) =>
      isTransportFailure(error) ||
      (error instanceof CallAbandonedError && this.breaker.state === CircuitState.HalfOpen);
    this.breaker = circuitBreaker(handleWhen(counts), {
      breaker: new ConsecutiveBreaker(settings.breaker.failures),
      halfOpenAfter: settings.breaker.openMs,
    });
  }

  /**
   * Sends a read.
   *
   * @param attempt - one try, to be given up when the call ends: at the deadline or when the caller has gone
   * @param timeoutMs - a shorter deadline than the configured one
   * @throws {@link BackendTimeoutError} at the deadline, {@link BackendUnavailableError} while the breaker is open,
   *   else what the last attempt threw
   */
  read<T>(
    origin: CallOrigin,
    callerSignal: AbortSignal,
    attempt: (end: CallEnd) => Promise<T>,
    timeoutMs = this.settings.timeoutMs,
  ): Promise<T> {
    const enqueuedAt = performance.now();
    return this.limit(() => {
      const waitedMs = performance.now() - enqueuedAt;
      if (waitedMs >= timeoutMs && this.lastAnswerAt < enqueuedAt) {
        throw new BackendTimeoutError(
          `Backend ${origin.backend} has answered nothing for ${timeoutMs} ms, so ${origin.method} was not sent.`,
          origin,
        );
      }
      return this.readNow(origin, callerSignal, attempt, timeoutMs);
    });
  }

  /**
   * Sends a write, once. A caller who goes away does not end it: what was begun is seen through.
   *
   * @param attempt - must throw {@link NotConnectedError} when no byte went out; the call ends at the deadline
   * @throws {@link NotConnectedError} when no byte went out, {@link BackendFaultError} on a refusal
   * @throws {@link OutcomeUnknownError} in every other case
   */
  async write<T>(origin: CallOrigin, attempt: (end: CallEnd) => Promise<T>): Promise<T> {
    const { writeTimeoutMs } = this.settings;
    const asked = performance.now();
    try {
      return await this.limit(() => {
        // Whoever holds the write's record counts on its end: twice the deadline from now at the latest.
        if (performance.now() - asked > writeTimeoutMs) {
          throw new NotConnectedError(`Backend ${origin.backend} is busy, and nothing was sent.`, origin);
        }
        return this.withinDeadline(origin, writeTimeoutMs, new CallEnd(), (end) =>
          this.tryOnce(origin, () => attempt(end)),
        );
      });
    } catch (error) {
      if (error instanceof NotConnectedError || error instanceof BackendFaultError) throw error;
      if (!(error instanceof BackendError)) throw error;
      throw new OutcomeUnknownError(
        `Backend ${origin.backend} got ${origin.method}, and nobody knows what came of it.`,
        origin,
        { cause: error },
      );
    }
  }

  private async readNow<T>(
    origin: CallOrigin,
    callerSignal: AbortSignal,
    attempt: (end: CallEnd) => Promise<T>,
    timeoutMs: number,
  ): Promise<T> {
    const abandoned = () =>
      callerSignal.reason instanceof RequestTimeIsUp
        ? new OutOfTimeError(`The request's time was up before ${origin.backend} answered.`, origin)
        : new CallAbandonedError('The request ended before its answer came.', origin);
    if (callerSignal.aborted) throw abandoned();
    const call = new CallEnd();
    const abandon = () => call.end(abandoned());
    callerSignal.addEventListener('abort', abandon);
    try {
      return await this.withinDeadline(
        origin,
        timeoutMs,
        call,
        (end) =>
          // Neither a pause nor a wait for the breaker's trial call outlasts the deadline.
          new Promise<T>((resolve, reject) => {
            end.onEnd(reject);
            this.tryRepeatedly(origin, end, attempt).then(resolve, reject);
          }),
      );
    } finally {
      callerSignal.removeEventListener('abort', abandon);
    }
  }

  private async withinDeadline<T>(
    origin: CallOrigin,
    timeoutMs: number,
    call: CallEnd,
    work: (end: CallEnd) => Promise<T>,
  ): Promise<T> {
    const deadline = setTimeout(() => {
      const message = `Backend ${origin.backend} did not answer ${origin.method} within ${timeoutMs} ms.`;
      call.end(new BackendTimeoutError(message, origin));
    }, timeoutMs);
    try {
      return await work(call);
    } catch (error) {
      // Ends the pauses and attempts that are still under way.
      call.end(error instanceof Error ? error : new Error('The call has failed.'));
      throw error;
    } finally {
      clearTimeout(deadline);
    }
  }

  private async tryRepeatedly<T>(
    origin: CallOrigin,
    end: CallEnd,
    attempt: (end: CallEnd) => Promise<T>,
  ): Promise<T> {
    let backoff: ReturnType<typeof BACKOFF.next> | undefined;
    for (let left = this.settings.retries; ; left -= 1) {
      try {
        return await this.tryOnce(origin, () => attempt(end));
      } catch (error) {
        if (left === 0 || end.reason !== undefined || !isWorthAnotherTry(error)) throw error;
        backoff = backoff === undefined ? BACKOFF.next() : backoff.next(undefined);
        await pause(backoff.duration, end);
      }
    }
  }

  private async tryOnce<T>(origin: CallOrigin, attempt: () => Promise<T>): Promise<T> {
    try {
      const answer = await this.breaker.execute(() => settle(attempt()));
      this.health.record(false);
      this.lastAnswerAt = performance.now();
      if ('refusal' in answer) throw answer.refusal;
      return answer.value;
    } catch (error) {
      if (error instanceof BrokenCircuitError) {
        throw new BreakerOpenError(
          `Backend ${origin.backend} failed repeatedly and is being left alone for a moment.`,
          origin,
        );
      }
      if (isTransportFailure(error)) this.health.record(true);
      throw error;
    }
  }

  /** `DOWN` while the breaker is open, `DEGRADED` while it tries again or when recent calls got no answer. */
  status(): BackendStatus {
    switch (this.breaker.state) {
      case CircuitState.Open:
      case CircuitState.Isolated:
        return 'DOWN';
      case CircuitState.HalfOpen:
        return 'DEGRADED';
      case CircuitState.Closed:
        return this.health.hasFailures ? 'DEGRADED' : 'UP';
    }
  }
}

/**
 * To the breaker every answer is a success, refusals and nonsense included: the way to the backend works.
 *
 * @throws what says something about the way, and what says nothing at all
 */
async function settle<T>(attempt: Promise<T>): Promise<{ value: T } | { refusal: unknown }> {
  try {
    return { value: await attempt };
  } catch (error) {
    if (isTransportFailure(error) || error instanceof CallAbandonedError) throw error;
    return { refusal: error };
  }
}

/** We did not ask: trying again at once cannot help. */
class BreakerOpenError extends NotConnectedError {}
