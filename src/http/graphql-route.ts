import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Principal } from '../model/index.js';
import type { Authenticate } from './authenticate.js';
import type { CreateContext, RequestContext } from './caller.js';
import { clientGone } from './client-gone.js';
import { EdgeError } from './edge-error.js';
import { sendGraphiql } from './graphiql.js';

export interface GraphqlRouteOptions<Context extends RequestContext> {
  /** Started. */
  readonly server: ApolloServer<Context>;
  readonly authenticate: Authenticate;
  readonly createContext: CreateContext<Context>;
  /** Whether a browser that opens `/graphql` gets GraphiQL. */
  readonly graphiql: boolean;
}

const PATH = '/graphql';

/** `/graphql`: POST for every operation, GET for queries, the caller known before a body is read. */
export function graphqlRoute<Context extends RequestContext>(
  app: FastifyInstance,
  { server, authenticate, createContext, graphiql }: GraphqlRouteOptions<Context>,
): void {
  const principals = new WeakMap<FastifyRequest, Principal>();
  const answer = fastifyApolloHandler(server, {
    async context(request, reply) {
      const principal = principals.get(request);
      if (principal === undefined) throw new Error('GraphQL was asked before the caller was known.');
      return createContext({ principal, requestId: request.id, signal: clientGone(reply) });
    },
  });
  app.route({
    method: ['GET', 'POST'],
    url: PATH,
    async onRequest(request, reply) {
      if (graphiql && isBrowserVisit(request)) return sendGraphiql(reply);
      principals.set(request, authenticate(request.headers));
      reply.header('cache-control', 'no-store');
      return undefined;
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

/** Someone has opened the address in a browser; GraphQL clients do not ask for HTML. */
const isBrowserVisit = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && (headers.accept ?? '').includes('text/html') && !/[?&]query=/.test(url);
