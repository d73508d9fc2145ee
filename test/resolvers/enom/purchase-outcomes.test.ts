import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { afterwards } from '../../../src/sandbox/misbehaviour.js';
import {
  closeEnomWrites,
  type EnomWrites,
  HANG,
  LOST_AFTER_THE_WORK,
  LOST_INSTEAD_OF_THE_WORK,
  startEnomWrites,
} from './write-gateway.js';

let enom: EnomWrites;
beforeEach(async () => {
  enom = await startEnomWrites();
});
afterEach(closeEnomWrites);

const buy = (key: string, quantity = 5, domain = 'alpine-tours.example') =>
  enom.mutate(
    'purchaseEmailBundle',
    `backend: "enom", domain: "${domain}", quantity: ${quantity}, idempotencyKey: "${key}"`,
    'emailBundle { id quantity } orderId',
  );
const next = (misbehaviour: Parameters<EnomWrites['simulator']['faults']['next']>[1]) =>
  enom.simulator.faults.next('PurchaseServices', misbehaviour);
const bundleOf = (order: number) =>
  `enom:EmailBundle:alpine-tours.example~${enom.simulator.orders[order]?.bundleIds[0]}`;
const UNKNOWN = /nobody knows/i;

describe('a purchase without a conclusive answer', () => {
  it.each([...LOST_AFTER_THE_WORK, afterwards(HANG)])(
    'is found by the bundle that is new when it was made: %j',
    async (lost) => {
      next(lost);
      const { payload } = await buy('k');
      expect(payload).toMatchObject({
        emailBundle: { id: bundleOf(0), quantity: 5 },
        orderId: null,
        userErrors: [],
      });
      expect((await buy('k')).payload).toEqual(payload);
      expect(enom.simulator.orders).toHaveLength(1);
      expect(enom.records.stateOf('k')).toBe('APPLIED');
    },
  );

  it.each([...LOST_INSTEAD_OF_THE_WORK, HANG])(
    'stays unknown when it was not made, and is never sent again: %j',
    async (lost) => {
      next(lost);
      expect((await buy('k')).error).toMatch(UNKNOWN);
      expect((await buy('k')).error).toMatch(UNKNOWN);
      enom.records.outlastLeases();
      expect((await buy('k')).error).toMatch(UNKNOWN);
      expect(enom.takeCalls().filter((call) => call === 'PurchaseServices')).toHaveLength(1);
      expect(enom.simulator.orders).toEqual([]);
    },
  );

  it('remembers what was there before anything is sent', async () => {
    next({ kind: 'drop' });
    await buy('k', 5, 'kaffeehaus.example');
    expect(enom.records.recordsText()).toContain('"bundles":["1003987","1004310"]');
  });

  it('is settled later where reading back failed at first', async () => {
    next({ kind: 'replyLost' });
    enom.simulator.faults.next('GetPOP3', { kind: 'slow', ms: 0 });
    enom.simulator.faults.next('GetPOP3', { kind: 'drop' });
    expect((await buy('k')).error).toMatch(UNKNOWN);
    expect((await buy('k')).payload).toMatchObject({ emailBundle: { id: bundleOf(0) } });
    expect(enom.simulator.orders).toHaveLength(1);
  });

  it('is not mistaken for a later purchase that the gateway made', async () => {
    next({ kind: 'drop' });
    await buy('lost');
    await buy('made');
    expect((await buy('lost')).error).toMatch(UNKNOWN);
    expect(enom.simulator.orders).toHaveLength(1);
  });

  it('is told from a later purchase when it was made itself', async () => {
    next({ kind: 'replyLost' });
    enom.simulator.faults.next('GetPOP3', { kind: 'slow', ms: 0 });
    enom.simulator.faults.next('GetPOP3', { kind: 'drop' });
    await buy('lost');
    await buy('made');
    expect((await buy('lost')).payload).toMatchObject({ emailBundle: { id: bundleOf(0) } });
    expect((await buy('made')).payload).toMatchObject({ emailBundle: { id: bundleOf(1) } });
  });

  it('is not told apart from another unknown one of that quantity, and is from one of another', async () => {
    next({ kind: 'drop' });
    await buy('dropped');
    next({ kind: 'replyLost' });
    expect((await buy('same')).error).toMatch(UNKNOWN);
    next({ kind: 'replyLost' });
    expect((await buy('other', 6)).payload).toMatchObject({ emailBundle: { quantity: 6 } });
    expect((await buy('dropped')).error).toMatch(UNKNOWN);
  });

  it.each([
    ['two new bundles have its quantity', [5, 5]],
    ['the new bundle has another quantity', [7]],
  ])('stays unknown where %s', async (_, quantities) => {
    const elsewhere = await startEnomWrites({ url: enom.simulator.url });
    next({ kind: 'drop' });
    await buy('k');
    // Bought past this gateway's records, as in the registrar's own pages.
    for (const quantity of quantities) {
      await elsewhere.mutate(
        'purchaseEmailBundle',
        `backend: "enom", domain: "alpine-tours.example", quantity: ${quantity}, idempotencyKey: "${quantity}${Math.random()}"`,
      );
    }
    expect((await buy('k')).error).toMatch(UNKNOWN);
  });
});

describe('a refused purchase', () => {
  it('is read back, and rejected when nothing is new', async () => {
    next({ kind: 'fault', message: 'Insufficient reseller balance' });
    expect((await buy('k')).payload).toMatchObject({ userErrors: [{ code: 'INSUFFICIENT_FUNDS' }] });
    expect(enom.takeCalls()).toEqual(['GetPOP3', 'PurchaseServices', 'GetPOP3']);
  });

  it('is applied when its order stands beside the error, as on the domain whose answers contradict themselves', async () => {
    const { payload } = await buy('k', 5, 'widerspruch.example');
    expect(payload).toMatchObject({ emailBundle: { quantity: 5 }, userErrors: [] });
    expect(enom.simulator.orders).toHaveLength(1);
  });

  it('is unknown when an error came and reading back fails', async () => {
    next({ kind: 'fault', message: 'Something went wrong' });
    enom.simulator.faults.next('GetPOP3', { kind: 'slow', ms: 0 });
    enom.simulator.faults.next('GetPOP3', { kind: 'drop' });
    expect((await buy('k')).error).toMatch(/reported an error, and nobody knows/);
  });
});

describe('purchases at the same time', () => {
  it('are made one after the other for a domain, each with a look of its own', async () => {
    const answers = await Promise.all(['a', 'b', 'c'].map((key) => buy(key)));
    expect(new Set(answers.map(({ payload }) => JSON.stringify(payload?.emailBundle))).size).toBe(3);
    const commands = enom.takeCalls().filter((_, index, all) => all[index - 1] !== all[index]);
    // A purchase is never sent before the one before it was answered and looked past.
    expect(commands.filter((command) => command === 'PurchaseServices')).toHaveLength(3);
  });

  it('are told apart although all their answers but one are lost', async () => {
    next({ kind: 'replyLost' });
    const [lost, told] = await Promise.all([buy('a'), buy('b')]);
    expect([lost?.payload?.emailBundle, told?.payload?.emailBundle]).toEqual([
      { id: bundleOf(0), quantity: 5 },
      { id: bundleOf(1), quantity: 5 },
    ]);
  });

  it('do not wait for one another on different domains', async () => {
    next(HANG);
    const stuck = buy('a');
    expect((await buy('b', 5, 'werft.example')).payload).toMatchObject({ emailBundle: { quantity: 5 } });
    expect((await stuck).error).toMatch(UNKNOWN);
  });
});
