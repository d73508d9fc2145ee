import { CallAborter, type CallSignal } from '../model/index.js';

/** Who waits for calls that went out together. */
export class Waiting {
  private readonly aborter = new CallAborter();
  private callers = 0;

  /** Ends when the last of them has gone. */
  get signal(): CallSignal {
    return this.aborter;
  }

  /**
   * Waits for as long as the caller does; the work goes on for the others.
   *
   * @param onGone - the answer for a caller who has gone
   */
  async waitFor<T>(work: Promise<T>, signal: CallSignal, onGone: () => T): Promise<T> {
    this.callers += 1;
    let leave: () => void = () => undefined;
    const gone = new Promise<T>((resolve) => {
      leave = () => resolve(onGone());
      if (signal.aborted) leave();
      else signal.addEventListener('abort', leave);
    });
    try {
      return await Promise.race([gone, work]);
    } finally {
      signal.removeEventListener('abort', leave);
      this.callers -= 1;
      if (this.callers === 0) this.aborter.abort(signal.reason);
    }
  }
}

/** A call under way that several callers wait for. */
export class SharedCall {
  /** An Error for a call that failed; never rejects. */
  readonly answer: Promise<unknown>;
  private settle: (answer: unknown) => void = () => undefined;

  constructor(
    readonly key: string,
    readonly waiting: Waiting,
  ) {
    this.answer = new Promise((resolve) => {
      this.settle = resolve;
    });
  }

  end(answer: unknown): void {
    this.settle(answer);
  }
}

/** The calls under way in this process, by what they ask. */
export class SharedCalls {
  private readonly underWay = new Map<string, SharedCall>();

  /** The call under way that asks this; one that is being given up is none. */
  find(key: string): SharedCall | undefined {
    const call = this.underWay.get(key);
    return call?.waiting.signal.aborted === true ? undefined : call;
  }

  /** @param waiting - whoever waits for the calls that go out with this one */
  begin(key: string, waiting: Waiting): SharedCall {
    const call = new SharedCall(key, waiting);
    this.underWay.set(key, call);
    return call;
  }

  end(call: SharedCall, answer: unknown): void {
    if (this.underWay.get(call.key) === call) this.underWay.delete(call.key);
    call.end(answer);
  }
}
