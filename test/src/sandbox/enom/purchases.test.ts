import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EnomSimulator } from '../../../../src/sandbox/enom/server.js';
import { ask, named, refusal, start, text, texts } from './ask.js';

let enom: EnomSimulator;
beforeAll(async () => {
  enom = await start();
});
beforeEach(() => enom.reset());
afterAll(() => enom.close());

const ALPINE = named('alpine-tours.example');
const FIFTEEN = { ...ALPINE, service: 'pop3', quantity: '15', quantityunit: 'boxes', capacity: '1' };
const BALANCE = 481_240;

describe('PurchaseServices', () => {
  it('sells boxes: a pak, an order, less money', async () => {
    const xml = await ask(enom, 'PurchaseServices', { ...FIFTEEN, billingperiod: 'year' });
    expect({
      amount: text(xml, 'OrderAmount'),
      success: text(xml, 'Success'),
      action: text(xml, 'ActionType'),
      domain: text(xml, 'DomainName'),
      period: [text(xml, 'Period'), text(xml, 'BillingPeriod')],
      expires: text(xml, 'ExpDate'),
      quantity: [text(xml, 'Quantity'), text(xml, 'TotalQuantity')],
      count: text(xml, 'BundleCount'),
    }).toEqual({
      amount: '15',
      success: 'True',
      action: 'Create',
      domain: 'alpine-tours.example',
      period: ['1', 'year'],
      expires: '3/8/2027',
      quantity: ['15', '15'],
      count: '1',
    });
    expect(text(xml, 'BundleID')).toBe(text(xml, 'VasItemID'));
    const pop3 = await ask(enom, 'GetPOP3', ALPINE);
    expect([text(pop3, 'BundleId'), text(pop3, 'QtyAvailable'), text(pop3, 'AutoRenew')]).toEqual([
      text(xml, 'BundleID'),
      '15',
      '1',
    ]);
    expect(enom.orders).toEqual([
      {
        orderId: Number(text(xml, 'orderid')),
        command: 'PurchaseServices',
        domain: 'alpine-tours.example',
        bundleIds: [Number(text(xml, 'BundleID'))],
        amountMinor: 1_500,
      },
    ]);
    expect(text(await ask(enom, 'GetBalance'), 'Balance')).toBe('4,797.40');
  });

  it('sells again when it is asked again', async () => {
    const first = await ask(enom, 'PurchaseServices', FIFTEEN);
    const second = await ask(enom, 'PurchaseServices', FIFTEEN);
    expect(text(first, 'BundleID')).not.toBe(text(second, 'BundleID'));
    expect(text(second, 'TotalQuantity')).toBe('30');
    expect(enom.orders).toHaveLength(2);
    expect(enom.balanceMinor).toBe(BALANCE - 3_000);
  });

  it.each([
    [{ quantity: '3', quantityunit: 'packs' }, '30', '30'],
    [{ quantity: '3', quantityunit: '' }, '30', '30'],
    [{ quantity: '', quantityunit: 'boxes' }, '10', '10'],
    [{ quantity: '3', capacity: '10', billingperiod: 'month' }, '3', '0.90'],
    [{ quantity: '2', capacity: '', timeunit: 'Month', timequantity: '6' }, '2', '1.20'],
  ])('reads %j as %s boxes for %s', async (params, boxes, amount) => {
    const xml = await ask(enom, 'PurchaseServices', { ...FIFTEEN, ...params });
    expect([text(xml, 'Quantity'), text(xml, 'OrderAmount')]).toEqual([boxes, amount]);
  });

  it('renews a pak from the end of its time', async () => {
    const xml = await ask(enom, 'PurchaseServices', {
      ...named('nordlicht.example'),
      service: 'MAILBOX',
      actiontype: 'Renew',
      productid: '1004279',
    });
    expect([text(xml, 'ActionType'), text(xml, 'ExpDate'), text(xml, 'OrderAmount')]).toEqual([
      'Renew',
      '1/2/2028',
      '15',
    ]);
  });

  it.each([
    [{ quantity: '120', quantityunit: 'packs' }, '303183'],
    [{ quantity: '1000' }, '303183'],
    [{ quantity: '0' }, '303183'],
    [{ quantity: 'ten' }, '303183'],
    [{ quantity: '-5' }, '303183'],
    [{ quantityunit: 'crates' }, '304183'],
    [{ capacity: '3' }, '304220'],
    [{ billingperiod: 'week' }, '304163'],
    [{ timequantity: '13' }, '303163'],
    [{ service: 'hosting' }, '304220'],
    [{ service: '' }, '301220'],
    [{ actiontype: 'Upgrade' }, '304220'],
    [{ actiontype: 'Renew' }, '301269'],
    [{ actiontype: 'Renew', productid: '1004279' }, '316269'],
    [{ sld: 'not-ours' }, '316153'],
    [{ sld: 'ausgelaufen' }, '317153'],
    [{ quantity: '999', capacity: '10', timequantity: '12' }, '524181'],
  ])('refuses %j and charges nothing', async (params, number) => {
    const xml = await ask(enom, 'PurchaseServices', { ...FIFTEEN, ...params });
    expect(refusal(xml).number).toBe(number);
    expect(text(xml, 'ErrCount')).toBe('1');
    expect(texts(xml, 'orderid')).toEqual([]);
    expect(enom.orders).toEqual([]);
    expect(enom.balanceMinor).toBe(BALANCE);
    expect(text(await ask(enom, 'GetPOP3', ALPINE), 'Count')).toBe('0');
  });
});

