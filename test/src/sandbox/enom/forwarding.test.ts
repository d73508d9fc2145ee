import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EnomSimulator } from '../../../../src/sandbox/enom/server.js';
import { ask, named, refusal, start, text, texts } from './ask.js';

let enom: EnomSimulator;
beforeAll(async () => {
  enom = await start();
});
beforeEach(() => enom.reset());
afterAll(() => enom.close());

const NORDLICHT = named('nordlicht.example');
const BERGBAHN = named('bergbahn.example');

describe('the catch-all', () => {
  it('is ForwardTo with newer paks, CatchAll with older ones, empty where none is set', async () => {
    const newer = await ask(enom, 'GetCatchAll', NORDLICHT);
    expect([text(newer, 'success'), text(newer, 'ForwardTo'), text(newer, 'Version')]).toEqual([
      'True',
      'redaktion@nordlicht.example',
      '3',
    ]);
    const older = await ask(enom, 'GetCatchAll', BERGBAHN);
    expect(text(older, 'CatchAll')).toBe('leitung@bergbahn.example');
    expect(texts(older, 'ForwardTo')).toEqual([]);
    expect(text(await ask(enom, 'GetCatchAll', named('werft.example')), 'ForwardTo')).toBe('');
  });

  it('is set and cleared', async () => {
    const set = await ask(enom, 'SetCatchAll', { ...BERGBAHN, forwardto: 'alle@berge.example' });
    expect(text(set, 'CatchAll')).toBe('alle@berge.example');
    expect(text(await ask(enom, 'GetCatchAll', BERGBAHN), 'CatchAll')).toBe('alle@berge.example');
    await ask(enom, 'SetCatchAll', { ...BERGBAHN, forwardto: '' });
    expect(text(await ask(enom, 'GetCatchAll', BERGBAHN), 'CatchAll')).toBe('');
  });

  it.each([
    [{ forwardto: 'front' }, '304172'],
    [{ forwardto: 'a@b@c.example' }, '304172'],
    [{ forwardto: `${'a'.repeat(60)}@${'b'.repeat(70)}.example` }, '304172'],
    [{}, '301172'],
  ])('refuses %j and stays', async (params, number) => {
    expect(refusal(await ask(enom, 'SetCatchAll', { ...NORDLICHT, ...params })).number).toBe(number);
    expect(text(await ask(enom, 'GetCatchAll', NORDLICHT), 'ForwardTo')).toBe('redaktion@nordlicht.example');
  });
});

describe('GetPOPForwarding', () => {
  it('tells where mail goes, with a count in the older answer and a success in the newer', async () => {
    const newer = await ask(enom, 'GetPOPForwarding', { ...NORDLICHT, username: 'kontakt' });
    expect([text(newer, 'forwardto'), text(newer, 'active'), text(newer, 'Success')]).toEqual([
      'empfang@alpine-tours.example',
      '1',
      'True',
    ]);
    expect([text(newer, 'domainname'), text(newer, 'username')]).toEqual(['nordlicht.example', 'kontakt']);
    const older = await ask(enom, 'GetPOPForwarding', { ...BERGBAHN, username: 'kasse' });
    expect([text(older, 'forwardto'), text(older, 'Count')]).toEqual(['buchung@alpine-tours.example', '1']);
  });

  it('is empty and no error for a mailbox without forwarding', async () => {
    const newer = await ask(enom, 'GetPOPForwarding', { ...NORDLICHT, username: 'ida' });
    expect([text(newer, 'forwardto'), text(newer, 'active'), text(newer, 'ErrCount')]).toEqual(['', '', '0']);
    const older = await ask(enom, 'GetPOPForwarding', { ...BERGBAHN, username: 'leitung' });
    expect(text(older, 'Count')).toBe('0');
  });

  it('refuses an unknown mailbox and a missing name', async () => {
    expect(refusal(await ask(enom, 'GetPOPForwarding', { ...NORDLICHT, username: 'nobody' })).number).toBe(
      '316286',
    );
    expect(refusal(await ask(enom, 'GetPOPForwarding', NORDLICHT)).number).toBe('301286');
  });
});

describe('SetPOPForwarding', () => {
  const asked = {
    ...NORDLICHT,
    username: 'ida',
    email: 'nordlicht.example',
    forwardto: 'ida@berge.example',
    enable: '1',
  };
  const activeOfIda = async () =>
    text(await ask(enom, 'GetPOPForwarding', { ...NORDLICHT, username: 'ida' }), 'active');

  it.each([
    ['0', '1'],
    ['1', '1'],
    ['', '0'],
  ])('with StatusFlags %j leaves forwarding active %s', async (statusflags, active) => {
    const xml = await ask(enom, 'SetPOPForwarding', { ...asked, statusflags });
    expect([text(xml, 'success'), text(xml, 'DomainRRP')]).toEqual(['1', 'E']);
    expect(await activeOfIda()).toBe(active);
  });

  it('removes with Enable 0', async () => {
    await ask(enom, 'SetPOPForwarding', { ...asked, statusflags: '0' });
    const xml = await ask(enom, 'SetPOPForwarding', { ...asked, enable: '0', forwardto: '' });
    expect(text(xml, 'success')).toBe('1');
    expect(await activeOfIda()).toBe('');
  });

  it.each([
    [{ email: 'other.com' }, '304170'],
    [{ enable: '' }, '304170'],
    [{ statusflags: '2' }, '304170'],
    [{ forwardto: 'nowhere' }, '304172'],
    [{ forwardto: '' }, '301172'],
    [{ username: 'nobody' }, '316286'],
  ])('refuses %j, success 0, and changes nothing', async (params, number) => {
    const xml = await ask(enom, 'SetPOPForwarding', { ...asked, ...params });
    expect(refusal(xml).number).toBe(number);
    expect(text(xml, 'success')).toBe('0');
    expect(await activeOfIda()).toBe('');
  });
});
