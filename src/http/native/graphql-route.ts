import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GatewayContext } from '../../context.js';
import { EdgeError } from '../edge-error.js';
import { sendGraphiql } from '../graphiql.js';
import { type AnswerGraphql, graphqlAnswerer } from '../graphql/answer.js';
import { type GraphqlServer, startGraphqlServer } from '../graphql-server.js';
import type { Entrance, NativeRoutesOptions } from './native-http.js';

const PATH = '/native/graphql';

/** `/native/graphql`, with GraphiQL at `/native/graphiql`. The graph is built when it is first asked. */
export function nativeGraphqlRoute(
  app: FastifyInstance,
  options: NativeRoutesOptions,
  entrance: Entrance,
): void {
  const { graphiql } = options.settings;
  const answer = lazyAnswer(app, options, entrance);
  app.route({
    method: ['GET', 'POST'],
    url: PATH,
    async onRequest(request, reply) {
      if (graphiql && isBrowserVisit(request)) return sendGraphiql(reply);
      await entrance.enter(request, reply);
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
  if (graphiql) {
    app.get('/native/graphiql', { exposeHeadRoute: true }, (_request, reply) => sendGraphiql(reply));
  }
}

function lazyAnswer(app: FastifyInstance, options: NativeRoutesOptions, entrance: Entrance): AnswerGraphql {
  let opened: Promise<AnswerGraphql> | undefined;
  let server: GraphqlServer<GatewayContext> | undefined;
  app.addHook('onClose', async () => {
    await opened?.catch(() => undefined);
    await server?.stop();
  });

  async function open(): Promise<AnswerGraphql> {
    const { layer, settings, log, metrics } = options;
    server = await startGraphqlServer<GatewayContext>({
      schema: layer.schema(),
      settings,
      log,
      metrics,
      // No field of it asks every backend.
      countBackends: () => 1,
    });
    return graphqlAnswerer(server, entrance.contextOf);
  }

  return async (request, reply) => {
    opened ??= open();
    return (await opened)(request, reply);
  };
}

/** Someone has opened the address in a browser; GraphQL clients do not ask for HTML. */
const isBrowserVisit = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && (headers.accept ?? '').includes('text/html') && !/[?&]query=/.test(url);
