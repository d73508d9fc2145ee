import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { ConfigError, isLoopback, type ServerSettings } from '../config/index.js';
import type { Log } from '../log/index.js';
import type { Authenticate } from './authenticate.js';
import type { CreateContext, RequestContext } from './caller.js';
import { createDrain } from './drain.js';
import { createEdge } from './edge.js';
import { graphiqlRoutes } from './graphiql.js';
import { graphqlRoute } from './graphql-route.js';
import { createGraphqlServer } from './graphql-server.js';
import { healthRoutes } from './health.js';
import type { CountBackends } from './limits/cost-limit.js';

export interface HttpServerOptions<Context extends RequestContext> {
  readonly settings: ServerSettings;
  readonly schema: GraphQLSchema;
  readonly authenticate: Authenticate;
  readonly createContext: CreateContext<Context>;
  /** For the cost of fields that ask every backend. */
  readonly countBackends: CountBackends<Context>;
  /** Callers need no key, so nothing but loopback may be listened on, whatever `settings.host` stands for. */
  readonly loopbackOnly: boolean;
  /** Whether answers have to say that they come from the sandbox. */
  readonly sandbox: boolean;
  readonly log: Log;
  /** The folder with the built GraphiQL; by default where the build puts it. */
  readonly graphiqlFolder?: string;
}

export interface HttpServer {
  readonly app: FastifyInstance;
  /**
   * Opens the port.
   *
   * @returns the origin to ask at, `http://127.0.0.1:4000`, loopback where it listens on all addresses
   * @throws the system's error, `EADDRINUSE` where the port is taken
   * @throws {@link ConfigError} if the host turns out to be no loopback address where it must be one
   */
  listen(): Promise<string>;
  /** Takes no more connections, lets requests under way end within `shutdownMs`, then cuts them off. */
  close(): Promise<void>;
}

/** The HTTP side: GraphQL, GraphiQL and health, behind the checks that every request passes. */
export async function createHttpServer<Context extends RequestContext>(
  options: HttpServerOptions<Context>,
): Promise<HttpServer> {
  const { settings, graphiqlFolder } = options;
  let draining = false;
  const isDraining = () => draining;
  const app = await createEdge({ ...options, isDraining });
  healthRoutes(app, isDraining);
  if (settings.graphiql) {
    await app.register(graphiqlRoutes, graphiqlFolder === undefined ? {} : { folder: graphiqlFolder });
  }
  const graphqlServer = createGraphqlServer<Context>(options);
  await graphqlServer.start();
  graphqlRoute(app, { ...options, server: graphqlServer, graphiql: settings.graphiql });
  await app.ready();
  const drain = createDrain(app, settings.shutdownMs);

  return {
    app,
    async listen() {
      await app.listen({ host: settings.host, port: settings.port });
      if (options.loopbackOnly && !addressesOf(app).every(({ address }) => isLoopback(address))) {
        await app.close();
        throw new ConfigError([{ path: 'server.host', message: 'leads to an address that is not loopback' }]);
      }
      return originOf(app);
    },
    async close() {
      draining = true;
      await drain();
      await graphqlServer.stop();
    },
  };
}

const ANY_ADDRESS: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

const addressesOf = (app: FastifyInstance) => app.addresses().filter((place) => typeof place === 'object');

function originOf(app: FastifyInstance): string {
  const [{ address, port } = { address: '', port: 0 }] = addressesOf(app);
  const host = ANY_ADDRESS.has(address) ? '127.0.0.1' : address;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
