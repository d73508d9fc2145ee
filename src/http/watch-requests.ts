import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Log, unsearched } from '../log/index.js';
import type { Metrics } from '../telemetry/metrics.js';
import type { RequestSpan, Tracing } from '../telemetry/request-span.js';
import { logRequest, UNROUTED } from './request-log.js';
import { whenOver } from './when-over.js';

/** What measures requests; both absent: nothing is measured. */
export interface Telemetry {
  readonly metrics: Metrics | null;
  readonly tracing: Tracing | null;
}

/** The span of a request that is being traced. */
export type SpanOf = (request: FastifyRequest) => RequestSpan | undefined;

export interface RequestWatcher {
  /** Watches a request from now until its answer is out. */
  watch(request: FastifyRequest, reply: FastifyReply): void;
  readonly spanOf: SpanOf;
}

/** Logs, counts and traces every request, refused ones included. */
export function createRequestWatcher({ metrics, tracing }: Telemetry, log: Log): RequestWatcher {
  const lines = unsearched(log);
  const spans = new WeakMap<FastifyRequest, RequestSpan>();

  function beginSpan(request: FastifyRequest): RequestSpan | undefined {
    const { traceparent } = request.headers;
    const span = tracing?.begin(request.method, typeof traceparent === 'string' ? traceparent : undefined);
    if (span !== undefined) spans.set(request, span);
    return span;
  }

  return {
    watch(request, reply) {
      const startedAt = performance.now();
      const span = tracing === null ? undefined : beginSpan(request);
      whenOver(reply, () => {
        const ms = performance.now() - startedAt;
        const status = reply.raw.writableFinished ? reply.statusCode : null;
        logRequest(lines, request, status, ms);
        if (metrics === null && span === undefined) return;
        const route = request.routeOptions.url ?? UNROUTED;
        metrics?.countRequest({ route, method: request.method, status, seconds: ms / 1_000 });
        span?.end(route, status);
      });
    },
    spanOf: tracing === null ? () => undefined : (request) => spans.get(request),
  };
}
