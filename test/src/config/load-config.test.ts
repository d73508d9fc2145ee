import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError, loadConfig, parseBackends, Secret } from '../../../src/config/index.js';
import { createConfigFolder, plainKinds } from '../../support/config-file.js';

const folder = createConfigFolder();
afterAll(() => folder.remove());

const BACKEND = 'backends: { one: { kind: plain, url: "http://127.0.0.1:1/", username: api, password: x } }';

describe('loadConfig', () => {
  it('fills in every default', () => {
    expect(folder.load(BACKEND)).toEqual({
      server: {
        host: '127.0.0.1',
        port: 4000,
        allowedHosts: [],
        corsOrigins: [],
        maxRequestBytes: 1_048_576,
        limits: {
          tokens: 5000,
          depth: 20,
          breadth: 500,
          selections: 10_000,
          aliases: 200,
          cost: 2000,
        },
        graphiql: true,
        introspection: true,
        docs: true,
        requestTimeoutMs: 60_000,
        maxInFlight: 2_000,
        maxEventLoopDelayMs: 1_000,
        trustedProxies: [],
        hstsSeconds: 0,
        shutdownMs: 10_000,
      },
      backends: {
        one: {
          kind: 'plain',
          url: 'http://127.0.0.1:1/',
          username: 'api',
          password: new Secret('x'),
          namespaces: [],
          timeoutMs: 10_000,
          writeTimeoutMs: 120_000,
          concurrency: 16,
          maxResponseBytes: 33_554_432,
          retries: 2,
          breaker: { failures: 5, openMs: 10_000 },
          tls: { insecure: false },
        },
      },
      auth: null,
      log: { level: 'info' },
      limits: { failedLoginsPerMinute: 20 },
      operations: { folders: [], manifests: [], exceptRoles: [] },
      persistedOperations: 'allow',
      audit: {},
      metrics: { enabled: true, host: '127.0.0.1' },
      tracing: null,
      dataDir: join(folder.path, 'data'),
      redis: null,
      cache: { ttlSeconds: {}, timeoutMs: 100, memoryBytes: 33_554_432 },
      idempotency: { retentionDays: 30 },
      native: { enabled: true, raw: false, credentialChecksPerMinute: 10 },
      sandbox: false,
    });
  });

  it('reads JSON', () => {
    const json = JSON.stringify({
      server: { port: 0 },
      backends: { one: { kind: 'plain', url: 'http://h/', username: 'a', password: 'b' } },
    });
    expect(folder.load(json).server.port).toBe(0);
  });

  it('keeps the order of the backends', () => {
    const entry = '{ kind: plain, url: "http://h/", username: a, password: b }';
    const { backends } = folder.load(`backends: { zoe: ${entry}, adam: ${entry}, b-2: ${entry} }`);
    expect(Object.keys(backends)).toEqual(['zoe', 'adam', 'b-2']);
  });

  it('tells every problem at once, each with its path', () => {
    expect(
      folder.problemsOf(
        [
          'server: { prot: 1, host: 10.0.0.1, port: 70000, graphiql: maybe }',
          'backends:',
          '  one: { kind: plain, ulr: "http://h/", retries: -1, timeoutMs: 1.5, tls: [], breaker: { openMs: 1 } }',
          '  Two: { kind: plain }',
          '  three: { kind: cpanel }',
          '  four: { url: "http://h/" }',
          '  five:',
          'log: { level: loud }',
          'plugins: {}',
        ].join('\n'),
        { PORT: 'http' },
      ),
    ).toEqual([
      'server.port: must be at most 65535',
      'server.graphiql: must be true or false, not a string',
      'server.prot: is not a setting; did you mean port?',
      'log.level: must be trace or debug or info or warn or error or fatal or silent',
      'backends.one.url: is required',
      'backends.one.timeoutMs: must be a whole number, not a fraction',
      'backends.one.retries: must be at least 0',
      'backends.one.breaker.openMs: must be at least 100',
      'backends.one.tls: must be a map, not a list',
      'backends.one.username: is required',
      'backends.one.password: is required, as itself or as a file: passwordFile',
      'backends.one.ulr: is not a setting; did you mean url?',
      'backends.Two: is no name for a backend: lower-case letters, digits and dashes, a letter first',
      'backends.three.kind: must be plain',
      'backends.four.kind: is required',
      'backends.five: must be a map, not empty',
      'plugins: is not a setting; there are server, auth, log, limits, native, operations, persistedOperations, audit, metrics, tracing, dataDir, redis, cache, idempotency, backends',
      'PORT: the environment variable must be a port number, 0 to 65535',
    ]);
  });

  it.each([
    ['an empty file', '', 'backends: is required'],
    ['no backend', 'backends: {}', 'backends: must name at least one backend'],
    ['text alone', 'hunter2', 'must be a map, not a string'],
    ['a list', '- server', 'must be a map, not a list'],
  ])('refuses %s', (_name, content, problem) => {
    expect(folder.problemsOf(content)).toEqual([problem]);
  });

  it('says which file it cannot read', () => {
    const file = join(folder.path, 'missing.yaml');
    const load = () => loadConfig({ file, env: {}, kinds: plainKinds });
    expect(load).toThrow(new ConfigError([{ path: '', message: `${file} cannot be read (ENOENT)` }]));
  });

  it.each(['ftp://h/', 'h:8440', '/xmlrpc', 'http://api:hunter2@h/', 'http://h/#x', 'http://h:99999/', ''])(
    'refuses %j as address of a panel',
    (url) => {
      const entry = `{ kind: plain, url: ${JSON.stringify(url)}, username: a, password: b }`;
      expect(folder.problemsOf(`backends: { one: ${entry} }`)).toEqual([
        'backends.one.url: must be an absolute http: or https: URL without a login and without a fragment',
      ]);
    },
  );

  it.each(['*', 'null', 'https://shop.example/', 'shop.example', 'https://Shop.example', 'file://x'])(
    'refuses %j as an origin',
    (origin) => {
      expect(folder.problemsOf(`server: { corsOrigins: ["${origin}"] }\n${BACKEND}`)).toEqual([
        'server.corsOrigins[0]: must be an origin: scheme, host and port if any, nothing after them',
      ]);
    },
  );

  it('lets PORT stand in for server.port', () => {
    expect(folder.load(`server: { port: 1 }\n${BACKEND}`, { PORT: '0' }).server.port).toBe(0);
    expect(folder.load(BACKEND, { PORT: '8080' }).server.port).toBe(8080);
    expect(folder.load(BACKEND, { PORT: '' }).server.port).toBe(4000);
    expect(folder.problemsOf(BACKEND, { PORT: '99999' })).toEqual(['server.port: must be at most 65535']);
  });

  it('turns GraphiQL and introspection off in production, unless the file turns them on', () => {
    const production = { NODE_ENV: 'production' };
    expect(folder.load(BACKEND, production).server).toMatchObject({ graphiql: false, introspection: false });
    expect(folder.load(`server: { graphiql: true }\n${BACKEND}`, production).server).toMatchObject({
      graphiql: true,
      introspection: false,
    });
  });
});

describe('loadConfig without a file', () => {
  const load = (env: Record<string, string>) => loadConfig({ file: null, env, kinds: plainKinds });

  it('means the sandbox, on loopback, without keys', () => {
    expect(load({ PORT: '0' })).toMatchObject({
      server: { host: '127.0.0.1', port: 0 },
      backends: {},
      auth: null,
      sandbox: true,
    });
  });

  it('is an error in production', () => {
    expect(() => load({ NODE_ENV: 'production' })).toThrow(
      /^There is no configuration: name a file with --config/,
    );
  });
});

describe('parseBackends', () => {
  it('reads the entries of the sandbox by the rules for those of a file', () => {
    const entry = { kind: 'plain', url: 'http://127.0.0.1:1/', username: 'a', password: 'b' };
    expect(parseBackends({ one: entry }, plainKinds).one).toMatchObject({ kind: 'plain', retries: 2 });
    expect(() => parseBackends({ one: { ...entry, pasword: 'hunter2' } }, plainKinds)).toThrow(
      new ConfigError([
        { path: 'backends.one.pasword', message: 'is not a setting; did you mean password?' },
      ]),
    );
  });
});
