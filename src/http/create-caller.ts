import type { FastifyReply, FastifyRequest } from 'fastify';
import { observeBoth, type Principal } from '../model/index.js';
import { CallTrace } from './call-trace.js';
import type { Caller } from './caller.js';
import { RequestClock } from './request-clock.js';
import { statedTimeMs } from './stated-time.js';
import type { SpanOf } from './watch-requests.js';

/** Makes what a context is made from. Once a request, after it was admitted. */
export type CreateCaller = (request: FastifyRequest, reply: FastifyReply, principal: Principal) => Caller;

/** `1` asks for `extensions.calls`, which takes the role `trace`. */
export const TRACE_HEADER = 'x-hostgraph-trace';

export interface CallerOptions {
  readonly requestTimeoutMs: number;
  readonly spanOf: SpanOf;
}

export function callerFactory({ requestTimeoutMs, spanOf }: CallerOptions): CreateCaller {
  return (request, reply, principal) => {
    const { headers } = request;
    const budgetMs = Math.min(requestTimeoutMs, statedTimeMs(headers));
    const { signal, pause } = new RequestClock(reply, budgetMs);
    const span = spanOf(request);
    const wantsTrace = headers[TRACE_HEADER] === '1' && principal.roles.has('trace');
    const caller = { principal, requestId: request.id, signal, pauseClock: pause };
    if (span === undefined && !wantsTrace) return caller;
    const trace = wantsTrace ? new CallTrace() : undefined;
    return { ...caller, observe: observeBoth(trace?.observe, span?.observe), watch: { trace, span } };
  };
}
