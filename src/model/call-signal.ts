/** Tells calls that nobody waits for them any more, and why: as much of an AbortSignal as they need. */
export interface CallSignal {
  readonly aborted: boolean;
  /** Why, once it is so; a {@link RequestTimeIsUp} when the time of the request is up. */
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/**
 * A CallSignal with what fires it. Every request makes one, and an AbortController with its events costs as much as
 * all of a request's promises.
 */
export class CallAborter implements CallSignal {
  private readonly listeners = new Set<() => void>();
  private fired: { readonly reason: unknown } | undefined;

  get aborted(): boolean {
    return this.fired !== undefined;
  }

  get reason(): unknown {
    return this.fired?.reason;
  }

  /** Fires it; the first reason counts. */
  abort(reason?: unknown): void {
    if (this.fired !== undefined) return;
    this.fired = { reason };
    for (const listener of this.listeners) listener();
    this.listeners.clear();
  }

  /** A listener of what has fired already is never called, as with an AbortSignal. */
  addEventListener(_type: 'abort', listener: () => void): void {
    this.listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.listeners.delete(listener);
  }
}
