import { dirname, resolve } from 'node:path';
import type { z } from 'zod';
import type { BackendKinds } from '../model/backend-kind.js';
import { type Checked, checkValue } from './check-value.js';
import type { Config } from './config.js';
import type { Problem } from './config-error.js';
import { configSchema, sandboxSchema } from './config-schema.js';
import { crossCheck } from './cross-checks.js';
import { readYaml } from './read-yaml.js';
import { isMap } from './schema-walk.js';

type Environment = Readonly<Record<string, string | undefined>>;
type General = z.output<typeof sandboxSchema>;

export interface LoadOptions {
  /** YAML or JSON; `null` for none, which means the sandbox. */
  readonly file: string | null;
  /** Gives `${VARIABLE}`s, `PORT` in place of `server.port`, and `NODE_ENV`. */
  readonly env: Environment;
  readonly kinds: BackendKinds;
}

/**
 * Reads the configuration and checks all of it.
 *
 * @throws {@link ConfigError} with every problem at once, each with its path and never with a value
 */
export function loadConfig({ file, env, kinds }: LoadOptions): Config {
  if (file === null) return withoutFile(env);
  const folder = dirname(resolve(file));
  const checked = checkValue(withPort(readYaml(file), env), configSchema(kinds), { env, folder });
  addGeneralProblems(checked, env);
  const config = checked.orThrow();
  return { ...general(config, env, folder), backends: toEntries(config.backends), sandbox: false };
}

function withoutFile(env: Environment): Config {
  const folder = process.cwd();
  const checked = checkValue(withPort({}, env), sandboxSchema, { env, folder });
  addGeneralProblems(checked, env);
  if (isProduction(env)) {
    checked.problems.push({
      path: '',
      message:
        'There is no configuration: name a file with --config or HOSTGRAPH_CONFIG. ' +
        'The sandbox does not stand in for it where NODE_ENV is production.',
    });
  }
  return { ...general(checked.orThrow(), env, folder), backends: {}, sandbox: true };
}

/**
 * Reads the entries that the sandbox gives for its simulators, by the rules for those of a file.
 *
 * @throws {@link ConfigError} if a simulator has fallen behind the adapter that it stands for
 */
export function parseBackends(entries: unknown, kinds: BackendKinds): Config['backends'] {
  const checked = checkValue({ backends: entries }, configSchema(kinds), { env: {}, folder: process.cwd() });
  return toEntries(checked.orThrow().backends);
}

/** `kind` is a string in each, which the type of a union over unknown schemas does not tell. */
const toEntries = (backends: Readonly<Record<string, Record<string, unknown>>>): Config['backends'] =>
  Object.fromEntries(
    Object.entries(backends).map(([name, entry]) => [name, { ...entry, kind: String(entry.kind) }]),
  );

function general(
  {
    server,
    auth,
    log,
    limits,
    native,
    operations,
    persistedOperations,
    audit,
    metrics,
    tracing,
    dataDir,
    redis,
    cache,
    idempotency,
  }: General,
  env: Environment,
  folder: string,
): Omit<Config, 'backends' | 'sandbox'> {
  return {
    server: {
      ...server,
      graphiql: server.graphiql ?? !isProduction(env),
      docs: server.docs ?? !isProduction(env),
      introspection: server.introspection ?? !isProduction(env),
    },
    auth: auth ?? null,
    log,
    limits,
    native,
    operations,
    persistedOperations,
    audit,
    metrics,
    tracing: tracing ?? null,
    dataDir: resolve(folder, dataDir),
    redis: redis ?? null,
    cache,
    idempotency,
  };
}

/** What needs more than one section, checked on those that are sound whatever is wrong with the others. */
function addGeneralProblems({ value, problems }: Checked<General>, env: Environment): void {
  const sections = isMap(value) ? value : {};
  const server = sandboxSchema.shape.server.safeParse(sections.server);
  const auth = sandboxSchema.shape.auth.safeParse(sections.auth);
  const { backends } = sections;
  problems.push(
    ...checkPort(env),
    ...crossCheck({
      host: server.data?.host,
      auth: auth.success ? (auth.data ?? null) : undefined,
      backendNames: isMap(backends) ? Object.keys(backends) : undefined,
      hasRedis: sections.redis !== undefined,
      hasCacheRedis: isMap(sections.cache) && sections.cache.redis !== undefined,
      hasSecret: isMap(sections.idempotency) && sections.idempotency.secret !== undefined,
      hasAuditStream: isMap(sections.audit) && sections.audit.redisStream !== undefined,
    }),
  );
}

const PORT = /^\d{1,5}$/;

function withPort(value: unknown, { PORT: port = '' }: Environment): unknown {
  if (!PORT.test(port) || !isMap(value)) return value;
  const { server = {} } = value;
  return isMap(server) ? { ...value, server: { ...server, port: Number(port) } } : value;
}

const checkPort = ({ PORT: port = '' }: Environment): Problem[] =>
  port === '' || PORT.test(port)
    ? []
    : [{ path: 'PORT', message: 'the environment variable must be a port number, 0 to 65535' }];

const isProduction = ({ NODE_ENV }: Environment): boolean => NODE_ENV === 'production';
