import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../../../src/http/api-key.js';
import { createMetrics } from '../../../src/telemetry/metrics.js';
import { type ConfiguredGateway, startConfiguredGateway } from '../../support/configured-gateway.js';
import { startEdgeServer } from '../../support/edge-server.js';

/** The status of the answer to who asks for `/metrics` by some name. */
const statusFor = (port: number, host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: '/metrics', headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });

const scraper = createApiKey();
const shop = createApiKey();

/** Values by name and labels: `name{a="b"}`. */
const read = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );

describe('the metrics of a gateway', () => {
  let gateway: ConfiguredGateway;
  beforeAll(async () => {
    gateway = await startConfiguredGateway({
      backend: { breaker: { failures: 2, openMs: 60_000 }, retries: 0 },
      sections: {
        auth: {
          apiKeys: [
            { id: 'scraper', sha256: scraper.sha256, roles: ['metrics'] },
            { id: 'shop', sha256: shop.sha256, roles: ['provider'] },
          ],
        },
      },
    });
  });
  afterAll(() => gateway.close());

  const ask = (query: string) => gateway.ask(query, { 'x-api-key': shop.key });
  const scrape = async () => {
    const response = await fetch(`${gateway.origin}/metrics`, { headers: { 'x-api-key': scraper.key } });
    expect(response.headers.get('content-type')).toContain('text/plain');
    return response.text();
  };
  const value = async (name: string) => read(await scrape()).get(name) ?? 0;

  it('are for callers with their role', async () => {
    const statusFor = async (headers: Record<string, string>) =>
      (await fetch(`${gateway.origin}/metrics`, { headers })).status;
    expect(await statusFor({})).toBe(401);
    expect(await statusFor({ 'x-api-key': shop.key })).toBe(403);
    expect(await statusFor({ 'x-api-key': scraper.key })).toBe(200);
  });

  it('count requests, calls and errors', async () => {
    const names = {
      requests: 'hostgraph_http_requests_total{route="/graphql",method="POST",status="200"}',
      calls: 'hostgraph_backend_calls_total{backend="poa",method="pem.getAccountInfo",outcome="OK"}',
      seconds: 'hostgraph_backend_call_duration_seconds_count{backend="poa",method="pem.getAccountInfo"}',
      errors: 'hostgraph_errors_total{code="BAD_USER_INPUT"}',
    };
    const before = read(await scrape());
    await ask('{ account(id: "poa:Account:1000005") { id kind } }');
    await ask('{ account(id: "nonsense") { id } }');
    const after = read(await scrape());
    const grown = Object.fromEntries(
      Object.entries(names).map(([key, name]) => [key, (after.get(name) ?? 0) - (before.get(name) ?? 0)]),
    );
    expect(grown).toEqual({ requests: 2, calls: 1, seconds: 1, errors: 1 });
    expect(after.get('hostgraph_backend_bytes_total{backend="poa",direction="in"}')).toBeGreaterThan(100);
  });

  it('count writes by their outcome, and what is not settled', async () => {
    const name = 'hostgraph_writes_total{backend="poa",mutation="suspendAccount",outcome="APPLIED"}';
    await ask('mutation { suspendAccount(input: { accountId: "poa:Account:1000005" }) { idempotencyKey } }');
    expect(await value(name)).toBe(1);
    expect(await value('hostgraph_unsettled_writes')).toBe(0);
    gateway.simulators.get('poa')?.faults.next('pem.setMemberPassword', { kind: 'replyLost' });
    await ask(
      'mutation { setAccountPassword(input: { accountId: "poa:Account:1000005", login: "nordlicht", password: "Gr8Unsaid77" }) { idempotencyKey } }',
    );
    expect(
      await value('hostgraph_writes_total{backend="poa",mutation="setAccountPassword",outcome="UNKNOWN"}'),
    ).toBe(1);
    expect(await value('hostgraph_unsettled_writes')).toBe(1);
  });

  it('count requests for which no route can be looked up', async () => {
    const name = 'hostgraph_http_requests_total{route="(none)",method="GET",status="400"}';
    const before = await value(name);
    await fetch(`${gateway.origin}/%ff`);
    expect(await value(name)).toBe(before + 1);
  });

  it('have no label that a caller could fill', async () => {
    await fetch(`${gateway.origin}/hunter2`, { method: 'PROPFIND' }).catch(() => undefined);
    await fetch(`${gateway.origin}/hunter2?x=hunter2`);
    await ask('query hunter2 { hunter2 }');
    await ask('{ account(id: "hunter2:Account:hunter2") { id } }');
    const text = await scrape();
    expect(text).not.toContain('hunter2');
    expect(text).not.toContain(shop.key);
    expect(text).toContain('route="(none)"');
  });

  it('show a breaker that has opened', async () => {
    const down = 'hostgraph_backend_status{backend="poa",status="DOWN"}';
    expect(await value(down)).toBe(0);
    gateway.simulators.get('poa')?.faults.next('*', { kind: 'drop' }, 10);
    for (let index = 0; index < 3; index++) await ask('{ account(id: "poa:Account:1000006") { kind } }');
    expect(await value(down)).toBe(1);
    expect(
      await value(
        'hostgraph_backend_calls_total{backend="poa",method="pem.getAccountInfo",outcome="BACKEND_UNAVAILABLE"}',
      ),
    ).toBeGreaterThan(1);
  });

  it('come with those of the process', async () => {
    const text = await scrape();
    expect(text).toContain('nodejs_eventloop_lag_seconds ');
    expect(text).toContain('process_resident_memory_bytes ');
  });
});

