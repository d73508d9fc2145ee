import type { ObserveCall } from '../model/index.js';

/** One request, while it is traced. What is told of it holds no argument, no answer and no login. */
export interface RequestSpan {
  /** Makes a span of an exchange with a panel. */
  readonly observe: ObserveCall;
  /** An operation of GraphQL begins. @returns ends it */
  operation(type: string, name: string | null): (failed: boolean) => void;
  /** @param status - `null`: the client hung up before it had its answer */
  end(route: string, status: number | null): void;
}

/** Where spans go. */
export interface Tracing {
  /**
   * A request begins.
   *
   * @param traceparent - the header of W3C Trace Context, if it was sent
   * @returns `undefined` for a request that is not sampled
   */
  begin(method: string, traceparent: string | undefined): RequestSpan | undefined;
  /** Sends what has not been sent, as far as there is time. */
  close(): Promise<void>;
}
