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
const PAK = { ...NORDLICHT, bundleid: '1004279' };
const userNames = async (domain = NORDLICHT) => texts(await ask(enom, 'GetPOP3', domain), 'username');

describe('SetUpPOP3User', () => {
  it('creates a mailbox in a free place of the pak', async () => {
    const xml = await ask(enom, 'SetUpPOP3User', { ...PAK, username1: 'Rita', password1: 'Zx9-quartz' });
    expect([text(xml, 'Success'), text(xml, 'AccountsCreated'), text(xml, 'AccountsFailed')]).toEqual([
      'True',
      '1',
      '0',
    ]);
    expect(await userNames()).toEqual(['redaktion', 'ida', 'kontakt', 'Rita']);
    expect(text(await ask(enom, 'GetPOP3', NORDLICHT), 'QtyAvailable')).toBe('11');
  });

  it('takes the domain as sld1 and tld1 too, as the vendor’s guide writes it', async () => {
    const xml = await ask(enom, 'SetUpPOP3User', {
      bundleid: '1004279',
      sld1: 'nordlicht',
      tld1: 'example',
      username1: 'rita',
      password1: 'Zx9-quartz',
      forwardto1: '',
    });
    expect(text(xml, 'AccountsCreated')).toBe('1');
  });

  it('creates several at once, with administrator and forwarding', async () => {
    const xml = await ask(enom, 'SetUpPOP3User', {
      ...PAK,
      username1: 'sven',
      password1: 'Kelp-4417',
      isadmin1: '1',
      displayname1: 'Sven A',
      username2: 'tove',
      password2: 'Moss-9920',
      forwardto2: 'tove@alpine-tours.example',
    });
    expect(text(xml, 'AccountsCreated')).toBe('2');
    expect(texts(await ask(enom, 'GetPOP3', NORDLICHT), 'admin')).toEqual(['0', '1', '0', '1', '0']);
    const forwarding = await ask(enom, 'GetPOPForwarding', { ...NORDLICHT, username: 'tove' });
    expect(text(forwarding, 'forwardto')).toBe('tove@alpine-tours.example');
  });

  it('stops at the first gap in the numbers', async () => {
    const users = { username1: 'sven', password1: 'Kelp-4417', username3: 'tove', password3: 'Moss-9920' };
    expect(text(await ask(enom, 'SetUpPOP3User', { ...PAK, ...users }), 'AccountsCreated')).toBe('1');
  });

  it('creates the ones it can, and says success beside an error, without a name', async () => {
    const xml = await ask(enom, 'SetUpPOP3User', {
      ...PAK,
      username1: 'uma',
      password1: 'Fern-3108',
      username2: 'IDA',
      password2: 'Fern-3109',
    });
    expect([text(xml, 'Success'), text(xml, 'AccountsCreated'), text(xml, 'AccountsFailed')]).toEqual([
      'True',
      '1',
      '1',
    ]);
    expect(refusal(xml)).toEqual({
      errors: ['An object with this name already exists.'],
      number: '302286',
      reason: 'Validation error; duplicate; user name',
    });
    expect(xml).not.toMatch(/uma|IDA/);
    expect(await userNames()).toContain('uma');
  });

  it('gives the last place to the first and none to the second', async () => {
    await ask(enom, 'DeletePOP3', { ...named('spielplatz.example'), username1: 'wippe' });
    const xml = await ask(enom, 'SetUpPOP3User', {
      ...named('spielplatz.example'),
      bundleid: '1004371',
      username1: 'vera',
      password1: 'Reed-5512',
      username2: 'wim',
      password2: 'Reed-5513',
    });
    expect([text(xml, 'AccountsCreated'), text(xml, 'AccountsFailed')]).toEqual(['1', '1']);
    expect(refusal(xml)).toMatchObject({ errors: ['Domain users full'], number: '303271' });
    expect(await userNames(named('spielplatz.example'))).toEqual(['rutsche', 'vera']);
  });

  it('has more errors than responses when several fail', async () => {
    const xml = await ask(enom, 'SetUpPOP3User', {
      ...PAK,
      username1: 'ida',
      password1: 'Fern-3108',
      username2: 'xena',
      password2: 'short',
    });
    expect([text(xml, 'Success'), text(xml, 'ErrCount'), text(xml, 'ResponseCount')]).toEqual([
      'False',
      '2',
      '1',
    ]);
    expect(refusal(xml).errors).toEqual([
      'An object with this name already exists.',
      'Password rejected - too short',
    ]);
  });

  it.each([
    ['the user name', 'xXENAx-2016'],
    ['the domain name', 'my-NordLicht-1'],
  ])('refuses a password that contains %s, and does not repeat it', async (_, password1) => {
    const xml = await ask(enom, 'SetUpPOP3User', { ...PAK, username1: 'xena', password1 });
    expect(refusal(xml)).toMatchObject({
      errors: ['Password rejected - contains username or other account info'],
      number: '306156',
    });
    expect(xml).not.toContain(password1);
    expect(await userNames()).toHaveLength(3);
  });

  it.each([
    [{ username1: 'rita', password1: 'quartzes' }, '306156'],
    [{ username1: 'rita' }, '301156'],
    [{ username1: 'rita@nordlicht.example', password1: 'Zx9-quartz' }, '304286'],
    [{ username1: 'r<b>', password1: 'Zx9-quartz' }, '304286'],
    [{ username1: 'r'.repeat(51), password1: 'Zx9-quartz' }, '304286'],
    [{ username1: 'rita', password1: 'Zx9-quartz', isadmin1: 'yes' }, '304254'],
    [{ username1: 'rita', password1: 'Zx9-quartz', forwardto1: 'nowhere' }, '304172'],
    [{ username1: 'rita', password1: 'Zx9-quartz', bundleid: '1004310' }, '304391'],
    [{ username1: 'rita', password1: 'Zx9-quartz', bundleid: '' }, '301391'],
    [{ password1: 'Zx9-quartz' }, '301286'],
  ])('refuses %j', async (params, number) => {
    const xml = await ask(enom, 'SetUpPOP3User', { ...PAK, ...params });
    expect(refusal(xml).number).toBe(number);
    expect([text(xml, 'Success'), text(xml, 'AccountsCreated')]).toEqual(['False', '0']);
    expect(await userNames()).toHaveLength(3);
  });

  it('refuses an expired pak', async () => {
    const xml = await ask(enom, 'SetUpPOP3User', {
      ...named('kaffeehaus.example'),
      bundleid: '1003987',
      username1: 'rita',
      password1: 'Zx9-quartz',
    });
    expect(refusal(xml).number).toBe('317391');
  });

  it('reports an error beside full success on the contradictory domain', async () => {
    const domain = named('widerspruch.example');
    const xml = await ask(enom, 'SetUpPOP3User', {
      ...domain,
      bundleid: '1004388',
      username1: 'rita',
      password1: 'Zx9-quartz',
    });
    expect([text(xml, 'Success'), text(xml, 'AccountsCreated'), text(xml, 'AccountsFailed')]).toEqual([
      'True',
      '1',
      '0',
    ]);
    expect(text(xml, 'ErrCount')).toBe('1');
    expect(refusal(xml).errors).toEqual(['Invalid Item specified']);
    expect(await userNames(domain)).toEqual(['rita']);
  });
});