describe('metrics with a port of their own', () => {
  it('are served there without a key, and not on the other', async () => {
    const gateway = await startConfiguredGateway({
      sections: { metrics: { port: 0 } },
    });
    const line = gateway.log().find(({ msg }) => msg === 'metrics have a port of their own');
    const response = await fetch(`http://127.0.0.1:${String(line?.port)}/metrics`);
    expect(await response.text()).toContain('hostgraph_http_requests_total');
    expect((await fetch(`http://127.0.0.1:${String(line?.port)}/`)).status).toBe(404);
    expect((await fetch(`${gateway.origin}/metrics`)).status).toBe(404);
    await gateway.close();
  });

  it('are not for pages that point their own name at them', async () => {
    const gateway = await startConfiguredGateway({
      sections: { metrics: { port: 0 }, server: { allowedHosts: ['metrics.test'] } },
    });
    const port = Number(gateway.log().find(({ msg }) => msg === 'metrics have a port of their own')?.port);
    expect(await statusFor(port, `localhost:${port}`)).toBe(200);
    expect(await statusFor(port, `metrics.test:${port}`)).toBe(200);
    expect(await statusFor(port, `rebound.test:${port}`)).toBe(421);
    await gateway.close();
  });

  it('can be turned off', async () => {
    const server = await startEdgeServer();
    expect((await server.ask({ method: 'GET', url: '/metrics' })).statusCode).toBe(404);
    await server.close();
  });
});

describe('counting', () => {
  it('tells clients that hung up apart, and methods that are none', async () => {
    const metrics = createMetrics();
    metrics.countRequest({ route: '/graphql', method: 'HUNTER2', status: null, seconds: 0.1 });
    metrics.countLookup('poa', 'hit');
    metrics.countLostAuditEntry();
    const values = read(await metrics.print());
    expect(values.get('hostgraph_http_requests_total{route="/graphql",method="other",status="gone"}')).toBe(
      1,
    );
    expect(values.get('hostgraph_cache_lookups_total{backend="poa",result="hit"}')).toBe(1);
    expect(values.get('hostgraph_audit_failures_total')).toBe(1);
    expect(values.get('hostgraph_unsettled_writes')).toBeNaN();
  });
});
