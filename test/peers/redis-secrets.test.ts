import { getNamedType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildGatewaySchema } from '../../resolvers/schema.js';
import { openCache } from '../../src/cache/open-cache.js';
import { examples } from '../../src/graphiql/examples.js';
import { createLog } from '../../src/log/index.js';
import { LOCAL_PRINCIPAL } from '../../src/model/index.js';
import { openKeepingRedis, type SharedRedis } from '../../src/redis/open-redis.js';
import { seed as enomSeed } from '../../src/sandbox/enom/seed.js';
import { sandboxPasswordOf } from '../../src/sandbox/mspc/seed/seed-users.js';
import type { SimulatorKind } from '../../src/sandbox/simulator.js';
import { Ledger } from '../../src/writes/ledger.js';
import { createRedisRecordStore } from '../../src/writes/redis-record-store.js';
import type { Secrets } from '../support/filled-input.js';
import { type FourPanels, startFourPanels } from '../support/four-panels.js';
import { runOperation } from '../support/poa-gateway.js';
import { secretInputs } from '../support/secret-inputs.js';
import { type RedisServer, startRedis } from './support/redis.js';

const KINDS: readonly SimulatorKind[] = ['poa', 'mspc', 'hsphere', 'enom'];
/** What callers send. */
const SENT: Secrets = {
  password: 'Gr8Unsaid77',
  cardNumber: '4111111111111111',
  privateKey: 'UnsaidKeyMaterial0123456789',
};
/** What keys the digests. */
const SECRET = Buffer.from('thirty-two characters of secrecy!');
const EVERY_TYPE = {
  Account: 3_600,
  Subscription: 3_600,
  Domain: 3_600,
  Mailbox: 3_600,
  Package: 3_600,
  HostingPlan: 3_600,
  EmailBundle: 3_600,
};

/** What panels have in their answers: MSPControl the passwords of accounts, eNom those of mailboxes. */
const answeredSecrets = (): readonly string[] => [
  ...['nordlicht', 'reseller1', 'bakewell'].map(sandboxPasswordOf),
  sandboxPasswordOf(''),
  ...enomSeed(new Date()).domains.flatMap(({ paks }) =>
    paks.flatMap(({ mailboxes }) => mailboxes.map(({ password }) => password)),
  ),
];

/** The gateway's own logins. */
const loginSecrets = ({ simulators }: FourPanels): readonly string[] =>
  Object.values(simulators).flatMap(({ configuration: { password, pw } }) =>
    [password, pw].filter((value) => typeof value === 'string'),
  );

describe('what Redis holds', () => {
  let server: RedisServer;
  let redis: SharedRedis;
  let panels: FourPanels;
  beforeAll(async () => {
    const log = createLog('silent');
    server = await startRedis();
    redis = await openKeepingRedis(
      {
        url: server.url,
        keyPrefix: 'hostgraph:',
        tls: { insecure: false },
        connectTimeoutMs: 5_000,
        commandTimeoutMs: 2_000,
      },
      log,
    );
    panels = await startFourPanels({ log });
  });
  afterAll(async () => {
    await panels.close();
    redis.close();
    await server.close();
  });

  async function contents(): Promise<readonly string[]> {
    const keys = await redis.command<string[]>('KEYS', '*');
    const texts = keys.map(async (key) => {
      const isText = (await redis.command<string>('TYPE', key)) === 'string';
      const value = isText
        ? await redis.command<string>('GET', key)
        : await redis.command<string[]>('ZRANGE', key, '0', '-1');
      return `${key}\n${value}`;
    });
    return Promise.all(texts);
  }

  it('is records of writes and answers of all panels, and no secret', { timeout: 60_000 }, async () => {
    const schema = buildGatewaySchema();
    const cache = openCache({
      settings: { ttlSeconds: EVERY_TYPE, timeoutMs: 2_000, memoryBytes: 2 ** 20 },
      redis,
      secret: SECRET,
      log: createLog('silent'),
    });
    const backends = panels.backends.map((backend) => cache.cached(backend, backend.name));
    const ledger = new Ledger({
      store: createRedisRecordStore(redis.command, {
        retentionMs: Number.MAX_SAFE_INTEGER / 2,
        keyPrefix: redis.keyPrefix,
      }),
      secret: SECRET,
      leaseMs: 60_000,
    });
    for (const kind of KINDS) {
      for (const [mutation, input] of Object.entries(secretInputs(SENT, 'ada1')[kind])) {
        const type = getNamedType(schema.getMutationType()?.getFields()[mutation]?.args[0]?.type);
        await runOperation(
          backends,
          `mutation ($input: ${type?.name}!) { ${mutation}(input: $input) { userErrors { code } } }`,
          { input: { ...input, idempotencyKey: `${kind}-${mutation}` } },
          LOCAL_PRINCIPAL,
          ledger,
        );
      }
    }
    for (const { query, variables } of examples) {
      if (query.includes('mutation ')) continue;
      await runOperation(backends, query, variables, LOCAL_PRINCIPAL, ledger);
    }
    await vi.waitFor(async () => {
      const keys = await redis.command<string[]>('KEYS', 'hostgraph:{cache}:answer:*');
      const methods = new Set(keys.map((key) => key.split(':').at(-2)));
      for (const method of ['pem.getAccountInfo', 'GetUserByUsername', 'getQuota', 'GetPOP3']) {
        expect([...methods]).toContain(method);
      }
    });

    const held = await contents();
    expect(held.some((text) => text.startsWith('hostgraph:{writes}:record:'))).toBe(true);
    const secrets = [
      ...Object.values(SENT),
      ...answeredSecrets(),
      ...loginSecrets(panels),
      SECRET.toString('utf8'),
    ];
    expect(secrets.length).toBeGreaterThan(15);
    for (const secret of secrets) {
      for (const form of [
        secret,
        Buffer.from(secret).toString('base64'),
        Buffer.from(secret).toString('hex'),
      ]) {
        expect(held.filter((text) => text.includes(form))).toEqual([]);
      }
    }
    cache.close();
  });
});