describe('PurchasePOPBundle', () => {
  it('sells ten-packs, each a pak of its own, in one order', async () => {
    const xml = await ask(enom, 'PurchasePOPBundle', { ...ALPINE, quantity: '2' });
    expect(texts(xml, 'BundleID')).toHaveLength(2);
    expect(text(xml, 'BundleCount')).toBe('2');
    const pop3 = await ask(enom, 'GetPOP3', ALPINE);
    expect(texts(pop3, 'QtyPurchased')).toEqual(['10', '10']);
    expect(texts(pop3, 'ExpDate')).toEqual(['3/8/2027 9:05:02 AM', '3/8/2027 9:05:02 AM']);
    expect(enom.orders).toMatchObject([
      { bundleIds: texts(xml, 'BundleID').map(Number), amountMinor: 1_990 },
    ]);
  });

  it.each([
    [{ quantity: '0' }, '303183'],
    [{ quantity: '100' }, '303183'],
    [{ quantity: '1.5' }, '303183'],
    [{}, '301183'],
  ])('refuses %j and charges nothing', async (params, number) => {
    expect(refusal(await ask(enom, 'PurchasePOPBundle', { ...ALPINE, ...params })).number).toBe(number);
    expect(enom.orders).toEqual([]);
  });

  it('sells only as long as the available balance reaches', async () => {
    const answers: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      answers.push(await ask(enom, 'PurchasePOPBundle', { ...ALPINE, quantity: '99' }));
    }
    expect(answers.map((xml) => text(xml, 'ErrCount'))).toEqual(['0', '0', '0', '0', '1']);
    expect(refusal(answers[4] ?? '').errors).toEqual(['Insufficient reseller balance']);
    expect(enom.balanceMinor).toBe(BALANCE - 4 * 99 * 995);
  });
});

describe('RenewPOPBundle', () => {
  it('prolongs by years and is paid for', async () => {
    const bergbahn = named('bergbahn.example');
    const xml = await ask(enom, 'RenewPOPBundle', { ...bergbahn, pakid: '44120', quantity: '2' });
    expect(text(xml, 'orderid')).toMatch(/^\d{9}$/);
    expect(text(await ask(enom, 'GetPOP3', bergbahn), 'ExpDate')).toBe('5/8/2028 6:33:09 AM');
    expect(enom.orders).toMatchObject([
      { command: 'RenewPOPBundle', bundleIds: [44120], amountMinor: 1_990 },
    ]);
  });

  it('prolongs an expired pak from today, and a newer one at the price of its boxes', async () => {
    const kaffeehaus = named('kaffeehaus.example');
    await ask(enom, 'RenewPOPBundle', { ...kaffeehaus, pakid: '1003987', quantity: '1' });
    expect(await ask(enom, 'GetPOP3', kaffeehaus)).toContain('<![CDATA[ 3/8/2027 ]]>');
    expect(enom.orders).toMatchObject([{ amountMinor: 1_000 }]);
  });

  it.each([
    [{ pakid: '1', quantity: '1' }, '316269'],
    [{ pakid: '44120', quantity: '1' }, '316269'],
    [{ quantity: '1' }, '301269'],
    [{ pakid: '1004279' }, '301183'],
    [{ pakid: '1004279', quantity: '11' }, '303183'],
  ])('refuses %j and charges nothing', async (params, number) => {
    const xml = await ask(enom, 'RenewPOPBundle', { ...named('nordlicht.example'), ...params });
    expect(refusal(xml).number).toBe(number);
    expect(enom.orders).toEqual([]);
  });
});

describe('DeletePOPPak', () => {
  it('removes an empty pak and says nothing but the envelope', async () => {
    const neuland = named('neuland.example');
    const xml = await ask(enom, 'DeletePOPPak', { ...neuland, bundleid: '1004402' });
    expect(xml).toMatch(/<interface-response>\r\n<Command>DELETEPOPPAK<\/Command>/);
    expect(text(xml, 'ErrCount')).toBe('0');
    expect(text(await ask(enom, 'GetPOP3', neuland), 'Count')).toBe('0');
  });

  it('refuses one with mailboxes and one of another domain', async () => {
    const nordlicht = named('nordlicht.example');
    const full = await ask(enom, 'DeletePOPPak', { ...nordlicht, bundleid: '1004279' });
    expect(refusal(full)).toMatchObject({ errors: ['The requested object is not empty.'], number: '706271' });
    const foreign = await ask(enom, 'DeletePOPPak', { ...nordlicht, bundleid: '1004402' });
    expect(refusal(foreign).number).toBe('304391');
    expect(text(await ask(enom, 'GetPOP3', nordlicht), 'Count')).toBe('1');
  });
});
