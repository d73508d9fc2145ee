import { randomBytes } from 'node:crypto';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { countAnswering } from '../../resolvers/every-backend.js';
import { buildGatewaySchema } from '../../resolvers/schema.js';
import { createApqStore } from '../../src/cache/apq-store.js';
import { createMemoryCounters } from '../../src/cache/counter-store.js';
import { type AuthSettings, loadConfig, type ServerSettings } from '../../src/config/index.js';
import { createContext, type GatewayContext } from '../../src/context.js';
import { createAuthenticator } from '../../src/http/authenticate.js';
import type { PersistedDocuments } from '../../src/http/persisted-queries/persisted-documents.js';
import { createHttpServer } from '../../src/http/server.js';
import { createLog } from '../../src/log/index.js';
import { type RegistryOptions, readRegistry } from '../../src/persisted/index.js';
import { Ledger } from '../../src/writes/ledger.js';
import type { WriteRecordStore } from '../../src/writes/write-record.js';
import { plainKinds } from './config-file.js';
import { type FourPanels, startFourPanels } from './four-panels.js';
import { createMemoryRecordStore } from './memory-record-store.js';

export interface RestGatewayOptions {
  readonly settings?: Partial<ServerSettings>;
  readonly auth?: AuthSettings | null;
  readonly persisted?: Partial<Omit<PersistedDocuments, 'registry'>>;
  /** Operations beside those that come with the gateway. */
  readonly operations?: Omit<RegistryOptions, 'schema'>;
  /** Panels that other gateways use too; they are left open. */
  readonly panels?: FourPanels;
  readonly store?: WriteRecordStore;
}

export interface RestGateway {
  readonly panels: FourPanels;
  readonly registry: PersistedDocuments['registry'];
  readonly logText: () => string;
  /** Opens a port. @returns the origin */
  listen(): Promise<string>;
  ask(options: InjectOptions): Promise<LightMyRequestResponse>;
  /** Asks a route, its path given below `/rest/v1`. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<LightMyRequestResponse>;
  send(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

const schema = buildGatewaySchema();

/** The HTTP side of the gateway in front of the four simulated panels, all in this process. */
export async function startRestGateway({
  settings = {},
  auth = null,
  persisted = {},
  operations = {},
  panels: shared,
  store = createMemoryRecordStore(),
}: RestGatewayOptions = {}): Promise<RestGateway> {
  const panels = shared ?? (await startFourPanels());
  const lines: string[] = [];
  const ledger = new Ledger({ store, secret: randomBytes(32), leaseMs: 60_000 });
  const { server, limits } = loadConfig({ file: null, env: { PORT: '0' }, kinds: plainKinds });
  const registry = readRegistry({ schema, ...operations });
  const http = await createHttpServer<GatewayContext>({
    settings: {
      ...server,
      graphiql: false,
      docs: false,
      allowedHosts: ['gateway.test'],
      // A busy machine that runs tests is late, and that is not what they are about.
      maxEventLoopDelayMs: 60_000,
      ...settings,
    },
    schema,
    persisted: { registry, mode: 'allow', exceptRoles: [], ...persisted },
    apqCache: createApqStore({ shared: null }),
    authenticate: createAuthenticator(auth),
    createContext: (caller) => createContext({ ...caller, sandbox: true, backends: panels.backends, ledger }),
    countBackends: countAnswering,
    loopbackOnly: auth === null,
    sandbox: true,
    limits,
    counters: createMemoryCounters(),
    telemetry: { metrics: null, tracing: null },
    metricsRoute: false,
    native: null,
    canWrite: async () => true,
    log: createLog('debug', { write: (line: string) => lines.push(line) }),
  });
  const ask: RestGateway['ask'] = async (options) =>
    http.app.inject({ ...options, headers: { host: 'gateway.test', ...options.headers } });
  return {
    panels,
    registry,
    logText: () => lines.join(''),
    listen: () => http.listen(),
    ask,
    get: (path, headers = {}) => ask({ method: 'GET', url: `/rest/v1${path}`, headers }),
    send: (method, path, body, headers = {}) =>
      ask({
        method,
        url: `/rest/v1${path}`,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { payload: body }),
      }),
    async close() {
      await http.close();
      await ledger.idle();
      if (shared === undefined) await panels.close();
    },
  };
}
