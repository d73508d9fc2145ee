import type { CallSignal, ObserveCall, Principal } from '../model/index.js';
import type { RequestWatch } from './request-watch.js';

/** What HTTP knows of a request that GraphQL has to answer. */
export interface Caller {
  readonly principal: Principal;
  readonly requestId: string;
  /** Fires when the client hangs up before it has its answer, or when the time of the request is up. */
  readonly signal: CallSignal;
  /** Stops the request's clock until what it returns is called: what a write takes is its own. */
  readonly pauseClock?: (() => () => void) | undefined;
  /** Told of each exchange with a panel; absent: nobody wants to know. */
  readonly observe?: ObserveCall | undefined;
  /** Present where somebody watches this one request. */
  readonly watch?: RequestWatch | undefined;
}

/** Makes what resolvers get. Called once a request; what it returns belongs to that request alone. */
export type CreateContext<Context extends RequestContext> = (caller: Caller) => Context;

/** The part of a resolver's context that error reports, and the check of who may read the schema, need. */
export interface RequestContext {
  readonly principal: Principal;
  readonly requestId: string;
}
