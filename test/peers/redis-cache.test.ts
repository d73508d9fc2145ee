import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createRedisCounters } from '../../src/cache/counter-store.js';
import { createImpatientCommand } from '../../src/cache/impatient-command.js';
import { createRedisStore } from '../../src/cache/redis-store.js';
import { createLog } from '../../src/log/index.js';
import { openForgettingRedis, type SharedRedis } from '../../src/redis/open-redis.js';
import { describeKeyValueStore } from '../contract/key-value-store.js';
import { cachePanel, callOf, scopeOf } from '../support/cached-panel.js';
import { createPanelOfThings, things } from '../support/panel-of-things.js';
import { type RedisServer, startRedis } from './support/redis.js';

const opened: Array<() => unknown> = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});
let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

async function startServer(...args: string[]): Promise<RedisServer> {
  const server = await startRedis(...args);
  opened.push(() => server.close());
  return server;
}

/** A connection as one process has it, once it is there. */
async function connect({ url }: RedisServer, keyPrefix = 'hostgraph:'): Promise<SharedRedis> {
  const shared = openForgettingRedis(
    { url, keyPrefix, tls: { insecure: false }, connectTimeoutMs: 2_000, commandTimeoutMs: 1_000 },
    createLog('silent'),
  );
  opened.push(() => shared.close());
  await vi.waitFor(() => shared.command('PING'), { timeout: 10_000, interval: 20 });
  return shared;
}

