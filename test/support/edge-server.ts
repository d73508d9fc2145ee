import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyValueCache } from '@apollo/utils.keyvaluecache';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { buildSchema, GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { type CounterStore, createMemoryCounters } from '../../src/cache/counter-store.js';
import {
  type AuthSettings,
  type LimitSettings,
  loadConfig,
  type ServerSettings,
} from '../../src/config/index.js';
import { createAuthenticator } from '../../src/http/authenticate.js';
import type { Caller } from '../../src/http/caller.js';
import type { NativeHttp } from '../../src/http/native/native-http.js';
import {
  NONE_PERSISTED,
  type PersistedDocuments,
} from '../../src/http/persisted-queries/persisted-documents.js';
import { createHttpServer, type HttpServer } from '../../src/http/server.js';
import type { Telemetry } from '../../src/http/watch-requests.js';
import { createLog } from '../../src/log/index.js';
import { plainKinds } from './config-file.js';

type Resolve = (caller: Caller, args: Readonly<Record<string, unknown>>) => unknown;

export interface EdgeServerOptions {
  readonly settings?: Partial<ServerSettings>;
  readonly auth?: AuthSettings | null;
  readonly sandbox?: boolean;
  readonly limits?: Partial<LimitSettings>;
  readonly counters?: CounterStore;
  readonly telemetry?: Telemetry;
  readonly canWrite?: () => Promise<boolean>;
  readonly native?: NativeHttp;
  /** Known operations of that graph. */
  readonly persisted?: PersistedDocuments;
  readonly apqCache?: KeyValueCache<string>;
  /** A graph in place of the small one. What it answers needs backends, which there are none of. */
  readonly schema?: GraphQLSchema;
  /** What the fields of the small graph do. */
  readonly fields?: Readonly<Record<string, Resolve>>;
}

export interface EdgeServer extends HttpServer {
  /** Lines of the log, read back. */
  readonly log: ReadonlyArray<Readonly<Record<string, unknown>>>;
  readonly logText: () => string;
  /** A request without a socket, to a name that the server allows unless it says otherwise. */
  ask(options: InjectOptions): Promise<LightMyRequestResponse>;
  /** POSTs a query as a well-behaved client. */
  query(query: string, headers?: Readonly<Record<string, string>>): Promise<LightMyRequestResponse>;
}

/** A small graph of one field a purpose: a test gives the fields that it needs. */
const SCHEMA = `
  type Query { hello: String! principal: String! wait: String fail(password: String): String }
  type Mutation { change(password: String!): String }
`;

const FIELDS: Readonly<Record<string, Resolve>> = {
  hello: () => 'world',
  principal: ({ principal }) => principal.id,
  change: () => 'done',
};

/** The HTTP side of the gateway with a graph of its own, each of its pages being one file. */
export async function startEdgeServer({
  settings = {},
  auth = null,
  sandbox = false,
  limits = {},
  counters = createMemoryCounters(),
  telemetry = { metrics: null, tracing: null },
  canWrite = async () => true,
  native,
  fields = {},
  persisted = NONE_PERSISTED,
  apqCache,
  schema = schemaWith({ ...FIELDS, ...fields }),
}: EdgeServerOptions = {}): Promise<EdgeServer> {
  const lines: string[] = [];
  const pageFolder = mkdtempSync(join(tmpdir(), 'hostgraph-page-'));
  writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>GraphiQL</title>');
  const { server, limits: limitDefaults } = loadConfig({ file: null, env: { PORT: '0' }, kinds: plainKinds });
  const http = await createHttpServer<Caller>({
    settings: { ...server, allowedHosts: ['gateway.test'], ...settings },
    schema,
    authenticate: createAuthenticator(auth),
    createContext: (caller) => caller,
    countBackends: () => 1,
    loopbackOnly: auth === null,
    sandbox,
    limits: { ...limitDefaults, ...limits },
    counters,
    telemetry,
    persisted,
    ...(apqCache === undefined ? {} : { apqCache }),
    metricsRoute: true,
    canWrite,
    native: native ?? null,
    log: createLog('debug', { write: (line: string) => lines.push(line) }),
    graphiqlFolder: pageFolder,
    docsFolder: pageFolder,
  });
  const ask: EdgeServer['ask'] = async (options) =>
    http.app.inject({ ...options, headers: { host: 'gateway.test', ...options.headers } });
  return {
    ...http,
    get log() {
      return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    },
    logText: () => lines.join(''),
    ask,
    query: (query, headers = {}) => ask({ method: 'POST', url: '/graphql', headers, payload: { query } }),
    async close() {
      await http.close();
      rmSync(pageFolder, { recursive: true, force: true });
    },
  };
}

function schemaWith(fields: Readonly<Record<string, Resolve>>) {
  const schema = buildSchema(SCHEMA);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve = (_source, args: Record<string, unknown>, caller: Caller) =>
        fields[field.name]?.(caller, args) ?? null;
    }
  }
  return schema;
}
