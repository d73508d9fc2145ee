import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EnomSimulator } from '../../../../src/sandbox/enom/server.js';
import { malformed } from '../../../../src/sandbox/misbehaviour.js';
import { ask, named, post, refusal, start, text } from './ask.js';

let enom: EnomSimulator;
beforeAll(async () => {
  enom = await start();
});
beforeEach(() => enom.reset());
afterAll(() => enom.close());

const PURCHASE = { ...named('alpine-tours.example'), service: 'pop3', quantity: '4', quantityunit: 'boxes' };

describe('misbehaviour on request', () => {
  it('answers a refusal with the text asked for, and does nothing', async () => {
    enom.faults.next('PurchaseServices', { kind: 'fault', message: 'The registry is asleep' });
    const xml = await ask(enom, 'PurchaseServices', PURCHASE);
    expect(refusal(xml)).toMatchObject({ errors: ['The registry is asleep'], number: '699000' });
    expect(text(xml, 'Command')).toBe('PURCHASESERVICES');
    expect(enom.orders).toEqual([]);
    expect(text(await ask(enom, 'PurchaseServices', PURCHASE), 'ErrCount')).toBe('0');
  });

  it('gives a text that the service knows its number', async () => {
    const message = 'User not permitted from this IP address - 198.51.100.7';
    enom.faults.next('*', { kind: 'fault', message });
    expect(refusal(await ask(enom, 'GetPOPExpirations'))).toEqual({
      errors: [message],
      number: '713254',
      reason: 'Policy error; unauthorized; user(s)',
    });
  });

  it('can lose the answer of a purchase that was made', async () => {
    enom.faults.next('PurchaseServices', { kind: 'replyLost' });
    await expect(post(enom, 'PurchaseServices', PURCHASE)).rejects.toThrow();
    expect(enom.orders).toHaveLength(1);
    expect(text(await ask(enom, 'GetPOP3', named('alpine-tours.example')), 'Count')).toBe('1');
  });

  it('can drop a purchase before it is made', async () => {
    enom.faults.next('PurchaseServices', { kind: 'drop' });
    await expect(post(enom, 'PurchaseServices', PURCHASE)).rejects.toThrow();
    expect(enom.orders).toEqual([]);
    expect(enom.calls).toHaveLength(1);
  });

  it('can break off in the middle of an answer', async () => {
    enom.faults.next('GetPOP3', { kind: 'truncated' });
    const response = await post(enom, 'GetPOP3', named('nordlicht.example'));
    await expect(response.text()).rejects.toThrow();
  });

  it('can answer what is no XML', async () => {
    enom.faults.next('GetPOP3', malformed);
    const response = await post(enom, 'GetPOP3', named('nordlicht.example'));
    expect(await response.text()).toBe(malformed.kind === 'answer' ? malformed.body : '');
  });

  it('can be planned over HTTP by the documented name of the command', async () => {
    await fetch(new URL('/_sandbox/faults', enom.url), {
      method: 'POST',
      body: JSON.stringify({ method: 'GetPOP3', kind: 'fault', message: 'Domain name not found' }),
    });
    const xml = await ask(enom, 'getpop3', named('nordlicht.example'));
    expect(refusal(xml).number).toBe('316153');
  });
});

describe('a purchase on the contradictory domain', () => {
  it('is made and charged although an error stands beside its success', async () => {
    const xml = await ask(enom, 'PurchaseServices', { ...PURCHASE, ...named('widerspruch.example') });
    expect([text(xml, 'Success'), text(xml, 'ErrCount')]).toEqual(['True', '1']);
    expect(enom.orders).toMatchObject([{ domain: 'widerspruch.example', amountMinor: 400 }]);
  });
});
