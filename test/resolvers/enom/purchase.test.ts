import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeEnomWrites, type EnomWrites, startEnomWrites } from './write-gateway.js';

let enom: EnomWrites;
beforeEach(async () => {
  enom = await startEnomWrites();
});
afterEach(closeEnomWrites);

const SELECTION =
  'emailBundle { id quantity available capacityMiB autoRenew domain { name } } orderId orderAmount';
const buy = (more: string) =>
  enom.mutate('purchaseEmailBundle', `backend: "enom", domain: "alpine-tours.example", ${more}`, SELECTION);

describe('a purchase of email', () => {
  it('is told with its bundle and its order, money as exact text', async () => {
    const { payload } = await buy('quantity: 5, idempotencyKey: "k"');
    const [order] = enom.simulator.orders;
    expect(payload).toEqual({
      emailBundle: {
        id: `enom:EmailBundle:alpine-tours.example~${order?.bundleIds[0]}`,
        quantity: 5,
        available: 5,
        capacityMiB: 1024,
        autoRenew: true,
        domain: { name: 'alpine-tours.example' },
      },
      orderId: String(order?.orderId),
      orderAmount: '5',
      userErrors: [],
      idempotencyKey: 'k',
    });
    expect(enom.takeCalls()).toEqual(['GetPOP3', 'PurchaseServices', 'GetPOP3']);
  });

  it('sends what the guide names, quantity and unit always both, and the login in the body', async () => {
    await buy(
      'quantity: 2, quantityUnit: PACKS, capacityGiB: 10, billingPeriod: MONTH, endUserIp: "203.0.113.9", idempotencyKey: "k"',
    );
    expect(enom.lastParams('PurchaseServices')).toEqual({
      command: 'PurchaseServices',
      uid: 'resellid',
      pw: '***',
      responsetype: 'xml',
      service: 'pop3',
      sld: 'alpine-tours',
      tld: 'example',
      quantity: '2',
      quantityunit: 'packs',
      capacity: '10',
      billingperiod: 'month',
      EndUserIP: '203.0.113.9',
      credentialsIn: 'body',
    });
    expect(enom.simulator.orders).toMatchObject([{ amountMinor: 600 }]);
  });

  it('keeps cents', async () => {
    const { payload } = await buy('quantity: 3, billingPeriod: MONTH, idempotencyKey: "k"');
    expect(payload).toMatchObject({ orderAmount: '0.30' });
  });

  it('happens once for one key, and again for another', async () => {
    const first = await buy('quantity: 5, idempotencyKey: "a"');
    expect((await buy('quantity: 5, idempotencyKey: "a"')).payload).toEqual(first.payload);
    await buy('quantity: 5, idempotencyKey: "b"');
    expect(enom.simulator.orders).toHaveLength(2);
  });

  it('takes a name in any spelling', async () => {
    const { payload } = await enom.mutate(
      'purchaseEmailBundle',
      'backend: "enom", domain: "Küchenwerk.Example.", quantity: 1, idempotencyKey: "k"',
      'emailBundle { domain { name } }',
    );
    expect(payload).toMatchObject({ emailBundle: { domain: { name: 'xn--kchenwerk-q9a.example' } } });
  });
});

describe('a purchase of email that cannot be', () => {
  it.each([
    ['quantity: 5', 'idempotencyKey'],
    ['quantity: 0, idempotencyKey: "k"', 'quantity'],
    ['quantity: -3, idempotencyKey: "k"', 'quantity'],
    ['quantity: 1000, idempotencyKey: "k"', 'quantity'],
    ['quantity: 5, capacityGiB: 2, idempotencyKey: "k"', 'capacityGiB'],
    ['quantity: 5, endUserIp: "203.0.113", idempotencyKey: "k"', 'endUserIp'],
  ])('is refused before any call for { %s }', async (input, field) => {
    expect((await buy(input)).payload).toMatchObject({
      emailBundle: null,
      orderId: null,
      userErrors: [{ code: 'INVALID', field: ['input', field] }],
    });
    expect(enom.takeCalls()).toEqual([]);
  });

  it.each(['example', 'a b.example', ''])('is refused before any call for the domain %j', async (domain) => {
    const input = `backend: "enom", domain: "${domain}", quantity: 1, idempotencyKey: "k"`;
    expect((await enom.mutate('purchaseEmailBundle', input)).payload).toMatchObject({
      userErrors: [{ code: 'INVALID', field: ['input', 'domain'] }],
    });
    expect(enom.takeCalls()).toEqual([]);
  });

  it('takes 999 packs to the service, whose word counts where its documents disagree', async () => {
    const { payload } = await buy('quantity: 999, quantityUnit: PACKS, idempotencyKey: "k"');
    expect(payload).toMatchObject({
      userErrors: [{ code: 'INVALID', native: { method: 'PurchaseServices', code: '303183' } }],
    });
    expect(enom.simulator.orders).toEqual([]);
  });

  it('is data where the balance does not suffice', async () => {
    const { payload, error } = await buy('quantity: 999, capacityGiB: 50, idempotencyKey: "k"');
    expect(error).toBeUndefined();
    expect(payload).toMatchObject({
      emailBundle: null,
      userErrors: [{ code: 'INSUFFICIENT_FUNDS', native: { code: '524181' } }],
    });
  });

  it('is refused by the first look where the account lacks the domain, so that nothing is bought', async () => {
    const input = 'backend: "enom", domain: "nirgendwo.example", quantity: 1, idempotencyKey: "k"';
    expect((await enom.mutate('purchaseEmailBundle', input)).payload).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', native: { method: 'GetPOP3', code: '316153' } }],
    });
    expect(enom.takeCalls()).toEqual(['GetPOP3']);
  });

  it('frees its key when nothing could be sent, since the first look failed', async () => {
    enom.simulator.faults.next('GetPOP3', { kind: 'drop' });
    expect((await buy('quantity: 5, idempotencyKey: "k"')).error).toMatch(/cannot be reached/);
    expect((await buy('quantity: 5, idempotencyKey: "k"')).payload).toMatchObject({ userErrors: [] });
    expect(enom.simulator.orders).toHaveLength(1);
  });
});
