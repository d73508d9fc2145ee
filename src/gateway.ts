import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backendKinds } from '../adapters/index.js';
import { countAnswering } from '../resolvers/every-backend.js';
import { buildGatewaySchema } from '../resolvers/schema.js';
import { openAudit } from './audit/index.js';
import type { Cache } from './cache/open-cache.js';
import { checkScopes } from './check-scopes.js';
import { type Config, type LoadOptions, loadConfig, parseBackends } from './config/index.js';
import { createContext, type GatewayContext } from './context.js';
import { createAuthenticator } from './http/authenticate.js';
import type { Caller } from './http/caller.js';
import { listenForMetrics } from './http/metrics-route.js';
import { createHttpServer } from './http/server.js';
import { readKnownOperations } from './known-operations.js';
import { createLog, type Log } from './log/index.js';
import type { Backend, BackendKinds } from './model/index.js';
import { NativeLayer } from './native/native-layer.js';
import { openConfiguredCache, openRecordRedis } from './open-stores.js';
import { limitedBackend } from './policy/limited-backend.js';
import { withinTime } from './redis/within-time.js';
import { startSandbox } from './sandbox/start.js';
import { createMetrics, type Metrics } from './telemetry/metrics.js';
import { observedBackend } from './telemetry/observed-backend.js';
import { openTracing } from './telemetry/open-tracing.js';
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
 * Checks what a configuration leads to beyond its own file: the operations that it adds. Asks no backend anything.
 *
 * @returns all operations that the gateway would know
 * @throws {@link ConfigError} with every problem at once
 */
export async function checkGateway(config: Config) {
  const log = createLog('silent');
  createAuthenticator(config.auth);
  const backends = Object.entries(config.backends).map(([name, entry]) => openBackend(name, entry, log));
  try {
    checkScopes(config, backends);
    return readKnownOperations(config, buildGatewaySchema(), backends);
  } finally {
    await Promise.all(backends.map((backend) => backend.close()));
  }
}

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
    const { sandbox, metrics: metricsSettings } = config;
    warnOfInsecure(config, log);
    const metrics = metricsSettings.enabled ? createMetrics() : null;
    const tracing = config.tracing === null ? null : await openTracing(config.tracing);
    if (tracing !== null) closers.push(() => tracing.close());
    const { ledger, backends, reconcile, cache } = await openWrites(
      { ...config, backends: entries },
      log,
      closers,
      metrics,
    );
    checkScopes(config, backends);
    // Writes whose callers have gone are seen through, as far as there is time.
    closers.push(() => withinTime(ledger.idle(), config.server.shutdownMs).catch(() => undefined));
    closers.push(startSweep({ ledger, reconcile, log }));
    const schema = buildGatewaySchema();
    const contextOf = ({ principal, requestId, signal, observe, pauseClock }: Caller) =>
      // Written out: V8 makes a new hidden class for each object that a spread begins, and that once a request.
      createContext({ principal, requestId, signal, observe, pauseClock, sandbox, backends, ledger });
    const http = await createHttpServer<GatewayContext>({
      settings: config.server,
      schema,
      persisted: readKnownOperations(config, schema, backends),
      authenticate: createAuthenticator(config.auth),
      createContext: contextOf,
      countBackends: countAnswering,
      apqCache: cache.apq,
      loopbackOnly: config.auth === null,
      sandbox,
      log,
      limits: config.limits,
      counters: cache.counters,
      telemetry: { metrics, tracing },
      metricsRoute: metricsSettings.port === undefined,
      native: config.native.enabled ? { layer: openNative(config, backends, cache), contextOf } : null,
      canWrite: async () => (await unsettledWrites(ledger, 1)) !== null,
    });
    closers.push(() => http.close());
    metrics?.readFrom({
      backends,
      unsettledWrites: () => unsettledWrites(ledger, MOST_UNSETTLED),
      inFlight: http.inFlight,
    });
    if (metrics !== null && metricsSettings.port !== undefined) {
      const { host, port } = metricsSettings;
      const { allowedHosts } = config.server;
      const listener = await listenForMetrics({ host, port, allowedHosts }, metrics);
      closers.push(() => listener.close());
      log.info({ host, port: listener.port }, 'metrics have a port of their own');
    }
    return { url: await http.listen(), backendNames: Object.keys(entries), close };
  } catch (error) {
    await close();
    throw error;
  }
}

