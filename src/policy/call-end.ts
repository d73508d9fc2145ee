import { BackendTimeoutError, type CallOrigin } from '../errors/index.js';

/**
 * Whether and why a call has to end: what an AbortSignal tells, for the one call and the few parts of it that listen,
 * without the price of events, which every call would pay.
 */
export class CallEnd {
  #reason: Error | undefined;
  #listeners: Array<(reason: Error) => void> = [];

  /** `undefined` while it may go on. */
  get reason(): Error | undefined {
    return this.#reason;
  }

  /** Ends the call; the first reason counts. */
  end(reason: Error): void {
    if (this.#reason !== undefined) return;
    this.#reason = reason;
    const listeners = this.#listeners;
    this.#listeners = [];
    for (const listener of listeners) listener(reason);
  }

  /** @param listener - called once, at once when the call has ended already; forgotten with the call */
  onEnd(listener: (reason: Error) => void): void {
    if (this.#reason === undefined) this.#listeners.push(listener);
    else listener(this.#reason);
  }
}

/** @throws the reason when the call ends before the pause does */
export function pause(durationMs: number, end: CallEnd): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, durationMs);
    end.onEnd((reason) => {
      clearTimeout(timer);
      reject(reason);
    });
  });
}

/** Ends the call with a {@link BackendTimeoutError} unless the timer is cleared before. */
export function startDeadline(end: CallEnd, origin: CallOrigin, timeoutMs: number): NodeJS.Timeout {
  return setTimeout(() => {
    const message = `Backend ${origin.backend} did not answer ${origin.method} within ${timeoutMs} ms.`;
    end.end(new BackendTimeoutError(message, origin));
  }, timeoutMs);
}
