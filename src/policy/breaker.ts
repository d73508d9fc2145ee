import { CallAbandonedError, type CallOrigin, NotConnectedError } from '../errors/index.js';
import type { BackendStatus } from '../model/index.js';
import { Health } from './health.js';
import { isTransportFailure } from './transport-failure.js';

export interface BreakerSettings {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** How long it stays open before one call tries again. */
  readonly openMs: number;
}

/** We did not ask: trying again at once cannot help. */
export class BreakerOpenError extends NotConnectedError {}

/**
 * Keeps calls from a backend for a while after failures in a row. Then one goes as a trial, which the others wait for.
 * To it every answer is a success, refusals and nonsense included: the way to the backend works.
 */
export class Breaker {
  private readonly health = new Health();
  private failuresInRow = 0;
  /** On the clock of `Date.now()`; `null` while it is closed. */
  private openedAt: number | null = null;
  /** Resolves with the end of the trial under way. */
  private trial: Promise<void> | null = null;

  constructor(private readonly settings: BreakerSettings) {}

  /** When the backend last answered; on the clock of `performance.now()`. */
  get lastAnswerAt(): number {
    return this.health.lastAnswerAt;
  }

  /** `DOWN` while it is open, `DEGRADED` during a trial or when recent calls got no answer. */
  get status(): BackendStatus {
    if (this.trial !== null) return 'DEGRADED';
    if (this.openedAt !== null) return 'DOWN';
    return this.health.hasFailures ? 'DEGRADED' : 'UP';
  }

  /**
   * Makes a call, if it may be made.
   *
   * @throws {@link BreakerOpenError} if it may not, else as the call does
   */
  execute<T>(origin: CallOrigin, call: () => Promise<T>): Promise<T> {
    if (this.trial !== null) return this.trial.then(() => this.execute(origin, call));
    if (this.openedAt !== null) return this.tryAgain(origin, this.openedAt, call);
    return call().then(this.succeed, this.fail);
  }

  private readonly succeed = <T>(value: T): T => {
    this.noteAnswer();
    return value;
  };

  private readonly fail = (error: unknown): never => {
    if (isTransportFailure(error)) this.noteFailure();
    else if (isAnswer(error)) this.noteAnswer();
    throw error;
  };

  private noteAnswer(): void {
    this.failuresInRow = 0;
    this.health.noteAnswer();
  }

  private noteFailure(): void {
    this.failuresInRow += 1;
    this.health.noteFailure();
    if (this.failuresInRow < this.settings.failures) return;
    // One that was under way when it opened changes nothing, but for a trial, which it proves to be too early.
    if (this.openedAt !== null && this.trial === null) return;
    this.trial = null;
    this.openedAt = Date.now();
  }

  private async tryAgain<T>(origin: CallOrigin, openedAt: number, call: () => Promise<T>): Promise<T> {
    if (Date.now() - openedAt < this.settings.openMs) {
      throw new BreakerOpenError(
        `Backend ${origin.backend} failed repeatedly and is being left alone for a moment.`,
        origin,
      );
    }
    const asked = call();
    const trial: Promise<void> = asked.then(
      () => this.endTrial(trial, true),
      (error: unknown) => this.endTrial(trial, isAnswer(error)),
    );
    this.trial = trial;
    return asked.then(this.succeed, this.fail);
  }

  /** Without an answer it stays open for another while. */
  private endTrial(trial: Promise<void>, hasAnswer: boolean): void {
    if (this.trial !== trial) return;
    this.trial = null;
    this.openedAt = hasAnswer ? null : Date.now();
  }
}

/** Of a call whose caller has gone away nothing is known. */
const isAnswer = (error: unknown): boolean =>
  !isTransportFailure(error) && !(error instanceof CallAbandonedError);
