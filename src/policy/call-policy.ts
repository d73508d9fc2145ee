import {
  BackendError,
  BackendFaultError,
  BackendTimeoutError,
  type CallOrigin,
  NotConnectedError,
  OutcomeUnknownError,
} from '../errors/index.js';
import type { BackendStatus, CallSignal } from '../model/index.js';
import { Breaker, type BreakerSettings } from './breaker.js';
import { CallEnd, startDeadline } from './call-end.js';
import { Places } from './places.js';
import { carryOut } from './read-call.js';

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
  readonly breaker: BreakerSettings;
}

/**
 * How calls of one backend instance are sent: bounded in number, each under one deadline, reads tried again with
 * growing, jittered pauses, and none at all while the breaker is open. Instances share nothing, so that one dead
 * panel costs the others nothing.
 */
export class CallPolicy {
  private readonly places: Places;
  private readonly breaker: Breaker;

  constructor(private readonly settings: PolicySettings) {
    this.places = new Places(settings.concurrency);
    this.breaker = new Breaker(settings.breaker);
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
    callerSignal: CallSignal,
    attempt: (end: CallEnd) => Promise<T>,
    timeoutMs = this.settings.timeoutMs,
  ): Promise<T> {
    const enqueuedAt = performance.now();
    return this.places.hold(() => {
      const waitedMs = performance.now() - enqueuedAt;
      if (waitedMs >= timeoutMs && this.breaker.lastAnswerAt < enqueuedAt) {
        throw new BackendTimeoutError(
          `Backend ${origin.backend} has answered nothing for ${timeoutMs} ms, so ${origin.method} was not sent.`,
          origin,
        );
      }
      return carryOut({
        origin,
        callerSignal,
        timeoutMs,
        retries: this.settings.retries,
        attempt: (end) => this.breaker.execute(origin, () => attempt(end)),
      });
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
      return await this.places.hold(async () => {
        // Whoever holds the write's record counts on its end: twice the deadline from now at the latest.
        if (performance.now() - asked > writeTimeoutMs) {
          throw new NotConnectedError(`Backend ${origin.backend} is busy, and nothing was sent.`, origin);
        }
        const end = new CallEnd();
        const deadline = startDeadline(end, origin, writeTimeoutMs);
        try {
          return await this.breaker.execute(origin, () => attempt(end));
        } finally {
          clearTimeout(deadline);
        }
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

  /** `DOWN` while the breaker is open, `DEGRADED` while it tries again or when recent calls got no answer. */
  status(): BackendStatus {
    return this.breaker.status;
  }
}
