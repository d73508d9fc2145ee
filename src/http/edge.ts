import cors from '@fastify/cors';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import type { ServerSettings } from '../config/index.js';
import type { Log } from '../log/index.js';
import { createHostCheck } from './allowed-hosts.js';
import { sendEdgeError } from './edge-answer.js';
import { EdgeError } from './edge-error.js';
import { isHealthPath } from './health.js';
import { installJsonBodies } from './json-bodies.js';
import { METRICS_PATH } from './metrics-route.js';
import type { OverloadGuard } from './overload.js';
import { requestIdOf } from './request-id.js';
import { isRestPath } from './rest/locations.js';
import { sendRestError } from './rest/send-error.js';
import { putStandardHeaders, standardHeaders } from './standard-headers.js';
import { statedTimeMs } from './stated-time.js';
import { answerUnreadable } from './unreadable-request.js';
import { createRequestWatcher, type SpanOf, type Telemetry } from './watch-requests.js';

export interface EdgeOptions {
  readonly settings: ServerSettings;
  readonly sandbox: boolean;
  readonly log: Log;
  readonly telemetry: Telemetry;
  readonly overload: OverloadGuard;
  /** Whether the server is about to end. */
  readonly isDraining: () => boolean;
}

/** A request that takes longer to arrive is not a slow client but one that holds connections. */
const REQUEST_ARRIVAL_MS = 30_000;
const BROWSER_HEADERS = [
  'content-type',
  'authorization',
  'x-api-key',
  'x-request-id',
  'apollo-require-preflight',
  'idempotency-key',
  'if-none-match',
  'x-apollo-operation-name',
  'x-hostgraph-timeout-ms',
  'x-hostgraph-trace',
  'traceparent',
];
const READABLE_HEADERS = [
  'x-request-id',
  'x-hostgraph-sandbox',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'etag',
  'link',
  'location',
  'idempotency-key',
  'x-hostgraph-partial',
];

export interface Edge {
  readonly app: FastifyInstance;
  readonly spanOf: SpanOf;
}

/** Fastify without a route: what every request passes before one, and every answer on its way out. */
export async function createEdge({
  settings,
  sandbox,
  log,
  telemetry,
  overload,
  isDraining,
}: EdgeOptions): Promise<Edge> {
  const checkHost = createHostCheck(settings.host, settings.allowedHosts);
  const standard = standardHeaders(sandbox, settings.hstsSeconds);
  const watcher = createRequestWatcher(telemetry, log);
  const app = fastify({
    // Only requests have a log. Were one given to all of Fastify, it would listen to each answer for the line about it.
    childLoggerFactory: () => log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIdOf,
    bodyLimit: settings.maxRequestBytes,
    trustProxy: settings.trustedProxies.length === 0 ? false : [...settings.trustedProxies],
    requestTimeout: REQUEST_ARRIVAL_MS,
    return503OnClosing: false,
    // Ids of the graph stand in paths, and each of their characters can take three there.
    routerOptions: { maxParamLength: 3 * 512 },
    // Paths that no route can be looked up for pass no hook.
    frameworkErrors(error, request, reply) {
      watcher.watch(request, reply);
      putStandardHeaders(standard, reply);
      (isRestPath(request.url) ? sendRestError : sendEdgeError)(error, request, reply);
    },
    clientErrorHandler: answerUnreadable(standard, log),
  });
  app.decorateRequest('principal', null);
  // JSON is the only body that is read: forms and plain text are what other sites can send without asking.
  app.removeContentTypeParser('text/plain');
  installJsonBodies(app, { empty: 'refused' });
  app.setErrorHandler(sendEdgeError);
  app.setNotFoundHandler(() => {
    throw new EdgeError(
      404,
      'NOT_FOUND',
      'There is nothing here; GraphQL is at /graphql, REST below /rest/v1.',
    );
  });
  app.addHook('onRequest', (request, reply, done) => {
    watcher.watch(request, reply);
    putStandardHeaders(standard, reply);
    if (!isHealthPath(request.url)) {
      checkHost(request.headers.host, request.raw.socket);
      // Whoever looks after the gateway gets through when it has too much to do.
      if (request.url !== METRICS_PATH) overload.enter(reply);
      // Here, where it can still be refused as what it is.
      statedTimeMs(request.headers);
    }
    done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    // A connection that is kept alive would hold up the end after its last answer.
    if (isDraining()) reply.header('connection', 'close');
    done(null, payload);
  });
  // After the check of Host, before any caller is asked for: preflights carry no key.
  if (settings.corsOrigins.length > 0) {
    await app.register(cors, {
      origin: [...settings.corsOrigins],
      methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      allowedHeaders: BROWSER_HEADERS,
      exposedHeaders: READABLE_HEADERS,
    });
  }
  return { app, spanOf: watcher.spanOf };
}
