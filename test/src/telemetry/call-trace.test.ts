import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../../../src/http/api-key.js';
import type { TracedCall } from '../../../src/http/call-trace.js';
import { type ConfiguredGateway, startConfiguredGateway } from '../../support/configured-gateway.js';

const tracer = createApiKey();
const shop = createApiKey();
const TRACED = { 'x-hostgraph-trace': '1' };

let gateway: ConfiguredGateway;
beforeAll(async () => {
  gateway = await startConfiguredGateway({
    kinds: ['poa', 'hsphere'],
    sections: {
      auth: {
        apiKeys: [
          { id: 'tracer', sha256: tracer.sha256, roles: ['trace', 'provider'] },
          { id: 'shop', sha256: shop.sha256, roles: ['provider'] },
        ],
      },
    },
  });
});
afterAll(() => gateway.close());

const ask = (query: string, { key }: { key: string }, headers = {}) =>
  gateway.ask(query, { 'x-api-key': key, ...headers });

/** Traces have the shape that `TracedCall` says, or the expectations below fail. */
const callsOf = (extensions: Readonly<Record<string, unknown>> | undefined) =>
  extensions?.calls as readonly TracedCall[];

describe('extensions.calls', () => {
  it('tells each exchange with a panel, in its wave', async () => {
    const poa = gateway.simulators.get('poa');
    const before = poa?.calls.length ?? 0;
    const { body } = await ask(
      '{ account(id: "poa:Account:1000005") { kind subscriptions(first: 2) { nodes { name } } } }',
      tracer,
      TRACED,
    );
    expect(body.errors).toBeUndefined();
    const calls = callsOf(body.extensions);
    const asked = poa?.calls.slice(before).map(({ method }) => method) ?? [];
    expect(asked.length).toBeGreaterThan(2);
    expect(calls.map(({ method }) => method).sort()).toEqual([...asked].sort());
    expect(calls[0]).toEqual({
      backend: 'poa',
      method: 'pem.getAccountInfo',
      effect: 'read',
      wave: 1,
      calls: 1,
      startMs: expect.any(Number),
      durationMs: expect.any(Number),
      attempts: 1,
      bytesOut: expect.any(Number),
      bytesIn: expect.any(Number),
      cache: null,
      outcome: 'OK',
    });
    for (const { bytesIn, bytesOut, durationMs } of calls) {
      expect(Math.min(bytesIn, bytesOut, durationMs)).toBeGreaterThan(0);
    }
    const waves = calls.map(({ wave }) => wave);
    expect(waves).toEqual([...waves].sort());
    expect(new Set(waves).size).toBeGreaterThan(1);
  });

  it('tells of a call that failed how it failed, and how often it was tried', async () => {
    gateway.simulators.get('poa')?.faults.next('pem.getAccountInfo', { kind: 'drop' }, 3);
    const { body } = await ask('{ account(id: "poa:Account:1000006") { kind } }', tracer, TRACED);
    expect(callsOf(body.extensions)).toMatchObject([
      { method: 'pem.getAccountInfo', attempts: 3, outcome: expect.stringMatching(/^BACKEND_/), bytesIn: 0 },
    ]);
  });

  it.each([
    ['without the header', tracer, {}],
    ['without the role', shop, TRACED],
    ['with another value of the header', tracer, { 'x-hostgraph-trace': 'true' }],
  ])('is not there %s', async (_what, caller, headers) => {
    const { body } = await ask('{ account(id: "poa:Account:1000005") { kind } }', caller, headers);
    expect(body.data).toBeDefined();
    expect(body.extensions).toBeUndefined();
  });

  it('is empty where no panel was asked', async () => {
    const { body } = await ask('{ viewer { name } }', tracer, TRACED);
    expect(body.extensions).toEqual({ calls: [] });
  });

  it('tells the writes of a mutation with the rest', async () => {
    const { body } = await ask(
      'mutation { suspendAccount(input: { accountId: "poa:Account:1000005" }) { userErrors { code } account { id } } }',
      tracer,
      TRACED,
    );
    expect(body.errors).toBeUndefined();
    expect(callsOf(body.extensions)).toContainEqual(
      expect.objectContaining({ method: 'pem.disableAccount', effect: 'write', outcome: 'OK', attempts: 1 }),
    );
  });
});
