import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { graphql } from 'graphql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildGatewaySchema } from '../../../resolvers/schema.js';
import { createContext } from '../../../src/context.js';
import { LOCAL_PRINCIPAL } from '../../../src/model/index.js';
import { createEnomSimulator, type EnomSimulator } from '../../../src/sandbox/enom/server.js';
import { Ledger } from '../../../src/writes/ledger.js';
import { createLmdbRecordStore } from '../../../src/writes/lmdb-record-store.js';
import { createEnomBackend } from '../../support/enom-gateway.js';

const schema = buildGatewaySchema();
const closing: Array<() => unknown> = [];
let simulator: EnomSimulator;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hostgraph-'));
  simulator = await createEnomSimulator();
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await simulator.close();
  rmSync(folder, { recursive: true });
});

/** What one process of the gateway has for itself: a backend with its queues, and a door to the records of all. */
function startProcess() {
  const backend = createEnomBackend({ ...simulator.configuration, retries: 0 });
  const store = createLmdbRecordStore(folder, { retentionMs: Number.MAX_SAFE_INTEGER });
  const ledger = new Ledger({ store, secret: Buffer.alloc(32, 7), leaseMs: 60_000 });
  closing.push(
    () => backend.close(),
    () => ledger.close(),
    () => store.close(),
  );
  return async (key: string): Promise<string | undefined> => {
    const { signal } = new AbortController();
    const result = await graphql({
      schema,
      source: `mutation { purchaseEmailBundle(input: { backend: "enom", domain: "werft.example", quantity: 5, idempotencyKey: "${key}" }) { emailBundle { nativeId } } }`,
      contextValue: createContext({
        principal: LOCAL_PRINCIPAL,
        requestId: 'test',
        sandbox: true,
        backends: [backend],
        signal,
        ledger,
      }),
    });
    const payload = result.data?.purchaseEmailBundle as { emailBundle: { nativeId: string } } | null;
    return payload?.emailBundle.nativeId ?? result.errors?.[0]?.message;
  };
}

const bundleOf = (order: number) => `werft.example~${simulator.orders[order]?.bundleIds[0]}`;
const sent = () => simulator.calls.filter(({ method }) => method === 'PurchaseServices').length;
const UNKNOWN = /nobody knows/i;

describe('purchases of two processes that share their records', () => {
  it('are not taken for one another when one was lost', async () => {
    const [here, there] = [startProcess(), startProcess()];
    simulator.faults.next('PurchaseServices', { kind: 'drop' });
    expect(await here('lost')).toMatch(UNKNOWN);
    expect(await there('made')).toBe(bundleOf(0));
    expect(await here('lost')).toMatch(UNKNOWN);
    expect(await there('lost')).toMatch(UNKNOWN);
    expect(simulator.orders).toHaveLength(1);
  });

  it('are not told apart while both are under way, and are once one has its answer', async () => {
    const [here, there] = [startProcess(), startProcess()];
    simulator.faults.next('PurchaseServices', { kind: 'slow', ms: 500 });
    const slow = there('slow');
    await vi.waitFor(() => expect(sent()).toBe(1));
    simulator.faults.next('PurchaseServices', { kind: 'replyLost' });
    expect(await here('lost')).toMatch(UNKNOWN);
    expect(await slow).toBe(bundleOf(1));
    expect(await there('lost')).toBe(bundleOf(0));
    expect(simulator.orders).toHaveLength(2);
  });
});
