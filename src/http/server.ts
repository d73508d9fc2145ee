import type { KeyValueCache } from '@apollo/utils.keyvaluecache';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { CounterStore } from '../cache/counter-store.js';
import { ConfigError, isLoopback, type LimitSettings, type ServerSettings } from '../config/index.js';
import type { Log } from '../log/index.js';
import { createAdmission } from './admission.js';
import type { Authenticate } from './authenticate.js';
import type { CreateContext, RequestContext } from './caller.js';
import { carryingOut } from './carry-out.js';
import { callerFactory } from './create-caller.js';
import { docsRoutes } from './docs-routes.js';
import { createDrain } from './drain.js';
import { createEdge } from './edge.js';
import { createErrorReport } from './error-report.js';
import { graphiqlRoutes } from './graphiql.js';
import { graphqlRoute } from './graphql-route.js';
import { startGraphqlServer } from './graphql-server.js';
import { healthRoutes } from './health.js';
import type { CountBackends } from './limits/cost-limit.js';
import { metricsRoute } from './metrics-route.js';
import type { NativeHttp } from './native/native-http.js';
import { nativeRoutes } from './native/native-routes.js';
import { createOverloadGuard } from './overload.js';
import { NONE_PERSISTED, type PersistedDocuments } from './persisted-queries/persisted-documents.js';
import { restRoutes } from './rest/rest-routes.js';
import type { Telemetry } from './watch-requests.js';

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
  /** Operations that are known before anybody asks, and their REST routes; absent: none. */
  readonly persisted?: PersistedDocuments;
  /** Remembers texts of automatically persisted queries; absent: clients send the text each time. */
  readonly apqCache?: KeyValueCache<string>;
  readonly log: Log;
  readonly limits: LimitSettings;
  /** What limits are counted with. */
  readonly counters: CounterStore;
  readonly telemetry: Telemetry;
  /** Whether metrics are served here, to callers with their role; else they have a port of their own. */
  readonly metricsRoute: boolean;
  /** Whether writes can be recorded, and so be made. */
  readonly canWrite: () => Promise<boolean>;
  /** The panels' own methods; absent: they are not served. */
  readonly native?: NativeHttp | null;
  /** The folder with the built GraphiQL; by default where the build puts it. */
  readonly graphiqlFolder?: string;
  /** The same of the page that shows the REST routes. */
  readonly docsFolder?: string;
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
  /** Requests under way. */
  readonly inFlight: () => number;
  /** Takes no more connections, lets requests under way end within `shutdownMs`, then cuts them off. */
  close(): Promise<void>;
}

/** The HTTP side: GraphQL, GraphiQL and health, behind the checks that every request passes. */
export async function createHttpServer<Context extends RequestContext>(
  options: HttpServerOptions<Context>,
): Promise<HttpServer> {
  const { settings, graphiqlFolder, persisted = NONE_PERSISTED } = options;
  let draining = false;
  const isDraining = () => draining;
  const overload = createOverloadGuard(settings);
  const { app, spanOf } = await createEdge({ ...options, overload, isDraining });
  const admit = createAdmission(options);
  const createCaller = callerFactory({ ...settings, spanOf });
  healthRoutes(app, { isDraining, canWrite: options.canWrite });
  const { metrics } = options.telemetry;
  if (metrics !== null && options.metricsRoute) metricsRoute(app, metrics, admit);
  if (settings.graphiql) {
    await app.register(graphiqlRoutes, graphiqlFolder === undefined ? {} : { folder: graphiqlFolder });
  }
  const graphqlServer = await startGraphqlServer<Context>({ ...options, persisted, metrics });
  graphqlRoute(app, {
    ...options,
    server: graphqlServer,
    graphiql: settings.graphiql,
    admit,
    createCaller,
    persisted,
  });
  await restRoutes(app, {
    ...options,
    registry: persisted.registry,
    costLimit: settings.limits.cost,
    carryOut: carryingOut<Context>({ report: createErrorReport(options.log).report, metrics }),
    admit,
    createCaller,
  });
  if (settings.docs !== false) {
    const { schema, docsFolder: folder } = options;
    await docsRoutes(app, {
      settings,
      schema,
      registry: persisted.registry,
      admit,
      authenticated: !options.loopbackOnly,
      native: Boolean(options.native),
      ...(folder === undefined ? {} : { folder }),
    });
  }
  if (options.native) {
    const { log, native } = options;
    await nativeRoutes(app, { ...native, settings, log, admit, createCaller, metrics });
  }
  await app.ready();
  const drain = createDrain(app, settings.shutdownMs);

  return {
    app,
    inFlight: () => overload.inFlight,
    async listen() {
      await app.listen({ host: settings.host, port: settings.port });
      if (options.loopbackOnly && !addressesOf(app).every(({ address }) => isLoopback(address))) {
        await app.close();
        throw new ConfigError([{ path: 'server.host', message: 'leads to an address that is not loopback' }]);
      }
      const url = originOf(app);
      options.log.info({ url }, 'listening');
      return url;
    },
    async close() {
      draining = true;
      await drain();
      overload.close();
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
