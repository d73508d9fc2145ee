import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Admit } from './admission.js';
import { principalOf, whenAdmitted } from './admitted.js';
import type { CreateContext, RequestContext } from './caller.js';
import type { CreateCaller } from './create-caller.js';
import { EdgeError } from './edge-error.js';
import { sendGraphiql } from './graphiql.js';
import { graphqlAnswerer } from './graphql/answer.js';
import type { GraphqlServer } from './graphql-server.js';
import { documentPolicy } from './persisted-queries/document-policy.js';
import type { PersistedDocuments } from './persisted-queries/persisted-documents.js';
import { watchContext } from './request-watch.js';
import { addVary } from './static-files.js';

export interface GraphqlRouteOptions<Context extends RequestContext> {
  readonly server: GraphqlServer<Context>;
  readonly admit: Admit;
  readonly createCaller: CreateCaller;
  readonly createContext: CreateContext<Context>;
  readonly persisted: PersistedDocuments;
  /** Whether a browser that opens `/graphql` gets GraphiQL. */
  readonly graphiql: boolean;
}

const PATH = '/graphql';

/** `/graphql`: POST for every operation, GET for queries, the caller known before a body is read. */
export function graphqlRoute<Context extends RequestContext>(
  app: FastifyInstance,
  { server, admit, createCaller, createContext, persisted, graphiql }: GraphqlRouteOptions<Context>,
): void {
  /** For how many seconds the answers of some requests may be kept. */
  const keepable = new WeakMap<FastifyRequest, number>();
  const checkDocument = documentPolicy(persisted);
  const answer = graphqlAnswerer(server, (request, reply) => {
    const caller = createCaller(request, reply, principalOf(request));
    const context = createContext(caller);
    watchContext(context, caller.watch);
    return context;
  });
  app.route({
    method: ['GET', 'POST'],
    url: PATH,
    onRequest(request, reply, done) {
      if (graphiql && isBrowserVisit(request)) {
        sendGraphiql(reply);
        return;
      }
      reply.header('cache-control', 'no-store');
      whenAdmitted(admit, request, reply, done);
    },
    preHandler(request, _reply, done) {
      const isGet = request.method === 'GET';
      const known = checkDocument(isGet ? request.query : request.body, principalOf(request));
      const seconds = known?.rest?.cacheSeconds ?? 0;
      if (isGet && seconds > 0) keepable.set(request, seconds);
      done();
    },
    onSend(request, reply, answered, done) {
      const seconds = keepable.get(request);
      if (seconds !== undefined && reply.statusCode === 200 && !hasErrors(answered)) {
        reply.header('cache-control', `private, max-age=${seconds}`);
        addVary(reply, 'Authorization, X-Api-Key');
      }
      done(null, answered);
    },
    handler: answer,
  });
  app.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: PATH,
    async onRequest() {
      throw new EdgeError(405, 'METHOD_NOT_ALLOWED', 'GraphQL is asked with POST, or GET for queries.', {
        allow: 'GET, POST',
      });
    },
    handler: () => undefined,
  });
}

/** They are written first. */
const hasErrors = (answered: unknown): boolean => String(answered).startsWith('{"errors"');

/** Someone has opened the address in a browser; GraphQL clients do not ask for HTML. */
const isBrowserVisit = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' &&
  (headers.accept ?? '').includes('text/html') &&
  !/[?&](query|documentId|extensions)=/.test(url);
