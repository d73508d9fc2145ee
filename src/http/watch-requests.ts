import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics } from '../telemetry/metrics.js';
import type { RequestSpan, Tracing } from '../telemetry/request-span.js';
import { whenOver } from './when-over.js';

/** What measures requests; both absent: nothing is measured. */
export interface Telemetry {
  readonly metrics: Metrics | null;
  readonly tracing: Tracing | null;
}

/** The span of a request that is being traced. */
export type SpanOf = (request: FastifyRequest) => RequestSpan | undefined;

const UNROUTED = '(none)';

/** Counts and traces every request, refused ones included. */
export function watchRequests(app: FastifyInstance, { metrics, tracing }: Telemetry): SpanOf {
  const spans = new WeakMap<FastifyRequest, RequestSpan>();
  if (metrics === null && tracing === null) return () => undefined;
  app.addHook('onRequest', (request, reply, done) => {
    const { method, headers } = request;
    const { traceparent } = headers;
    const span = tracing?.begin(method, typeof traceparent === 'string' ? traceparent : undefined);
    if (span !== undefined) spans.set(request, span);
    whenOver(reply, () => {
      const route = request.routeOptions.url ?? UNROUTED;
      const status = reply.raw.writableFinished ? reply.statusCode : null;
      metrics?.countRequest({ route, method, status, seconds: reply.elapsedTime / 1_000 });
      span?.end(route, status);
    });
    done();
  });
  return (request) => spans.get(request);
}
