import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backendKinds } from '../adapters/index.js';
import { countAnswering } from '../resolvers/every-backend.js';
import { buildGatewaySchema } from '../resolvers/schema.js';
import { type Config, ConfigError, type LoadOptions, loadConfig, parseBackends } from './config/index.js';
import { createContext, type GatewayContext } from './context.js';
import { createAuthenticator } from './http/authenticate.js';
import { createHttpServer } from './http/server.js';
import type { Log } from './log/index.js';
import type { Backend, BackendKinds } from './model/index.js';
import { EvictingRedisError } from './redis/eviction.js';
import { withinTime } from './redis/within-time.js';
import { startSandbox } from './sandbox/start.js';
import { leaseOf } from './writes/lease.js';
import type { Ledger, Reconcile } from './writes/ledger.js';
import { openLedger } from './writes/open-ledger.js';
import { createReconcile } from './writes/session.js';
import { startSweep } from './writes/sweep.js';

export interface Gateway {
  /** Origin to ask at, `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly backendNames: readonly string[];
  /** Lets requests under way end, then closes backends and sandbox. Once is enough; more does no harm. */
  close(): Promise<void>;
}

/** @throws {@link ConfigError} with every problem at once */
export const loadGatewayConfig = (options: Omit<LoadOptions, 'kinds'>): Config =>
  loadConfig({ ...options, kinds: backendKinds });

/**
 * Joins the parts: configuration, backends, context, schema, HTTP. No backend is asked anything, so one that is
 * down keeps nothing from starting.
 *
 * @throws {@link ConfigError} if the configuration turns out to be unusable
 * @throws the system's error if the port cannot be had
 */
export async function startGateway(config: Config, log: Log): Promise<Gateway> {
  const closers: Array<() => Promise<void>> = [];
  const close = async () => {
    // Last opened, first closed: requests end before what they stand on.
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const entries = config.sandbox ? await sandboxEntries(closers) : config.backends;
    const { sandbox } = config;
    const { ledger, backends, reconcile } = await openWrites({ ...config, backends: entries }, log, closers);
    // Writes whose callers have gone are seen through, as far as there is time.
    closers.push(() => withinTime(ledger.idle(), config.server.shutdownMs).catch(() => undefined));
    closers.push(startSweep({ ledger, reconcile, log }));
    const http = await createHttpServer<GatewayContext>({
      settings: config.server,
      schema: buildGatewaySchema(),
      authenticate: createAuthenticator(config.auth),
      createContext: (caller) => createContext({ ...caller, sandbox, backends, ledger }),
      countBackends: countAnswering,
      loopbackOnly: config.auth === null,
      sandbox,
      log,
    });
    closers.push(() => http.close());
    return { url: await http.listen(), backendNames: Object.keys(entries), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The records of writes, and the backends that can tell what became of them. */
export interface Writes {
  readonly ledger: Ledger;
  readonly backends: readonly Backend[];
  readonly reconcile: Reconcile;
}

/**
 * Opens the configured backends and the ledger of their writes; asks no backend anything.
 *
 * @param closers - gets what ends them, to be called last first
 * @throws {@link ConfigError} if the configured Redis may throw records away
 */
export async function openWrites(
  config: Config,
  log: Log,
  closers: Array<() => Promise<void>>,
): Promise<Writes> {
  const { redis, idempotency } = config;
  const { ledger, close } = await openLedger({
    dataDir: ledgerFolder(config, closers),
    redis: redis === null ? null : { ...redis, password: redis.password?.reveal() },
    secret: idempotency.secret?.reveal() ?? null,
    retentionMs: idempotency.retentionDays * DAY_MS,
    leaseMs: (backend) => leaseOf(writeTimeoutOf(config.backends[backend])),
    log,
  }).catch((error: unknown) => {
    throw error instanceof EvictingRedisError
      ? new ConfigError([{ path: 'redis.url', message: error.message }])
      : error;
  });
  closers.push(close);
  const backends = Object.entries(config.backends).map(([name, entry]) => openBackend(name, entry, log));
  closers.push(async () => {
    await Promise.all(backends.map((backend) => backend.close()));
  });
  return { ledger, backends, reconcile: createReconcile(backends) };
}

const DAY_MS = 24 * 60 * 60_000;

/** Nothing that happened to the sandbox matters once it is gone, so its records go with it. */
function ledgerFolder({ sandbox, dataDir }: Config, closers: Array<() => Promise<void>>): string {
  if (!sandbox) return dataDir;
  const temporary = mkdtempSync(join(tmpdir(), 'hostgraph-'));
  closers.push(async () => rmSync(temporary, { recursive: true, force: true }));
  return temporary;
}

function writeTimeoutOf(entry: Config['backends'][string] | undefined): number {
  const writeTimeoutMs = entry?.writeTimeoutMs;
  if (typeof writeTimeoutMs !== 'number') throw new Error('A backend has no deadline for its writes.');
  return writeTimeoutMs;
}

/** Of the simulated panels those that there is an adapter for. */
async function sandboxEntries(closers: Array<() => Promise<void>>): Promise<Config['backends']> {
  const sandbox = await startSandbox();
  closers.push(() => sandbox.close());
  const known = Object.entries(sandbox.backends).filter(([, { kind }]) =>
    Object.hasOwn(backendKinds, String(kind)),
  );
  return parseBackends(Object.fromEntries(known), backendKinds);
}

function openBackend(name: string, { kind, ...settings }: Config['backends'][string], log: Log): Backend {
  const kinds: BackendKinds = backendKinds;
  const module = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (module === undefined) throw new Error(`There is no kind of backend called ${kind}.`);
  return module.create(name, settings, { log: log.child({ backend: name }) });
}
