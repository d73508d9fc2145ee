import cors from '@fastify/cors';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { ServerSettings } from '../config/index.js';
import type { Log } from '../log/index.js';
import { createHostCheck } from './allowed-hosts.js';
import { sendEdgeError } from './edge-answer.js';
import { EdgeError } from './edge-error.js';
import { isHealthPath } from './health.js';
import { requestIdOf } from './request-id.js';
import { logWhenOver } from './request-log.js';
import { standardHeaders } from './standard-headers.js';

export interface EdgeOptions {
  readonly settings: ServerSettings;
  readonly sandbox: boolean;
  readonly log: Log;
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
  'x-apollo-operation-name',
];

/** Fastify without a route: what every request passes before one, and every answer on its way out. */
export async function createEdge({
  settings,
  sandbox,
  log,
  isDraining,
}: EdgeOptions): Promise<FastifyInstance> {
  const checkHost = createHostCheck(settings.host, settings.allowedHosts);
  const putHeaders = standardHeaders(sandbox);
  const loggerInstance: FastifyBaseLogger = log;
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIdOf,
    bodyLimit: settings.maxRequestBytes,
    requestTimeout: REQUEST_ARRIVAL_MS,
    return503OnClosing: false,
    // Paths that no route can be looked up for pass no hook.
    frameworkErrors(error, request, reply) {
      logWhenOver(request, reply);
      putHeaders(reply);
      sendEdgeError(error, request, reply);
    },
  });
  // JSON is the only body that is read: forms and plain text are what other sites can send without asking.
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler(sendEdgeError);
  app.setNotFoundHandler(() => {
    throw new EdgeError(404, 'NOT_FOUND', 'There is nothing here; GraphQL is at /graphql.');
  });
  app.addHook('onRequest', (request, reply, done) => {
    logWhenOver(request, reply);
    putHeaders(reply);
    if (!isHealthPath(request.url)) checkHost(request.headers.host, request.raw.socket);
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
      methods: ['GET', 'POST'],
      allowedHeaders: BROWSER_HEADERS,
      exposedHeaders: ['x-request-id', 'x-hostgraph-sandbox'],
    });
  }
  return app;
}
