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

describe('GetRenew', () => {
  it('tells of domain and paks by 1 and 0', async () => {
    const xml = await ask(enom, 'GetRenew', NORDLICHT);
    expect([text(xml, 'auto-renew'), text(xml, 'AutoPakRenew'), text(xml, 'PakExist')]).toEqual([
      '1',
      '1',
      '1',
    ]);
    const without = await ask(enom, 'GetRenew', named('seeblick.example'));
    expect([text(without, 'auto-renew'), text(without, 'AutoPakRenew'), text(without, 'PakExist')]).toEqual([
      '0',
      '0',
      '0',
    ]);
  });

  it('says of paks that they renew only where all do', async () => {
    const xml = await ask(enom, 'GetRenew', named('kaffeehaus.example'));
    expect([text(xml, 'AutoPakRenew'), text(xml, 'PakExist')]).toEqual(['0', '1']);
  });

  it('is refused for an expired domain, as is SetRenew', async () => {
    for (const command of ['GetRenew', 'SetRenew']) {
      const xml = await ask(enom, command, { ...named('ausgelaufen.example'), renewflag: '1' });
      expect(refusal(xml)).toMatchObject({
        errors: ['This domain name is expired and cannot be updated'],
        number: '317153',
      });
    }
  });
});

describe('SetRenew', () => {
  it('changes the domain alone unless paks are named', async () => {
    const xml = await ask(enom, 'SetRenew', { ...NORDLICHT, renewflag: '0' });
    expect([text(xml, 'RenewName'), text(xml, 'Success')]).toEqual(['False', 'True']);
    expect(texts(xml, 'AutoPakRenew')).toEqual([]);
    const read = await ask(enom, 'GetRenew', NORDLICHT);
    expect([text(read, 'auto-renew'), text(read, 'AutoPakRenew')]).toEqual(['0', '1']);
    const listed = await ask(enom, 'GetAllDomains', { letter: 'no' });
    expect(text(listed, 'AutoRenew')).toBe('No');
  });

  it('changes all paks with it where they are', async () => {
    const kaffeehaus = named('kaffeehaus.example');
    const xml = await ask(enom, 'SetRenew', { ...kaffeehaus, renewflag: '1', autopakrenew: '1' });
    expect(text(xml, 'AutoPakRenew')).toBe('True');
    expect(text(await ask(enom, 'GetRenew', kaffeehaus), 'AutoPakRenew')).toBe('1');
  });

  it.each([
    [{ renewflag: 'yes' }, 'RenewFlag must be 0 or 1'],
    [{}, 'RenewFlag must be 0 or 1'],
    [{ renewflag: '0', autopakrenew: 'on' }, 'AutoPakRenew must be 0 or 1'],
  ])('refuses %j and changes nothing', async (params, error) => {
    const xml = await ask(enom, 'SetRenew', { ...NORDLICHT, ...params });
    expect(refusal(xml).errors).toEqual([error]);
    expect(text(await ask(enom, 'GetRenew', NORDLICHT), 'auto-renew')).toBe('1');
  });
});

describe('SetPakRenew', () => {
  it('changes one pak', async () => {
    const xml = await ask(enom, 'SetPakRenew', { ...NORDLICHT, bundleid: '1004279', autopakrenew: '0' });
    expect([text(xml, 'PakUpdated'), text(xml, 'AutoPakRenew'), text(xml, 'success')]).toEqual([
      '1004279',
      '0',
      'True',
    ]);
    expect(texts(await ask(enom, 'GetPOP3', NORDLICHT), 'AutoRenew')).toEqual(['0', '0', '0', '0']);
  });

  it('takes the domain by its number too', async () => {
    const id = text(await ask(enom, 'GetAllDomains', { letter: 'no' }), 'DomainNameID');
    const asked = { domainnameid: id, bundleid: '1004279', autopakrenew: '0' };
    expect(text(await ask(enom, 'SetPakRenew', asked), 'PakUpdated')).toBe('1004279');
    expect(refusal(await ask(enom, 'SetPakRenew', { ...asked, domainnameid: '1' })).number).toBe('316153');
  });

  it.each([
    [{ bundleid: '1004310', autopakrenew: '0' }, '304391'],
    [{ bundleid: '7777777', autopakrenew: '0' }, '304391'],
    [{ autopakrenew: '0' }, '301391'],
    [{ bundleid: '1004279', autopakrenew: '2' }, '304163'],
  ])('refuses %j, success False', async (params, number) => {
    const xml = await ask(enom, 'SetPakRenew', { ...NORDLICHT, ...params });
    expect(refusal(xml).number).toBe(number);
    expect(text(xml, 'success')).toBe('False');
    expect(text(await ask(enom, 'GetRenew', NORDLICHT), 'AutoPakRenew')).toBe('1');
  });
});
