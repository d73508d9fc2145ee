import { ExponentialBackoff } from 'cockatiel';
import {
  BackendTimeoutError,
  CallAbandonedError,
  type CallOrigin,
  OutOfTimeError,
  RequestTimeIsUp,
} from '../errors/index.js';
import type { CallSignal } from '../model/index.js';
import { BreakerOpenError } from './breaker.js';
import { CallEnd, pause, startDeadline } from './call-end.js';
import { isTransportFailure } from './transport-failure.js';

export interface ReadCall<T> {
  readonly origin: CallOrigin;
  readonly callerSignal: CallSignal;
  readonly timeoutMs: number;
  /** How often it is sent again. */
  readonly retries: number;
  /** One try, to be given up when the call ends. */
  readonly attempt: (end: CallEnd) => Promise<T>;
}

const BACKOFF = new ExponentialBackoff({ initialDelay: 100, maxDelay: 1_000 });

/**
 * Carries out a read until it has an answer, its deadline has passed or its caller has gone: neither a pause nor a wait
 * for the breaker's trial call outlasts that.
 *
 * @throws {@link BackendTimeoutError} at the deadline, {@link CallAbandonedError} when the caller has gone, else what
 *   the last attempt threw
 */
export const carryOut = <T>(call: ReadCall<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    if (call.callerSignal.aborted) reject(abandonment(call));
    else new ReadUnderWay(call, resolve, reject).tryOnce();
  });

class ReadUnderWay<T> {
  private readonly end = new CallEnd();
  private readonly deadline: NodeJS.Timeout;
  private triesLeft: number;
  private backoff: ReturnType<typeof BACKOFF.next> | undefined;

  constructor(
    private readonly call: ReadCall<T>,
    private readonly resolve: (answer: T) => void,
    private readonly reject: (error: unknown) => void,
  ) {
    this.triesLeft = call.retries;
    this.deadline = startDeadline(this.end, call.origin, call.timeoutMs);
    call.callerSignal.addEventListener('abort', this.abandon);
    this.end.onEnd(this.fail);
  }

  readonly tryOnce = (): void => {
    this.call.attempt(this.end).then(this.succeed, this.tryAgain);
  };

  private readonly tryAgain = (error: unknown): void => {
    if (this.triesLeft === 0 || this.end.reason !== undefined || !isWorthAnotherTry(error)) {
      this.fail(error);
      return;
    }
    this.triesLeft -= 1;
    this.backoff = this.backoff === undefined ? BACKOFF.next() : this.backoff.next(undefined);
    pause(this.backoff.duration, this.end).then(this.tryOnce, this.fail);
  };

  private readonly abandon = (): void => this.end.end(abandonment(this.call));

  private readonly succeed = (answer: T): void => {
    this.close();
    this.resolve(answer);
  };

  private readonly fail = (error: unknown): void => {
    this.close();
    this.reject(error);
  };

  private close(): void {
    clearTimeout(this.deadline);
    this.call.callerSignal.removeEventListener('abort', this.abandon);
  }
}

/** Trying again after the deadline has passed cannot help. */
const isWorthAnotherTry = (error: unknown): boolean =>
  isTransportFailure(error) &&
  !(error instanceof BackendTimeoutError) &&
  !(error instanceof BreakerOpenError);

const abandonment = ({ origin, callerSignal: { reason } }: ReadCall<unknown>): CallAbandonedError =>
  reason instanceof RequestTimeIsUp
    ? new OutOfTimeError(`The request's time was up before ${origin.backend} answered.`, origin)
    : new CallAbandonedError('The request ended before its answer came.', origin);
