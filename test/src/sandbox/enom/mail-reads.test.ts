import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnomSimulator } from '../../../../src/sandbox/enom/server.js';
import { ask, named, start, text, texts } from './ask.js';

let enom: EnomSimulator;
beforeAll(async () => {
  enom = await start();
});
afterAll(() => enom.close());

describe('GetPOP3', () => {
  it('gives mailboxes and paks of newer paks, dates as CDATA with blanks, passwords empty', async () => {
    const xml = await ask(enom, 'GetPOP3', named('nordlicht.example'));
    expect(texts(xml, 'username')).toEqual(['redaktion', 'ida', 'kontakt']);
    expect(texts(xml, 'admin')).toEqual(['0', '1', '0']);
    expect(texts(xml, 'password')).toEqual(['', '', '']);
    expect(texts(xml, 'quotaused')).toEqual(['307', '51', '0']);
    expect(xml.match(/<expdate>\r\n<!\[CDATA\[ 1\/2\/2027 \]\]>\r\n<\/expdate>/g)).toHaveLength(3);
    expect(xml).toContain('<ExpDate>\r\n<![CDATA[ 1/2/2027 ]]>\r\n</ExpDate>');
    expect(texts(xml, 'BundleId')).toEqual(['1004279', '1004279', '1004279', '1004279']);
    expect([text(xml, 'QtyPurchased'), text(xml, 'QtyAvailable'), text(xml, 'Quota')]).toEqual([
      '15',
      '12',
      '1024',
    ]);
    expect([text(xml, 'ProdType'), text(xml, 'Version'), text(xml, 'EmailCount')]).toEqual([
      '2011',
      '3',
      '3',
    ]);
    expect([text(xml, 'Successful'), text(xml, 'Success')]).toEqual(['True', 'True']);
  });

  it('gives those of older paks with a time in the date and the password in clear', async () => {
    const xml = await ask(enom, 'GetPOP3', named('bergbahn.example'));
    expect(texts(xml, 'password')).toEqual(['Gondel-2231', 'Fahrplan-77']);
    expect(texts(xml, 'expdate')).toEqual(['5/8/2026 6:33:09 AM', '5/8/2026 6:33:09 AM']);
    expect([text(xml, 'ProdType'), text(xml, 'QtyAvailable')]).toEqual(['38', '8']);
    expect(texts(xml, 'Version')).toEqual([]);
    expect(texts(xml, 'Success')).toEqual([]);
    expect(text(xml, 'Successful')).toBe('True');
  });

  it('lists several paks of a domain, an expired one among them', async () => {
    const xml = await ask(enom, 'GetPOP3', named('kaffeehaus.example'));
    expect(texts(xml, 'BundleId')).toEqual(['1004310', '1004310', '1003987', '1004310']);
    expect(texts(xml, 'Quota')).toEqual(['1024', '10240']);
    expect(xml).toContain('<![CDATA[ 2/24/2026 ]]>');
    expect(text(xml, 'Count')).toBe('2');
  });

  it('is empty and no error for a domain without email', async () => {
    const xml = await ask(enom, 'GetPOP3', named('alpine-tours.example'));
    expect([text(xml, 'ErrCount'), text(xml, 'EmailCount'), text(xml, 'Count')]).toEqual(['0', '0', '0']);
    expect(texts(xml, 'Paks')).toEqual(['']);
  });
});

describe('GetPOPExpirations', () => {
  it('lists the paks of the whole account', async () => {
    const xml = await ask(enom, 'GetPOPExpirations');
    expect(texts(xml, 'bundleid')).toEqual([
      '44120',
      '1003987',
      '1004310',
      '1004402',
      '1004279',
      '1004371',
      '1004388',
    ]);
    expect(text(xml, 'count')).toBe('7');
    expect(texts(xml, 'domain').slice(0, 2)).toEqual(['bergbahn.example', 'kaffeehaus.example']);
    expect(texts(xml, 'expdate').slice(0, 2)).toEqual(['5/8/2026 6:33:09 AM', '2/24/2026 12:00:00 AM']);
    expect(texts(xml, 'renew').slice(0, 3)).toEqual(['False', 'False', 'True']);
    expect(texts(xml, 'version').slice(0, 2)).toEqual(['2', '3']);
  });
});

describe('GetBalance and PE_GetPOPPrice', () => {
  it('write money with a separator for thousands', async () => {
    const xml = await ask(enom, 'GetBalance');
    expect([text(xml, 'Balance'), text(xml, 'AvailableBalance')]).toEqual(['4,812.40', '4,772.60']);
    expect(text(xml, 'DomainCount')).toBe('16');
    expect(text(await ask(enom, 'PE_GetPOPPrice'), 'pop')).toBe('9.95');
  });
});