describe('ModifyPOP3', () => {
  it('promotes one and sets the password of another', async () => {
    const bergbahn = named('bergbahn.example');
    const xml = await ask(enom, 'ModifyPOP3', {
      ...bergbahn,
      emailcount: '2',
      username1: 'kasse',
      isadmin1: '1',
      username2: 'leitung',
      password2: 'Newpass-81',
    });
    expect([text(xml, 'AccountsModified'), text(xml, 'AccountsFailed'), text(xml, 'Version')]).toEqual([
      '2',
      '0',
      '2',
    ]);
    const pop3 = await ask(enom, 'GetPOP3', bergbahn);
    expect(texts(pop3, 'admin')).toEqual(['1', '1']);
    expect(texts(pop3, 'password')).toEqual(['Newpass-81', 'Fahrplan-77']);
  });

  it.each([
    [{ emailcount: '2', username1: 'ida', isadmin1: '0' }, '304227'],
    [{ username1: 'ida', isadmin1: '0' }, '301227'],
    [{ emailcount: '1', username1: 'nobody', isadmin1: '0' }, '316286'],
    [{ emailcount: '1', username1: 'ida' }, '301156'],
    [{ emailcount: '1', username1: 'ida', isadmin1: '0', password1: 'ida-12345' }, '306156'],
    [{ emailcount: '0' }, '301286'],
  ])('refuses %j and changes nothing', async (params, number) => {
    const xml = await ask(enom, 'ModifyPOP3', { ...NORDLICHT, ...params });
    expect(refusal(xml).number).toBe(number);
    expect([text(xml, 'Success'), text(xml, 'AccountsModified')]).toEqual(['False', '0']);
    expect(texts(await ask(enom, 'GetPOP3', NORDLICHT), 'admin')).toEqual(['0', '1', '0']);
  });
});

describe('DeletePOP3', () => {
  it('removes a mailbox and frees its place', async () => {
    const xml = await ask(enom, 'DeletePOP3', { ...NORDLICHT, username1: 'Kontakt' });
    expect([text(xml, 'AccountsDeleted'), text(xml, 'success')]).toEqual(['1', 'True']);
    expect(await userNames()).toEqual(['redaktion', 'ida']);
    expect(text(await ask(enom, 'GetPOP3', NORDLICHT), 'QtyAvailable')).toBe('13');
  });

  it('refuses one that is gone', async () => {
    await ask(enom, 'DeletePOP3', { ...NORDLICHT, username1: 'kontakt' });
    const xml = await ask(enom, 'DeletePOP3', { ...NORDLICHT, username1: 'kontakt' });
    expect(refusal(xml)).toMatchObject({ errors: ['User does not exist'], number: '316286' });
    expect([text(xml, 'AccountsDeleted'), text(xml, 'success')]).toEqual(['0', 'False']);
  });
});
