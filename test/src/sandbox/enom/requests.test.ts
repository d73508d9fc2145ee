import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EnomSimulator } from '../../../../src/sandbox/enom/server.js';
import { ask, LOGIN, named, post, refusal, start, text, texts } from './ask.js';

let enom: EnomSimulator;
beforeAll(async () => {
  enom = await start();
});
beforeEach(() => enom.reset());
afterAll(() => enom.close());

describe('a request', () => {
  it('is taken as a form and as a query string', async () => {
    const query = new URLSearchParams({ command: 'GetBalance', ...LOGIN, responsetype: 'xml' });
    const byQuery = await (await fetch(`${enom.url}?${query}`)).text();
    const byForm = await ask(enom, 'GetBalance');
    expect(text(byQuery, 'Balance')).toBe('4,812.40');
    expect(byForm).toBe(byQuery);
  });

  it('may write the command and the parameters in any case', async () => {
    const xml = await ask(enom, 'gEtDoMaInExP', { SLD: 'NordLicht', tLd: 'EXAMPLE' });
    expect(text(xml, 'ErrCount')).toBe('0');
    expect(text(xml, 'Command')).toBe('GETDOMAINEXP');
    expect(enom.calls[0]?.method).toBe('GetDomainExp');
  });

  it('may spread over query and form, where the query wins', async () => {
    const query = new URLSearchParams({ command: 'GetDomainExp', sld: 'nordlicht' });
    const body = new URLSearchParams({ ...LOGIN, responsetype: 'xml', sld: 'unknown', tld: 'example' });
    const xml = await (await fetch(`${enom.url}?${query}`, { method: 'POST', body })).text();
    expect(text(xml, 'ErrCount')).toBe('0');
  });

  it('that names a parameter twice means both values joined by a comma', async () => {
    const body = new URLSearchParams({ command: 'GetDomainExp', ...LOGIN, responsetype: 'xml' });
    for (const [name, value] of Object.entries(named('nordlicht.example'))) body.append(name, value);
    body.append('SLD', 'nordlicht');
    const xml = await (await fetch(enom.url, { method: 'POST', body })).text();
    expect(refusal(xml).number).toBe('316153');
  });

  it('with a body that is no form has no parameters', async () => {
    const body = JSON.stringify({ command: 'GetBalance', ...LOGIN, responsetype: 'xml' });
    const response = await fetch(enom.url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect(await response.text()).toContain('Err1=Bad User name or Password');
  });

  it.each([
    ['/', 'GET', 404],
    ['/interface.aspx', 'POST', 404],
    ['/interface.asp', 'PUT', 405],
    ['/interface.asp', 'HEAD', 405],
    ['/INTERFACE.ASP', 'GET', 200],
  ])('to %s by %s is HTTP %i', async (path, method, status) => {
    expect((await fetch(new URL(path, enom.url), { method })).status).toBe(status);
  });
});

describe('the login', () => {
  it.each([
    ['a wrong password', { pw: 'other' }],
    ['a wrong name', { uid: 'someone' }],
    ['an empty password', { pw: '' }],
    ['a password in another case', { pw: 'Sandbox-Enom' }],
  ])('is refused for %s, at HTTP 200, and the call is not recorded', async (_, login) => {
    const xml = await ask(enom, 'GetPOP3', { ...named('nordlicht.example'), ...login });
    expect(refusal(xml)).toEqual({
      errors: ['Bad User name or Password'],
      number: '304155',
      reason: 'Validation error; invalid ; loginid',
    });
    expect(text(xml, 'Site')).toBe('');
    expect(text(xml, 'MinPeriod')).toBe('');
    expect(xml).not.toContain('redaktion');
    expect(enom.calls).toEqual([]);
  });

  it('is refused by the older servers with a number after the text', async () => {
    const xml = await ask(enom, 'GetAllDomains', { pw: 'other' });
    expect(refusal(xml).errors).toEqual(['Bad User name or Password - 3']);
  });

  it('is looked at before the command', async () => {
    const xml = await ask(enom, 'NoSuchCommand', { pw: 'other' });
    expect(refusal(xml).number).toBe('304155');
  });
});

describe('an unknown command', () => {
  it.each(['GetPop4', '', 'Purchase', 'constructor', '__proto__'])('%j is refused', async (command) => {
    const xml = await ask(enom, command);
    expect(refusal(xml)).toMatchObject({ errors: ['Invalid command'], number: '304150' });
    expect(enom.calls).toEqual([]);
  });
});

describe('the record of calls', () => {
  it('has the command in its documented case and the parameters as sent, without secrets', async () => {
    await ask(enom, 'modifypop3', {
      ...named('nordlicht.example'),
      emailcount: '1',
      username1: 'ida',
      Password1: 'Firn-4471-x',
      token: 'abc',
    });
    expect(enom.calls).toEqual([
      {
        method: 'ModifyPOP3',
        params: {
          command: 'modifypop3',
          uid: 'resellid',
          pw: '***',
          responsetype: 'xml',
          sld: 'nordlicht',
          tld: 'example',
          emailcount: '1',
          username1: 'ida',
          Password1: '***',
          token: '***',
          credentialsIn: 'body',
        },
      },
    ]);
  });

  it('tells when the login came in the URL', async () => {
    await ask(enom, 'GetBalance');
    expect(enom.credentialsInUrl).toBe(0);
    await fetch(`${enom.url}?${new URLSearchParams({ command: 'GetBalance', ...LOGIN })}`);
    await fetch(`${enom.url}?${new URLSearchParams({ command: 'GetBalance', uid: 'someone', pw: 'x' })}`);
    expect(enom.credentialsInUrl).toBe(2);
    expect(enom.calls.map(({ params }) => params)).toMatchObject([
      { credentialsIn: 'body' },
      { credentialsIn: 'url', pw: '***' },
    ]);
  });

  it('counts a mailbox password in the URL with them', async () => {
    const body = new URLSearchParams({ command: 'GetBalance', ...LOGIN });
    await fetch(`${enom.url}?Password1=Firn-4471-x`, { method: 'POST', body });
    expect(enom.credentialsInUrl).toBe(1);
    expect(JSON.stringify(enom.calls)).not.toContain('Firn');
  });
});

describe('reset', () => {
  it('brings back the seed data and forgets calls, faults and orders', async () => {
    const url = `${enom.url}?${new URLSearchParams({ command: 'GetBalance', ...LOGIN })}`;
    await fetch(url);
    await ask(enom, 'SetCatchAll', { ...named('nordlicht.example'), forwardto: 'a@b.example' });
    await ask(enom, 'PurchasePOPBundle', { ...named('nordlicht.example'), quantity: '1' });
    enom.faults.next('GetPOP3', { kind: 'drop' });
    expect(enom.orders).toHaveLength(1);
    enom.reset();
    expect(enom.calls).toEqual([]);
    expect(enom.orders).toEqual([]);
    expect(enom.credentialsInUrl).toBe(0);
    expect(enom.balanceMinor).toBe(481_240);
    const xml = await ask(enom, 'GetCatchAll', named('nordlicht.example'));
    expect(text(xml, 'ForwardTo')).toBe('redaktion@nordlicht.example');
    const pop3 = await ask(enom, 'GetPOP3', named('nordlicht.example'));
    expect(text(pop3, 'Count')).toBe('1');
  });

  it('can be asked for over HTTP', async () => {
    await ask(enom, 'DeletePOP3', { ...named('nordlicht.example'), username1: 'ida' });
    await fetch(new URL('/_sandbox/reset', enom.url), { method: 'POST' });
    const xml = await ask(enom, 'GetPOP3', named('nordlicht.example'));
    expect(texts(xml, 'username')).toEqual(['redaktion', 'ida', 'kontakt']);
  });
});

describe('the configuration', () => {
  it('is all that a gateway needs to reach the simulator', async () => {
    expect(enom.configuration).toEqual({
      kind: 'enom',
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/interface\.asp$/),
      ...LOGIN,
    });
    expect((await post({ url: String(enom.configuration.url) }, 'GetBalance')).status).toBe(200);
  });
});
