import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnomSimulator } from '../../../../src/sandbox/enom/server.js';
import { ask, LOGIN, named, post, start, text, texts } from './ask.js';

let enom: EnomSimulator;
beforeAll(async () => {
  enom = await start();
});
afterAll(() => enom.close());

describe('an answer in XML', () => {
  it('of the older servers spells the charset with a capital, closes, pairs empty tags and ends a line', async () => {
    const response = await post(enom, 'GetDomainExp', named('nordlicht.example'));
    const xml = await response.text();
    expect(response.headers.get('content-type')).toBe('text/xml; Charset=utf-8');
    expect(response.headers.get('connection')).toBe('close');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(xml.split('\r\n')).toEqual([
      '<?xml version="1.0" encoding="utf-8"?>',
      '<interface-response>',
      '<ExpirationDate>11/18/2026 6:33:09 AM</ExpirationDate>',
      '<Command>GETDOMAINEXP</Command>',
      '<APIType>API</APIType>',
      '<Language>eng</Language>',
      '<ErrCount>0</ErrCount>',
      '<ResponseCount>0</ResponseCount>',
      '<MinPeriod>1</MinPeriod>',
      '<MaxPeriod>10</MaxPeriod>',
      '<Server>SANDBOX01</Server>',
      '<Site>eNom</Site>',
      '<IsLockable>True</IsLockable>',
      '<IsRealTimeTLD>True</IsRealTimeTLD>',
      '<TimeDifference>+08.00</TimeDifference>',
      '<ExecTime>8.203125E-02</ExecTime>',
      '<Done>true</Done>',
      '<RequestDateTime>3/8/2026 9:05:02 AM</RequestDateTime>',
      '<debug><![CDATA[]]></debug>',
      '</interface-response>',
      '',
    ]);
  });

  it('of the .NET servers sets a cookie, closes empty tags themselves and has a tracking key', async () => {
    const response = await post(enom, 'GetPOP3', named('alpine-tours.example'));
    const xml = await response.text();
    expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(response.headers.get('set-cookie')).toMatch(/^ASP\.NET_SessionId=/);
    expect(xml).toContain('\r\n<Paks/>\r\n');
    expect(xml).toContain('<APIType>API.NET</APIType>');
    expect(text(xml, 'TrackingKey')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(xml.endsWith('<debug/>\r\n</interface-response>')).toBe(true);
    const again = await ask(enom, 'GetPOP3', named('alpine-tours.example'));
    expect(text(again, 'TrackingKey')).not.toBe(text(xml, 'TrackingKey'));
  });

  it('leaves periods and lock empty where it is about the account', async () => {
    const xml = await ask(enom, 'GetBalance');
    expect(['MinPeriod', 'IsLockable', 'IsRealTimeTLD'].map((name) => text(xml, name))).toEqual(['', '', '']);
    expect(text(xml, 'TimeDifference')).toBe('+0.00');
  });

  it('says that it is whole as the vendor prints it for the command', async () => {
    expect(text(await ask(enom, 'GetBalance'), 'Done')).toBe('true');
    expect(text(await ask(enom, 'DeletePOP3'), 'Done')).toBe('>true');
  });

  it('has element names in lower case throughout where that is asked for', async () => {
    const lower = await start({ elementCase: 'lower' });
    const xml = await ask(lower, 'GetPOP3', named('nordlicht.example'));
    await lower.close();
    expect(xml).not.toMatch(/<\/?[a-z-]*[A-Z]/);
    expect(texts(xml, 'bundleid')).toHaveLength(4);
    expect(text(xml, 'errcount')).toBe('0');
  });
});

describe('an answer as text', () => {
  it('is what a request without a response type gets', async () => {
    const body = new URLSearchParams({ command: 'GetDomainExp', ...LOGIN, ...named('nordlicht.example') });
    const answer = await (await fetch(enom.url, { method: 'POST', body })).text();
    expect(answer.split('\r\n').slice(0, 8)).toEqual([
      ';URL Interface',
      ';Machine is SANDBOX01',
      ';Encoding Type is utf-8',
      'ExpirationDate=11/18/2026 6:33:09 AM',
      'Command=GETDOMAINEXP',
      'APIType=API',
      'Language=eng',
      'ErrCount=0',
    ]);
  });

  it('numbers the fields of list items, and errors', async () => {
    const pop3 = await (
      await post(enom, 'GetPOP3', { ...named('kaffeehaus.example'), responsetype: 'text' })
    ).text();
    expect(pop3).toContain('\r\nusername2=einkauf\r\n');
    expect(pop3).toContain('\r\nBundleId1=1003987\r\n');
    expect(pop3).toContain('\r\nEmailCount=2\r\n');
    const refused = await (await post(enom, 'GetPop4', { responsetype: 'text' })).text();
    expect(refused).toContain('\r\nErr1=Invalid command\r\n');
    expect(refused).toContain('\r\nResponseNumber1=304150\r\n');
  });
});
