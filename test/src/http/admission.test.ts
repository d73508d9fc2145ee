import type { FastifyReply, FastifyRequest } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { type CounterStore, createMemoryCounters } from '../../../src/cache/counter-store.js';
import type { AuthSettings } from '../../../src/config/index.js';
import { UnauthenticatedError } from '../../../src/errors/index.js';
import { createAdmission } from '../../../src/http/admission.js';
import { createApiKey } from '../../../src/http/api-key.js';
import { networkOf } from '../../../src/http/network-of.js';
import { createLog } from '../../../src/log/index.js';
import { type EdgeServer, type EdgeServerOptions, startEdgeServer } from '../../support/edge-server.js';

const shop = createApiKey();
const ops = createApiKey();
const AUTH: AuthSettings = {
  apiKeys: [
    { id: 'shop', sha256: shop.sha256, roles: [] },
    { id: 'ops', sha256: ops.sha256, roles: [], requestsPerMinute: 5 },
  ],
};
const asShop = { authorization: `Bearer ${shop.key}` };
const asOps = { authorization: `Bearer ${ops.key}` };

const servers: EdgeServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(options: EdgeServerOptions): Promise<EdgeServer> {
  const server = await startEdgeServer({ auth: AUTH, ...options });
  servers.push(server);
  return server;
}

/** Counts what is counted. */
function countingCounters(): CounterStore & { readonly keys: string[] } {
  const counters = createMemoryCounters();
  const keys: string[] = [];
  return {
    keys,
    hit(key, windowMs, weight) {
      keys.push(key);
      return counters.hit(key, windowMs, weight);
    },
  };
}

describe('requests of one caller', () => {
  it('are refused beyond the limit, with the time to wait', async () => {
    const server = await start({ limits: { requestsPerMinute: 2 } });
    for (const left of [1, 0]) {
      const answer = await server.query('{ hello }', asShop);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['ratelimit-policy']).toBe('"requests";q=2;w=60');
      expect(answer.headers.ratelimit).toMatch(new RegExp(`^"requests";r=${left};t=(60|59)$`));
    }
    const refused = await server.query('{ hello }', asShop);
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(50);
    expect(refused.headers.ratelimit).toMatch(/^"requests";r=0;/);
    expect(refused.json()).toEqual({
      errors: [
        {
          message: 'More than 2 requests were made within a minute.',
          extensions: { code: 'RATE_LIMITED' },
        },
      ],
    });
  });

  it('are not counted as anybody else’s, and a key may have a number of its own', async () => {
    const server = await start({ limits: { requestsPerMinute: 1 } });
    expect((await server.query('{ hello }', asShop)).statusCode).toBe(200);
    const statuses: number[] = [];
    for (let index = 0; index < 6; index++) {
      statuses.push((await server.query('{ hello }', asOps)).statusCode);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('are not counted where there is no limit', async () => {
    const counters = countingCounters();
    const server = await start({ counters });
    const answer = await server.query('{ hello }', asShop);
    expect(answer.headers.ratelimit).toBeUndefined();
    expect(counters.keys).toEqual([]);
  });
});

describe('an address that does not say who asks', () => {
  const ask = (server: EdgeServer, remoteAddress: string, headers: Record<string, string> = {}) =>
    server.ask({ method: 'POST', url: '/graphql', remoteAddress, headers, payload: { query: '{ hello }' } });

  it('is told so in place of 401 after so many failures, and valid keys work on', async () => {
    const server = await start({ limits: { failedLoginsPerMinute: 3 } });
    const statuses: number[] = [];
    for (let index = 0; index < 5; index++) {
      statuses.push((await ask(server, '192.0.2.1', { 'x-api-key': `guess-${index}` })).statusCode);
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect((await ask(server, '192.0.2.1', asShop)).statusCode).toBe(200);
    expect((await ask(server, '192.0.2.2')).statusCode).toBe(401);
    expect(server.log.filter(({ level }) => level === 'warn')).toMatchObject([
      { address: '192.0.2.1', failures: 4 },
    ]);
    expect(server.logText()).not.toContain('guess');
  });

  it('costs no count any more once it is known', async () => {
    const counters = countingCounters();
    const server = await start({ limits: { failedLoginsPerMinute: 1 }, counters });
    for (let index = 0; index < 20; index++) await ask(server, '2001:db8::1');
    expect(counters.keys).toEqual(['login:2001:db8:0:0::/64', 'login:2001:db8:0:0::/64']);
  });

  it('is the one that a trusted proxy names, and not one that anybody else names', async () => {
    const forwarded = { 'x-forwarded-for': '198.51.100.7' };
    for (const [trustedProxies, address] of [
      [['192.0.2.0/24'], '198.51.100.7'],
      [[], '192.0.2.1'],
    ] as const) {
      const counters = countingCounters();
      const server = await start({ counters, settings: { trustedProxies: [...trustedProxies] } });
      await ask(server, '192.0.2.1', forwarded);
      expect(counters.keys).toEqual([`login:${address}`]);
    }
  });

  it('has no signature checked any more', async () => {
    const mayVerify: boolean[] = [];
    const admit = createAdmission({
      authenticate: (_headers, may = true) => {
        mayVerify.push(may);
        throw new UnauthenticatedError('Who is it?');
      },
      limits: { failedLoginsPerMinute: 1 },
      counters: createMemoryCounters(),
      log: createLog('silent'),
    });
    // Only what admission looks at.
    const askFrom = (ip: string) =>
      Promise.resolve(admit({ headers: {}, ip } as FastifyRequest, {} as FastifyReply)).catch(
        () => undefined,
      );
    for (let index = 0; index < 4; index++) await askFrom('192.0.2.1');
    await askFrom('192.0.2.2');
    expect(mayVerify).toEqual([true, true, false, false, true]);
  });

  it('is not blamed for what is none of its doing', async () => {
    const counters = countingCounters();
    const admit = createAdmission({
      authenticate: async () => {
        throw new Error('The keys cannot be had.');
      },
      limits: { failedLoginsPerMinute: 1 },
      counters,
      log: createLog('silent'),
    });
    const asked = admit({ headers: {}, ip: '192.0.2.1' } as FastifyRequest, {} as FastifyReply);
    await expect(asked).rejects.toThrow('The keys cannot be had.');
    expect(counters.keys).toEqual([]);
  });
});

describe('what failures are counted by', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0db8:0000:0000:ffff::1', '2001:db8:0:0::/64'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
