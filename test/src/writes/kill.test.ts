import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterwards } from '../../../src/sandbox/misbehaviour.js';
import { createPoaSimulator } from '../../../src/sandbox/poa/server.js';
import type { Simulator } from '../../../src/sandbox/simulator.js';
import type { Death, DyingProcessOptions } from '../../support/dying-process.js';
import { type KeptWrites, openKeptWrites } from '../../support/kept-writes.js';

const PROGRAM = fileURLToPath(new URL('../../support/dying-process.ts', import.meta.url));
const METHOD = 'pem.disableSubscription';
const ID = 'poa:Subscription:2000005';
const SUSPEND = `mutation { suspendSubscription(input: { subscriptionId: "${ID}", idempotencyKey: "k" }) {
  subscription { active } userErrors { code } } }`;
const OUTCOME = '{ writeOutcome(idempotencyKey: "k") { state mutation node { id } userErrors { code } } }';
const LEASE_MS = 60_000;

let folder: string;
let simulator: Simulator;
const opened: KeptWrites[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hostgraph-killed-'));
  simulator = await createPoaSimulator();
});
afterEach(async () => {
  for (const writes of opened.splice(0)) await writes.close();
  await simulator.close();
  rmSync(folder, { recursive: true });
});

const entry = () => ({ ...simulator.configuration, batch: { reads: 'off' } });

/** A process of the gateway that writes, and is killed; resolves when it is gone. */
function startWriting(death: Death) {
  const options: DyingProcessOptions = { folder, entry: entry(), leaseMs: LEASE_MS, death, source: SUSPEND };
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, JSON.stringify(options)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = once(child, 'exit').then(([, signal]) => signal as string);
  return { child, gone };
}

/** The process that is started in its place. */
function nextProcess(passedMs = 0): KeptWrites {
  const writes = openKeptWrites({
    folder,
    entry: entry(),
    leaseMs: LEASE_MS,
    now: () => Date.now() + passedMs,
  });
  opened.push(writes);
  return writes;
}
const sends = () => simulator.calls.filter(({ method }) => method === METHOD).length;
const tell = async (writes: KeptWrites) => (await writes.run(OUTCOME)).data?.writeOutcome;

describe('a write whose process is killed', { timeout: 60_000 }, () => {
  it('before it said that it sends: the key is free, and the write happens once', async () => {
    expect(await startWriting('recorded').gone).toBe('SIGKILL');
    expect(await tell(nextProcess())).toMatchObject({ state: 'PENDING' });
    const next = nextProcess(LEASE_MS);
    expect(await tell(next)).toMatchObject({ state: 'REJECTED' });
    expect(sends()).toBe(0);
    expect((await next.run(SUSPEND)).data).toMatchObject({
      suspendSubscription: { subscription: { active: false } },
    });
    expect(sends()).toBe(1);
  });

  it('when it had said so and not sent: nobody knows, and it is not sent', async () => {
    expect(await startWriting('sending').gone).toBe('SIGKILL');
    const next = nextProcess(LEASE_MS);
    expect(await tell(next)).toMatchObject({ state: 'UNKNOWN', mutation: 'suspendSubscription' });
    expect((await next.run(SUSPEND)).data).toEqual({ suspendSubscription: null });
    expect(sends()).toBe(0);
  });

  it('between its sending and the answer: the next one reads back that it happened, and sends nothing', async () => {
    simulator.faults.next(METHOD, afterwards({ kind: 'hang' }));
    const { child, gone } = startWriting('never');
    await vi.waitFor(() => expect(sends()).toBe(1), { timeout: 30_000 });
    child.kill('SIGKILL');
    expect(await gone).toBe('SIGKILL');
    expect(await tell(nextProcess())).toMatchObject({ state: 'PENDING' });
    expect(await tell(nextProcess(LEASE_MS))).toMatchObject({ state: 'APPLIED', node: { id: ID } });
    expect((await nextProcess(LEASE_MS).run(SUSPEND)).data).toMatchObject({
      suspendSubscription: { subscription: { active: false }, userErrors: [] },
    });
    expect(sends()).toBe(1);
  });

  it('between the answer and its entry: the next one reads back that it happened, and sends nothing', async () => {
    expect(await startWriting('answered').gone).toBe('SIGKILL');
    expect(sends()).toBe(1);
    expect(await tell(nextProcess(LEASE_MS))).toMatchObject({ state: 'APPLIED', node: { id: ID } });
    expect((await nextProcess(LEASE_MS).run(SUSPEND)).errors).toBeUndefined();
    expect(sends()).toBe(1);
  });
});
