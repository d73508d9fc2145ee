import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createTlsServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fault } from '../support/fault-proxy.js';
import { selfSigned } from '../support/self-signed.js';
import { type FaultedGateway, KINDS, startFaultedGateway, type Told } from './faulted-gateway.js';

const ASK = `{
  poa: account(id: "poa:Account:1000005") { login contact { email } subscriptions { nodes { name } } }
  mspc: account(id: "mspc:Account:12") { login contact { email } }
  hsphere: account(id: "hsphere:Account:5013") { login }
  enom: domain(id: "enom:Domain:nordlicht.example") { name nameServers }
}`;
const TIMEOUT_MS = 400;
/** No retries, so that each question meets the fault once, and a breaker that stays out of it. */
const PATIENT = { timeoutMs: TIMEOUT_MS, retries: 0, breaker: { failures: 1_000, openMs: 100 } };

/** A fault, and how a read may end that meets it; an empty list: as if there were none. */
const FAULTS: ReadonlyArray<readonly [name: string, fault: Fault, codes: readonly string[]]> = [
  ['latency', { kind: 'latency', ms: 40 }, []],
  ['a connection that drips', { kind: 'drip', bytes: 96, ms: 1 }, []],
  ['a connection that is half open', { kind: 'halfOpen' }, ['BACKEND_TIMEOUT']],
  ['a reset in place of an answer', { kind: 'reset', afterBytes: 0 }, ['BACKEND_UNAVAILABLE']],
  ['a reset in the head of an answer', { kind: 'reset', afterBytes: 20 }, ['BACKEND_UNAVAILABLE']],
  [
    'a reset inside an answer',
    { kind: 'reset', afterBytes: 330 },
    ['BACKEND_PROTOCOL_ERROR', 'BACKEND_UNAVAILABLE'],
  ],
  ['an end in the head of an answer', { kind: 'truncate', afterBytes: 20 }, ['BACKEND_UNAVAILABLE']],
  ['an end inside an answer', { kind: 'truncate', afterBytes: 330 }, ['BACKEND_PROTOCOL_ERROR']],
  ['a status line that is damaged', { kind: 'corrupt', every: 3, from: 0 }, ['BACKEND_PROTOCOL_ERROR']],
];

describe.each(KINDS)('the way to %s', (faulted) => {
  let gateway: FaultedGateway;
  let whole: Told;
  beforeAll(async () => {
    gateway = await startFaultedGateway({ settings: PATIENT });
    whole = await gateway.run(ASK);
    expect(whole.codes).toEqual({});
  });
  afterEach(() => gateway.ways[faulted].set({ kind: 'none' }));
  afterAll(() => gateway.close());

  it.each(FAULTS)('costs the others nothing with %s', async (_, fault, codes) => {
    gateway.ways[faulted].set(fault);
    const told = await gateway.run(ASK);
    gateway.ways[faulted].set({ kind: 'none' });
    for (const kind of KINDS.filter((one) => one !== faulted))
      expect(told.data[kind]).toEqual(whole.data[kind]);
    if (codes.length === 0) expect(told).toEqual(whole);
    else {
      expect(Object.keys(told.codes)).toEqual([faulted]);
      expect(codes).toContain(told.codes[faulted]);
    }
    expect((await gateway.run(ASK)).data).toEqual(whole.data);
  });

  it('costs the others nothing when nobody listens, and is found again', async () => {
    await gateway.ways[faulted].cut();
    const told = await gateway.run(ASK);
    expect(told.codes).toEqual({ [faulted]: 'BACKEND_UNAVAILABLE' });
    await gateway.ways[faulted].mend();
    expect(await gateway.run(ASK)).toEqual(whole);
  });

  it('damaged anywhere behind the head of an answer is an error with a code, or text that is other text', async () => {
    for (let from = 120; from < 1_200; from += 97) {
      gateway.ways[faulted].set({ kind: 'corrupt', every: 61, from });
      const told = await gateway.run(ASK);
      for (const code of Object.values(told.codes)) expect(code).toMatch(/^BACKEND_/);
      for (const kind of KINDS.filter((one) => one !== faulted))
        expect(told.data[kind]).toEqual(whole.data[kind]);
    }
  });
});

