import type { Principal } from '../model/index.js';

/** What HTTP knows of a request that GraphQL has to answer. */
export interface Caller {
  readonly principal: Principal;
  readonly requestId: string;
  /** Fires when the client hangs up before it has its answer. */
  readonly signal: AbortSignal;
}

/** Makes what resolvers get. Called once a request; what it returns belongs to that request alone. */
export type CreateContext<Context extends RequestContext> = (caller: Caller) => Context;

/** The part of a resolver's context that error reports need. */
export interface RequestContext {
  readonly requestId: string;
}
