import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SimulatorKind } from '../../src/sandbox/simulator.js';
import type { Fault } from '../support/fault-proxy.js';
import { type FaultedGateway, KINDS, startFaultedGateway } from './faulted-gateway.js';

/** No retries of reads, and a breaker that stays out of it. */
const PATIENT = {
  timeoutMs: 1_000,
  writeTimeoutMs: 1_000,
  retries: 0,
  breaker: { failures: 1_000, openMs: 100 },
};

/** The mutation of each panel that is tried, and the method that stands in its simulator's ledger. */
const WRITES: Readonly<Record<SimulatorKind, (key: string) => string>> = {
  poa: (key) => `mutation { poa: suspendSubscription(
    input: { subscriptionId: "poa:Subscription:2000005", idempotencyKey: "${key}" }) { userErrors { code } } }`,
  mspc: (key) => `mutation { mspc: suspendAccount(
    input: { accountId: "mspc:Account:12", idempotencyKey: "${key}" }) { userErrors { code } } }`,
  hsphere: (key) => `mutation { hsphere: addCredit(input: { accountId: "hsphere:Account:5001",
    amount: "12.50", description: "Goodwill", idempotencyKey: "${key}" }) { userErrors { code } } }`,
  enom: (key) => `mutation { enom: renewEmailBundle(input: { emailBundleId:
    "enom:EmailBundle:neuland.example~1004402", years: 1, idempotencyKey: "${key}" }) { userErrors { code } } }`,
};

describe.each(KINDS)('a change on %s, whose way breaks', (kind) => {
  let gateway: FaultedGateway;
  beforeAll(async () => {
    gateway = await startFaultedGateway({ settings: PATIENT });
  });
  beforeEach(() => gateway.simulators[kind].reset());
  afterAll(() => gateway.close());
  const changes = () => gateway.simulators[kind].ledger?.length;

  it('before it is sent was not made, and is made once when it is asked for again', async () => {
    const ask = () => gateway.run(WRITES[kind](`cut-${kind}`));
    await gateway.ways[kind].cut();
    expect((await ask()).codes).toEqual({ [kind]: 'BACKEND_UNAVAILABLE' });
    expect(changes()).toBe(0);
    await gateway.ways[kind].mend();
    expect((await ask()).codes).toEqual({});
    expect((await ask()).codes).toEqual({});
    expect(changes()).toBe(1);
  });

  it.each<readonly [string, Fault]>([
    ['by a reset', { kind: 'reset', afterBytes: 0 }],
    ['inside the answer', { kind: 'truncate', afterBytes: 200 }],
    ['and damages the answer', { kind: 'corrupt', every: 3, from: 0 }],
  ])('when it was sent, %s, is made once, however often it is asked for', async (name, fault) => {
    const key = `${kind}-${name.replaceAll(' ', '-')}`;
    const send = gateway.ways[kind];
    const outcome = `{ ${kind}: writeOutcome(idempotencyKey: "${key}") { state } }`;
    // Reads around the write go well: the way breaks with the first change that the panel makes.
    const broken = breakAtChange(gateway.simulators[kind], () => send.set(fault));
    const first = await gateway.run(WRITES[kind](key));
    send.set({ kind: 'none' });
    broken.restore();
    expect([undefined, 'OUTCOME_UNKNOWN']).toContain(first.codes[kind]);
    const again = await gateway.run(WRITES[kind](key));
    expect([undefined, 'OUTCOME_UNKNOWN']).toContain(again.codes[kind]);
    expect((await gateway.run(outcome)).data[kind]).toEqual({
      state: expect.stringMatching(/^(APPLIED|UNKNOWN)$/) as string,
    });
    expect(changes()).toBe(1);
  });
});

/** Does something when the simulator has carried out a change, before it answers. */
function breakAtChange({ faults, ledger = [] }: FaultedGateway['simulators']['poa'], then: () => void) {
  const before = ledger.length;
  const take = faults.take.bind(faults);
  faults.take = (method) => {
    queueMicrotask(() => {
      if (ledger.length > before) then();
    });
    return take(method);
  };
  return {
    restore() {
      faults.take = take;
    },
  };
}