const openNative = ({ native }: Config, backends: readonly Backend[], { counters }: Cache): NativeLayer =>
  new NativeLayer({ backends, settings: native, counters });

const MOST_UNSETTLED = 1_000;

/** `null`: the records cannot be read. */
const unsettledWrites = (ledger: Ledger, most: number): Promise<number | null> =>
  ledger.countUnsettled(most).catch(() => null);

/** Said at each start, so that a setting that was meant for an afternoon is not forgotten. */
function warnOfInsecure({ backends, redis, cache }: Config, log: Log): void {
  const isInsecure = (tls: unknown) => (tls as { insecure?: boolean } | undefined)?.insecure === true;
  const paths = Object.entries(backends)
    .filter(([, { tls }]) => isInsecure(tls))
    .map(([name]) => `backends.${name}.tls.insecure`);
  if (isInsecure(redis?.tls)) paths.push('redis.tls.insecure');
  if (isInsecure(cache.redis?.tls)) paths.push('cache.redis.tls.insecure');
  for (const setting of paths) log.warn({ setting }, 'any certificate is taken, so passwords can be read');
}

/** The records of writes, and the backends that can tell what became of them. */
export interface Writes {
  readonly ledger: Ledger;
  readonly backends: readonly Backend[];
  readonly reconcile: Reconcile;
  readonly cache: Cache;
}

/**
 * Opens the configured backends and the ledger of their writes; asks no backend anything.
 *
 * @param closers - gets what ends them, to be called last first
 * @param metrics - counts their calls and writes
 * @throws {@link ConfigError} if the configured Redis may throw records away
 */
export async function openWrites(
  config: Config,
  log: Log,
  closers: Array<() => Promise<void>>,
  metrics: Metrics | null = null,
): Promise<Writes> {
  const { idempotency } = config;
  const redis = await openRecordRedis(config, log);
  if (redis !== null) closers.push(async () => redis.close());
  const onFailure = () => metrics?.countLostAuditEntry();
  const audit = openAudit({ settings: config.audit, redis, log, onFailure });
  closers.push(() => audit.close());
  const { ledger, secret, close } = openLedger({
    dataDir: ledgerFolder(config, closers),
    redis,
    secret: idempotency.secret?.reveal() ?? null,
    retentionMs: idempotency.retentionDays * DAY_MS,
    leaseMs: (backend) => leaseOf(writeTimeoutOf(config.backends[backend])),
    log,
    watch(event) {
      audit.watch(event);
      if (event.event === 'begun' || event.event === 'replayed') return;
      metrics?.countWrite(event.record.backend, event.record.mutation, event.record.state);
    },
  });
  closers.push(close);
  const observer = metrics === null ? null : { onLookup: metrics.countLookup };
  const cache = await openConfiguredCache(config, { records: redis, secret, observer, log });
  closers.push(async () => cache.close());
  const guarded = (backend: Backend, { callsPerMinute }: Config['backends'][string]) => {
    const inAll = typeof callsPerMinute === 'number' ? callsPerMinute : undefined;
    const limits = { perCaller: config.limits.callsPerMinute, inAll };
    const limited = limitedBackend(backend, cache.counters, limits);
    return metrics === null ? limited : observedBackend(limited, metrics.observeCall);
  };
  const backends = Object.entries(config.backends).map(([name, entry]) =>
    cache.cached(guarded(openBackend(name, entry, log), entry), String(entry.url)),
  );
  closers.push(async () => {
    await Promise.all(backends.map((backend) => backend.close()));
  });
  return { ledger, backends, reconcile: createReconcile(backends), cache };
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

/** Makes no call. */
export function openBackend(
  name: string,
  { kind, ...settings }: Config['backends'][string],
  log: Log,
): Backend {
  const kinds: BackendKinds = backendKinds;
  const module = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (module === undefined) throw new Error(`There is no kind of backend called ${kind}.`);
  return module.create(name, settings, { log: log.child({ backend: name }) });
}
