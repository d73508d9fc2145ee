import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type OneGateway, startTwoGateways, type TwoGateways } from './support/two-gateways.js';

const ACCOUNT = 'poa:Account:1000005';
const READ = `{ account(id: "${ACCOUNT}") { contact { companyName } } }`;
const RENAME = `mutation ($name: String!, $key: String!) {
  updateAccountContact(input: { accountId: "${ACCOUNT}", idempotencyKey: $key, contact: { companyName: $name } }) {
    userErrors { code }
  }
}`;
const CREDIT = `mutation ($key: String!) {
  addCredit(input: { accountId: "hsphere:Account:5001", amount: "12.50", description: "Refund", idempotencyKey: $key }) {
    userErrors { code }
  }
}`;

let gateways: TwoGateways;
let one: OneGateway;
let other: OneGateway;
beforeAll(async () => {
  gateways = await startTwoGateways({ ttlSeconds: { Account: 3_600 } });
  ({ one, other } = gateways);
});
afterAll(() => gateways.close());

const nameAt = async (gateway: OneGateway): Promise<unknown> => {
  const { data } = await gateway.run(READ);
  return (data as { account: { contact: { companyName: string } } }).account.contact.companyName;
};
const rename = (gateway: OneGateway, name: string) =>
  gateway.run(RENAME, { name, key: `rename-${randomUUID()}` });
/** How often a panel was asked a method since the test began. */
const asked = (kind: keyof TwoGateways['simulators'], wanted: string): number =>
  gateways.simulators[kind].calls.filter(({ method }) => method === wanted).length;
const credits = (): number =>
  gateways.simulators.hsphere.ledger?.filter(({ method }) => method === 'addCredit').length ?? 0;

describe('two processes and one Redis', () => {
  beforeEach(() => {
    for (const simulator of Object.values(gateways.simulators)) simulator.reset();
  });

  it('share the texts of automatically persisted queries', async () => {
    const query = '{ viewer { name } }';
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    const unknown = await other.post({ extensions });
    expect(unknown.errors?.[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect((await one.post({ query, extensions })).data).toEqual({ viewer: { name: 'local' } });
    await vi.waitFor(async () =>
      expect((await other.post({ extensions })).data).toEqual({ viewer: { name: 'local' } }),
    );
  });

  it('carry out a change once whose key both are asked with at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const key = `credit-${randomUUID()}`;
      const before = credits();
      const answers = await Promise.all(
        [one, other, one, other].map((gateway) => gateway.run(CREDIT, { key })),
      );
      for (const { data, errors } of answers) {
        if (errors === undefined) expect(data).toEqual({ addCredit: { userErrors: [] } });
        else expect(errors[0]?.extensions).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT', running: true });
      }
      expect(answers.filter(({ errors }) => errors === undefined).length).toBeGreaterThan(0);
      expect(credits() - before).toBe(1);
      expect((await other.run(CREDIT, { key })).errors).toBeUndefined();
      expect(credits() - before).toBe(1);
    }
  });

  it('read what either of them has written', async () => {
    // Whatever an earlier test left in the cache is over with the first write.
    await rename(one, 'First');
    expect(await nameAt(other)).toBe('First');
    // An answer is kept after it was given, and a machine that is busy may be late to look for it.
    await vi.waitFor(async () => {
      const before = asked('poa', 'pem.getAccountInfo');
      expect(await nameAt(one)).toBe('First');
      expect(await nameAt(other)).toBe('First');
      expect(asked('poa', 'pem.getAccountInfo')).toBe(before);
    });
    expect((await rename(other, 'Second')).errors).toBeUndefined();
    expect(await nameAt(one)).toBe('Second');
    expect(await nameAt(other)).toBe('Second');
  });

  it('refuse writes while Redis is away, answer reads as the panel does, and need no restart', async () => {
    await rename(one, 'Before');
    const { redis } = gateways;
    await redis.kill();
    const key = `credit-${randomUUID()}`;
    for (const gateway of [one, other]) {
      expect(await nameAt(gateway)).toBe('Before');
      const { data, errors } = await gateway.run(CREDIT, { key });
      expect(data?.addCredit ?? null).toBeNull();
      expect(errors?.[0]?.extensions.code).toBe('BACKEND_UNAVAILABLE');
      expect(errors?.[0]?.message).toContain('this request sent nothing');
    }
    expect(credits()).toBe(0);
    await redis.start();
    for (const gateway of [one, other]) {
      await vi.waitFor(async () => expect((await gateway.run(CREDIT, { key })).errors).toBeUndefined(), {
        timeout: 20_000,
        interval: 100,
      });
    }
    expect(credits()).toBe(1);
    await rename(one, 'After');
    expect(await nameAt(other)).toBe('After');
  });

  it('answer on under load while Redis stops and goes on', async () => {
    await rename(one, 'Loaded');
    let stop = false;
    const statuses = new Map<string, number>();
    const load = [one, other, one, other].map(async (gateway) => {
      while (!stop) {
        const name = await nameAt(gateway);
        statuses.set(String(name), (statuses.get(String(name)) ?? 0) + 1);
      }
    });
    const answered = () => [...statuses.values()].reduce((sum, count) => sum + count, 0);
    const another = async (count: number) => {
      const wanted = answered() + count;
      await vi.waitFor(() => expect(answered()).toBeGreaterThan(wanted), { timeout: 30_000, interval: 20 });
    };
    await another(50);
    gateways.redis.freeze();
    await another(200);
    gateways.redis.wake();
    await another(50);
    await gateways.redis.kill();
    await another(200);
    await gateways.redis.start();
    await another(50);
    stop = true;
    await Promise.all(load);
    expect([...statuses.keys()]).toEqual(['Loaded']);
  });
});
