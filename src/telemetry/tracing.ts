import {
  type Context,
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { CallReport } from '../model/index.js';
import type { RequestSpan, Tracing } from './request-span.js';

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/**
 * Makes spans of requests, of GraphQL operations and of calls to panels. Nothing is told to the panels: their trace ends
 * here.
 */
export function createTracing(tracer: Tracer, close: () => Promise<void>): Tracing {
  return {
    begin(method, traceparent) {
      const span = tracer.startSpan(
        method,
        { kind: SpanKind.SERVER, attributes: { 'http.request.method': method } },
        parentOf(traceparent),
      );
      if (!span.isRecording()) return undefined;
      let context = trace.setSpan(ROOT_CONTEXT, span);
      return {
        observe: (report) => recordCall(tracer, context, report),
        operation(type, name) {
          const request = context;
          const operation = tracer.startSpan(
            `GraphQL ${type}`,
            {
              attributes: {
                'graphql.operation.type': type,
                ...(name === null ? {} : { 'graphql.operation.name': name }),
              },
            },
            request,
          );
          context = trace.setSpan(request, operation);
          return (failed) => {
            if (failed) operation.setStatus({ code: SpanStatusCode.ERROR });
            operation.end();
            context = request;
          };
        },
        end(route, status) {
          span.updateName(`${method} ${route}`);
          span.setAttribute('http.route', route);
          if (status !== null) span.setAttribute('http.response.status_code', status);
          if (status === null || status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      } satisfies RequestSpan;
    },
    close,
  };
}

/** The span of whoever asked, as the header names it; none where it is not valid. */
function parentOf(traceparent: string | undefined): Context {
  const [, traceId = '', spanId = '', flags = ''] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  const parent = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
  return isSpanContextValid(parent) ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
}

/** Made when the call is over, with the times that it had. */
function recordCall(tracer: Tracer, parent: Context, report: CallReport): void {
  const { backend, method, effect, wave, calls, startedAt, durationMs, attempts, cache, outcome } = report;
  const span = tracer.startSpan(
    `${backend} ${method}`,
    {
      kind: SpanKind.CLIENT,
      startTime: startedAt,
      attributes: {
        'hostgraph.backend': backend,
        'hostgraph.method': method,
        'hostgraph.effect': effect,
        'hostgraph.wave': wave,
        'hostgraph.calls': calls,
        'hostgraph.attempts': attempts,
        'hostgraph.outcome': outcome,
        ...(cache === null ? {} : { 'hostgraph.cache': cache }),
      },
    },
    parent,
  );
  if (outcome !== 'OK') span.setStatus({ code: SpanStatusCode.ERROR });
  span.end(startedAt + durationMs);
}