describe('a panel', () => {
  let gateway: FaultedGateway;
  afterEach(() => gateway.close());

  it.each(KINDS)('whose name nobody knows is one that cannot be reached: %s', async (kind) => {
    gateway = await startFaultedGateway({
      settings: PATIENT,
      own: { [kind]: { url: 'http://panel.invalid/' } },
    });
    const { codes } = await gateway.run(ASK);
    expect(codes).toEqual({ [kind]: expect.stringMatching(/^BACKEND_(UNAVAILABLE|TIMEOUT)$/) });
  });

  it('is left alone after failing repeatedly, tried again later, and then trusted', async () => {
    gateway = await startFaultedGateway({
      settings: { timeoutMs: TIMEOUT_MS, retries: 0, breaker: { failures: 3, openMs: 200 } },
    });
    const { poa } = gateway.ways;
    const status = () => gateway.backends.find(({ name }) => name === 'poa')?.status;
    const ask = async () =>
      (await gateway.run('{ poa: account(id: "poa:Account:1000005") { login } }')).codes.poa;
    expect(await ask()).toBeUndefined();
    poa.set({ kind: 'reset', afterBytes: 0 });
    for (let failure = 0; failure < 3; failure += 1) expect(await ask()).toBe('BACKEND_UNAVAILABLE');
    expect(status()).toBe('DOWN');
    const asked = gateway.simulators.poa.calls.length;
    expect(await ask()).toBe('BACKEND_UNAVAILABLE');
    expect(gateway.simulators.poa.calls).toHaveLength(asked);
    // Half open, and still broken: one call more, and closed again.
    await vi.waitFor(async () => {
      await ask();
      expect(gateway.simulators.poa.calls.length).toBeGreaterThan(asked);
    });
    expect(status()).toBe('DOWN');
    poa.set({ kind: 'none' });
    await vi.waitFor(async () => expect(await ask()).toBeUndefined(), { timeout: 5_000 });
    expect(await ask()).toBeUndefined();
    expect(status()).not.toBe('DOWN');
  });
});

describe('a panel that speaks TLS', () => {
  let gateway: FaultedGateway | undefined;
  let server: Server | undefined;
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hostgraph-tls-'));
  });
  afterEach(async () => {
    await gateway?.close();
    server?.closeAllConnections();
    server?.close();
    gateway = server = undefined;
    rmSync(folder, { recursive: true });
  });

  async function askThrough(validFor: number, tls: (cert: string) => Readonly<Record<string, unknown>>) {
    const { key, cert } = selfSigned(validFor);
    let requests = 0;
    const listening = createTlsServer({ key, cert }, (_, response) => {
      requests += 1;
      response.end('<a/>');
    });
    server = listening;
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    const { port } = listening.address() as AddressInfo;
    const file = join(folder, 'ca.pem');
    writeFileSync(file, cert);
    const url = `https://127.0.0.1:${port}/`;
    gateway = await startFaultedGateway({ settings: PATIENT, own: { poa: { url, tls: tls(file) } } });
    const { codes } = await gateway.run(ASK);
    return { codes, requests };
  }

  it('with a certificate that nobody vouches for is not told the password', async () => {
    expect(await askThrough(1, () => ({}))).toEqual({ codes: { poa: 'BACKEND_UNAVAILABLE' }, requests: 0 });
  });

  it('with a certificate that has run out is not told it either', async () => {
    const told = await askThrough(-1, (caFile) => ({ caFile }));
    expect(told).toEqual({ codes: { poa: 'BACKEND_UNAVAILABLE' }, requests: 0 });
  });

  it('with a certificate that the configuration vouches for is asked', async () => {
    const told = await askThrough(1, (caFile) => ({ caFile }));
    expect(told.requests).toBeGreaterThan(0);
    expect(told.codes).toEqual({ poa: 'BACKEND_PROTOCOL_ERROR' });
  });

  it('is not reached where only plain HTTP is spoken', async () => {
    const plain = await startFaultedGateway({ settings: PATIENT });
    const url = `https://127.0.0.1:${plain.ways.poa.port}/`;
    gateway = await startFaultedGateway({ settings: PATIENT, own: { poa: { url } } });
    expect((await gateway.run(ASK)).codes).toEqual({ poa: 'BACKEND_UNAVAILABLE' });
    await plain.close();
  });
});