let suites = 0;
describeKeyValueStore(
  'on Redis',
  async () => {
    suites += 1;
    return createRedisStore((await connect(redis)).command, `suite-${suites}:`);
  },
  (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
);

describe('counters on Redis', () => {
  it('count together what processes count', async () => {
    const [one, other] = [await connect(redis), await connect(redis)].map(({ command }) =>
      createRedisCounters(command, 'together:'),
    );
    expect(await one?.hit('a', 60_000)).toEqual({ count: 1, resetMs: 60_000 });
    const second = await other?.hit('a', 60_000, 3);
    expect(second?.count).toBe(4);
    expect(second?.resetMs).toBeLessThanOrEqual(60_000);
    expect(await other?.hit('b', 1_000)).toEqual({ count: 1, resetMs: 1_000 });
  });

  it('begin anew when a window is over', async () => {
    const counters = createRedisCounters((await connect(redis)).command, 'windows:');
    await counters.hit('a', 50);
    await vi.waitFor(async () => expect((await counters.hit('a', 50)).count).toBe(1), {
      timeout: 5_000,
      interval: 60,
    });
  });

  it('give an end to a counter that has none', async () => {
    const { command } = await connect(redis);
    await command('SET', 'endless:count:a', '1000');
    const hits = await createRedisCounters(command, 'endless:').hit('a', 500);
    expect(hits).toEqual({ count: 1_001, resetMs: 500 });
    expect(await command<number>('PTTL', 'endless:count:a')).toBeGreaterThan(0);
  });

  it('go on in the process when Redis is away, within a moment', async () => {
    const server = await startServer();
    const command = createImpatientCommand((await connect(server)).command, { timeoutMs: 100 });
    const counters = createRedisCounters(command, 'hostgraph:');
    await counters.hit('a', 60_000);
    await server.kill();
    const began = performance.now();
    for (let count = 1; count <= 50; count += 1) {
      expect((await counters.hit('a', 60_000)).count).toBe(count);
    }
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe('a read cache on Redis', () => {
  const ACCOUNT_1 = callOf(things.getAccount, { id: 1 });
  const TIMEOUT_MS = 100;

  async function startProcess(server: RedisServer, panel = createPanelOfThings()) {
    const { command, keyPrefix } = await connect(server);
    const store = createRedisStore(createImpatientCommand(command, { timeoutMs: TIMEOUT_MS }), keyPrefix);
    const { backend, takeLookups, close } = cachePanel(panel.backend, { store, shared: true });
    opened.push(close);
    return {
      ...panel,
      takeLookups,
      command,
      read: async () => (await backend.callAll([ACCOUNT_1], scopeOf()))[0],
      write: (name: string) => backend.send?.(callOf(things.rename, { id: 1, name }), scopeOf()),
    };
  }

  /** An answer is kept after it was given, and a machine that is busy may be late to look for it. */
  const untilHit = ({ read, takeLookups }: Awaited<ReturnType<typeof startProcess>>) =>
    vi.waitFor(
      async () => {
        takeLookups();
        const answer = await read();
        expect(takeLookups()).toEqual(['hit']);
        return answer;
      },
      { timeout: 5_000, interval: 10 },
    );

  it('is shared by processes, and a write at one refreshes reads at the other', async () => {
    const one = await startProcess(redis);
    const other = await startProcess(redis, one);
    await one.read();
    expect(await untilHit(other)).toEqual({ name: 'one' });
    await one.write('uno');
    expect(await other.read()).toEqual({ name: 'uno' });
    expect(await untilHit(one)).toEqual({ name: 'uno' });
  });

  it('has each process answer what the panel has, whatever is written and read side by side', async () => {
    const one = await startProcess(redis);
    const other = await startProcess(redis, one);
    for (let round = 0; round < 100; round += 1) {
      const name = `name ${round}`;
      await Promise.all([one.read(), other.read(), one.write(name), other.read(), one.read()]);
      expect(await other.read()).toEqual({ name });
      expect(await one.read()).toEqual({ name });
    }
  });

  it('lets every key end by itself', async () => {
    const server = await startServer();
    const { read, write, command } = await startProcess(server);
    await read();
    await write('uno');
    await read();
    const keys = await command<string[]>('KEYS', '*');
    expect(keys.length).toBeGreaterThanOrEqual(4);
    // -1 is said of a key without an end.
    for (const key of keys) expect(await command<number>('PTTL', key)).not.toBe(-1);
  });

  it('takes a server that forgets what it is given, and is not behind when it did', async () => {
    const server = await startServer('--maxmemory-policy', 'allkeys-lru');
    const { read, names, command } = await startProcess(server);
    await read();
    names.set(1, 'changed elsewhere');
    for (const key of await command<string[]>('KEYS', '*generation*')) await command('DEL', key);
    expect(await read()).toEqual({ name: 'changed elsewhere' });
  });

  it('costs speed and no answer when Redis is full', async () => {
    const server = await startServer('--maxmemory', '1kb');
    const { read, write, command } = await startProcess(server);
    const connection = await command<number>('CLIENT', 'ID');
    for (let reads = 0; reads < 10; reads += 1) expect(await read()).toEqual({ name: 'one' });
    await write('uno');
    expect(await read()).toEqual({ name: 'uno' });
    // A refusal is an answer: there is no reason to connect anew.
    expect(await command<number>('CLIENT', 'ID')).toBe(connection);
  });

  it('answers on while Redis says nothing, is killed and comes back, and is never behind', async () => {
    const server = await startServer();
    const { read, write, takeLookups } = await startProcess(server);
    let name = 'one';
    let slowestMs = 0;
    let rounds = 0;
    const goOn = async (until: () => boolean, deadlineMs = 15_000) => {
      const began = performance.now();
      do {
        rounds += 1;
        const asked = performance.now();
        expect(await read()).toEqual({ name });
        slowestMs = Math.max(slowestMs, performance.now() - asked);
        if (rounds % 10 === 0) {
          name = `name ${rounds}`;
          await write(name);
        }
        await new Promise(setImmediate);
        expect(performance.now() - began).toBeLessThan(deadlineMs);
      } while (!until());
      takeLookups();
    };
    const forA = (ms: number) => {
      const end = performance.now() + ms;
      return () => performance.now() > end;
    };
    const hasHit = () => takeLookups().includes('hit');

    await goOn(hasHit);
    server.freeze();
    await goOn(forA(2_500));
    server.wake();
    await goOn(hasHit);
    await server.kill();
    await goOn(forA(1_500));
    await server.start();
    await goOn(hasHit);
    // A look, the wait for a turn, and what a machine of two cores takes besides.
    expect(slowestMs).toBeLessThan(3 * TIMEOUT_MS + 200);
  });
});
