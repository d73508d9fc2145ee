import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backendKinds } from '../adapters/index.js';
import { buildGatewaySchema } from '../resolvers/schema.js';
import { type Config, type LoadOptions, loadConfig, parseBackends } from './config/index.js';
import { createContext, type GatewayContext } from './context.js';
import { createAuthenticator } from './http/authenticate.js';
import { createHttpServer } from './http/server.js';
import type { Log } from './log/index.js';
import type { Backend, BackendKinds } from './model/index.js';
import { startSandbox } from './sandbox/start.js';
import { openLedger } from './writes/open-ledger.js';

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
    const backends = Object.entries(entries).map(([name, entry]) => openBackend(name, entry, log));
    closers.push(async () => {
      await Promise.all(backends.map((backend) => backend.close()));
    });
    const { sandbox } = config;
    const { ledger, close: closeLedger } = openLedger({ ...ledgerPlace(config, closers), log });
    closers.push(closeLedger);
    const http = await createHttpServer<GatewayContext>({
      settings: config.server,
      schema: buildGatewaySchema(),
      authenticate: createAuthenticator(config.auth),
      createContext: (caller) => createContext({ ...caller, sandbox, backends, ledger }),
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

/** Of the simulated panels those that there is an adapter for. */
const DAY_MS = 24 * 60 * 60_000;

/** Nothing that happened to the sandbox matters once it is gone, so its records go with it. */
function ledgerPlace({ sandbox, dataDir }: Config, closers: Array<() => Promise<void>>) {
  const limits = { retentionMs: 30 * DAY_MS, leaseMs: DAY_MS / 24 };
  if (!sandbox) return { dataDir, ...limits };
  const temporary = mkdtempSync(join(tmpdir(), 'hostgraph-'));
  closers.push(async () => rmSync(temporary, { recursive: true, force: true }));
  return { dataDir: temporary, ...limits };
}

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
