import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../../src/http/api-key.js';
import { type ConfiguredGateway, startConfiguredGateway } from '../support/configured-gateway.js';
import { type RedisServer, startRedis } from './support/redis.js';

const shop = createApiKey();
const asShop = { 'x-api-key': shop.key };

let redis: RedisServer;
let gateways: readonly ConfiguredGateway[] = [];

beforeAll(async () => {
  redis = await startRedis();
  const sections = {
    redis: { url: redis.url, commandTimeoutMs: 500 },
    idempotency: { secret: 'the same thirty-two characters here' },
    auth: { apiKeys: [{ id: 'shop', sha256: shop.sha256, roles: ['provider'] }] },
    limits: { requestsPerMinute: 20, failedLoginsPerMinute: 3 },
    audit: { redisStream: 'audit' },
  };
  gateways = await Promise.all([startConfiguredGateway({ sections }), startConfiguredGateway({ sections })]);
});
afterAll(async () => {
  for (const gateway of gateways) await gateway.close();
  await redis?.close();
});

const gateway = (index: number): ConfiguredGateway => {
  const found = gateways[index];
  if (found === undefined) throw new Error('There are two.');
  return found;
};

/** What Redis has, by a client of its own. */
async function command<T>(...args: string[]): Promise<T> {
  const client = createClient({ url: redis.url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await client.sendCommand<T>(args);
  } finally {
    client.destroy();
  }
}

const suspend = (key: string) =>
  `mutation { suspendAccount(input: { accountId: "poa:Account:1000005", idempotencyKey: "${key}" }) { userErrors { code } } }`;

describe('two gateways on one Redis', () => {
  it('write every change into one stream, and the same lines into their files', async () => {
    const { body } = await gateway(0).ask(suspend('key-1'), asShop);
    expect(body.errors).toBeUndefined();
    await gateway(1).ask(suspend('key-1'), asShop);
    const entries = await command<Array<[string, [string, string]]>>('XRANGE', 'hostgraph:audit', '-', '+');
    const lines = entries.map(([, [, line]]) => line);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { audit: 'begun', key: 'key-1', principal: 'shop' },
      { audit: 'ended', key: 'key-1', state: 'APPLIED' },
      { audit: 'replayed', key: 'key-1', state: 'APPLIED' },
    ]);
    const files = gateways.map(({ folder }) => readFileSync(join(folder, 'audit.jsonl'), 'utf8'));
    expect(`${files.join('')}`).toBe(`${lines.join('\n')}\n`);
  });

  it('hold one limit together', async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 22; index++) {
      statuses.push((await gateway(index % 2).ask('{ viewer { name } }', asShop)).status);
    }
    // Two were asked before.
    expect(statuses.filter((status) => status === 200)).toHaveLength(18);
    expect(statuses.slice(-1)).toEqual([429]);
  });

  it('count failures to say who asks together', async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 6; index++) {
      statuses.push((await gateway(index % 2).ask('{ viewer { name } }')).status);
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429, 429]);
  });

  it('answer without it, each by limits of its own, and say that writes are not to be had', async () => {
    await redis.kill();
    const ready = async () => (await fetch(`${gateway(0).origin}/readyz`)).json();
    await expect.poll(ready, { timeout: 10_000 }).toEqual({ status: 'ok', writes: 'unavailable' });
    expect((await gateway(0).ask('{ account(id: "poa:Account:1000005") { id } }', asShop)).status).toBe(200);
    const { body } = await gateway(0).ask(suspend('key-2'), asShop);
    expect(body.errors).toHaveLength(1);
    await redis.start();
    await expect.poll(ready, { timeout: 20_000 }).toEqual({ status: 'ok', writes: 'ok' });
  });
});
