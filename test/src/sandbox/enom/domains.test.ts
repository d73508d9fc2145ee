import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnomSimulator } from '../../../../src/sandbox/enom/server.js';
import { ask, named, refusal, start, text, texts } from './ask.js';

let enom: EnomSimulator;
beforeAll(async () => {
  enom = await start();
});
afterAll(() => enom.close());

const names = (xml: string) => {
  const tlds = texts(xml, 'tld');
  return texts(xml, 'sld').map((sld, index) => `${sld}.${tlds[index]}`);
};

describe('GetDomains', () => {
  it('lists the registered names without the expired ones', async () => {
    const xml = await ask(enom, 'GetDomains');
    expect(names(xml)).toHaveLength(15);
    expect(names(xml)).toEqual(expect.arrayContaining(['nordlicht.example', 'bodensee-demo.co.uk']));
    expect(names(xml)).not.toContain('ausgelaufen.example');
    expect(text(xml, 'TotalDomainCount')).toBe('15');
    expect(text(xml, 'NextRecords')).toBe('0');
    expect(xml).toContain('<domain-list type="Registered">');
  });

  it('gives every name once when it is read page by page', async () => {
    const seen: string[] = [];
    let start = '1';
    for (let page = 0; start !== '0'; page += 1) {
      expect(page).toBeLessThan(4);
      const xml = await ask(enom, 'GetDomains', { display: '4', start });
      seen.push(...names(xml));
      expect(text(xml, 'StartPosition')).toBe(start);
      expect(text(xml, 'EndPosition')).toBe(String(seen.length));
      expect(text(xml, 'PreviousRecords')).toBe(String(Math.max(0, Number(start) - 4)));
      start = text(xml, 'NextRecords');
    }
    expect(seen).toHaveLength(15);
    expect(new Set(seen).size).toBe(15);
  });

  it('answers a page past the end, and one of no size, without names', async () => {
    for (const page of [{ start: '400' }, { display: '0' }]) {
      const xml = await ask(enom, 'GetDomains', page);
      expect(names(xml)).toEqual([]);
      expect(text(xml, 'NextRecords')).toBe('0');
      expect(text(xml, 'DomainCount')).toBe('15');
    }
  });

  it('writes a row with date, renewal, name servers and privacy', async () => {
    const xml = await ask(enom, 'GetDomains', { domain: 'stilles' });
    expect(text(xml, 'expiration-date')).toBe('10/14/2026');
    expect(text(xml, 'auto-renew')).toBe('Yes');
    expect(text(xml, 'ns-status')).toBe('YES');
    expect(text(xml, 'wppsstatus')).toBe('enabled');
    expect(text(xml, 'wppsexpdate')).toBe('10/14/2026');
    const own = await ask(enom, 'GetDomains', { startletter: 'le' });
    expect(text(own, 'ns-status')).toBe('NO');
    expect(texts(own, 'wppsexpdate')).toEqual([]);
  });

  it('drops the hyphens from its tags for ExtFormat 1', async () => {
    const xml = await ask(enom, 'GetDomains', { extformat: '1', display: '1' });
    expect(xml).toContain('<domainlist type="Registered">');
    expect(text(xml, 'autorenew')).toBe('Yes');
    expect(texts(xml, 'auto-renew')).toEqual([]);
  });

  it.each([
    ['ExpiringNames', ['seeblick.example', 'zimmerei.example']],
    ['ExpiredDomains', ['ausgelaufen.example']],
    ['WatchList', []],
  ])('has in tab %s its own names', async (tab, expected) => {
    expect(names(await ask(enom, 'GetDomains', { tab }))).toEqual(expected);
  });

  it('orders by expiry when asked to', async () => {
    const xml = await ask(enom, 'GetDomains', { orderby: 'ExpDate', display: '2' });
    expect(names(xml)).toEqual(['seeblick.example', 'zimmerei.example']);
  });

  it('keeps to the names that expire within the days asked for', async () => {
    expect(names(await ask(enom, 'GetDomains', { daystoexpired: '13' }))).toEqual(['seeblick.example']);
  });

  it.each([
    [{ display: '101' }, 'Display is out of range'],
    [{ display: 'all' }, 'Display is out of range'],
    [{ start: '0' }, 'Start is out of range'],
    [{ start: '-1' }, 'Start is out of range'],
    [{ tab: 'Mine' }, 'Tab is invalid'],
  ])('refuses %j', async (params, error) => {
    expect(refusal(await ask(enom, 'GetDomains', params)).errors).toEqual([error]);
  });
});

describe('GetAllDomains', () => {
  it('lists the whole account with lock and renewal', async () => {
    const xml = await ask(enom, 'GetAllDomains');
    const domains = texts(xml, 'DomainName');
    const at = (name: string, domain: string) => texts(xml, name)[domains.indexOf(domain)];
    expect(domains).toHaveLength(16);
    expect(text(xml, 'domaincount')).toBe('16');
    expect(at('lockstatus', 'seeblick.example')).toBe('Not Locked');
    expect(at('lockstatus', 'werft.example')).toBe('Locked');
    expect(at('AutoRenew', 'werft.example')).toBe('No');
    expect(at('expiration-date', 'ausgelaufen.example')).toBe('2/16/2026 6:33:09 AM');
    expect(new Set(texts(xml, 'DomainNameID')).size).toBe(16);
  });

  it('keeps to a first letter', async () => {
    const xml = await ask(enom, 'GetAllDomains', { letter: 'n' });
    expect(texts(xml, 'DomainName')).toEqual(['neuland.example', 'nordlicht.example']);
  });
});

describe('GetDomainInfo', () => {
  it('tells state, expiry, name servers and kind of email', async () => {
    const xml = await ask(enom, 'GetDomainInfo', named('nordlicht.example'));
    expect(xml).toMatch(
      /<domainname sld="nordlicht" tld="example" domainnameid="\d{9}">nordlicht\.example<\/domainname>/,
    );
    expect(text(xml, 'expiration')).toBe('11/18/2026 6:33:09 AM');
    expect(text(xml, 'registrationstatus')).toBe('Registered');
    expect(texts(xml, 'dns')).toHaveLength(5);
    expect(xml).toMatch(/<entry name="emailset">\r\n<service changable="1">1114<\/service>/);
    expect(xml).toContain('<address><![CDATA[192.0.2.40]]></address>');
    expect(xml).toContain('<multy-langSLD>\r\n</multy-langSLD>');
  });

  it('tells the native name of an internationalised domain, in UTF-8', async () => {
    const xml = await ask(enom, 'GetDomainInfo', named('xn--kchenwerk-q9a.example'));
    expect(text(xml, 'multy-langSLD')).toBe('küchenwerk');
  });

  it('leaves host records and email out for own name servers', async () => {
    const xml = await ask(enom, 'GetDomainInfo', named('leuchtturm.example'));
    expect(texts(xml, 'dns')).toEqual(['ns1.leuchtturm.example', 'ns2.leuchtturm.example']);
    expect(xml).not.toMatch(/emailset|dnssettings/);
  });

  it('answers for an expired domain, and says so', async () => {
    const xml = await ask(enom, 'GetDomainInfo', named('ausgelaufen.example'));
    expect(text(xml, 'registrationstatus')).toBe('Expired');
  });

  it('finds a name under a suffix of two labels only where it is cut there', async () => {
    const right = await ask(enom, 'GetDomainInfo', { sld: 'bodensee-demo', tld: 'co.uk' });
    expect(text(right, 'domainname')).toBe('bodensee-demo.co.uk');
    const wrong = await ask(enom, 'GetDomainInfo', { sld: 'bodensee-demo.co', tld: 'uk' });
    expect(refusal(wrong).number).toBe('316153');
  });
});

describe('GetDNS, GetRegLock and GetDomainExp', () => {
  it('repeat the name servers as siblings', async () => {
    const xml = await ask(enom, 'GetDNS', named('nordlicht.example'));
    expect(texts(xml, 'dns')).toHaveLength(5);
    expect(text(xml, 'RRPCodeGDNS')).toBe('200');
  });

  it('write the lock as 1 or 0', async () => {
    expect(text(await ask(enom, 'GetRegLock', named('werft.example')), 'reg-lock')).toBe('1');
    expect(text(await ask(enom, 'GetRegLock', named('seeblick.example')), 'reg-lock')).toBe('0');
  });

  it('refuse name servers, but not the expiry, of an expired domain', async () => {
    const dns = await ask(enom, 'GetDNS', named('ausgelaufen.example'));
    expect(refusal(dns).errors).toEqual(['This domain name is expired and cannot be updated']);
    const expiry = await ask(enom, 'GetDomainExp', named('ausgelaufen.example'));
    expect(text(expiry, 'ExpirationDate')).toBe('2/16/2026 6:33:09 AM');
  });
});

describe('every command on a domain', () => {
  it.each(['GetDomainInfo', 'GetDomainExp', 'GetDNS', 'GetRegLock', 'GetRenew', 'GetPOP3', 'GetCatchAll'])(
    '%s tells a name that is not in the account from one that is missing',
    async (command) => {
      const unknown = await ask(enom, command, { sld: 'not-ours', tld: 'com' });
      expect(refusal(unknown)).toEqual({
        errors: ['Domain name not found'],
        number: '316153',
        reason: 'Validation error; not found; domain name(s)',
      });
      expect(refusal(await ask(enom, command, { tld: 'com' })).number).toBe('301151');
      expect(refusal(await ask(enom, command, { sld: 'nordlicht', tld: '' })).number).toBe('301152');
    },
  );
});

describe('Check', () => {
  it('tells of one name whether it is free', async () => {
    const free = await ask(enom, 'Check', named('fresh-name.com'));
    expect([text(free, 'DomainName'), text(free, 'RRPCode')]).toEqual(['fresh-name.com', '210']);
    expect(text(await ask(enom, 'Check', named('nordlicht.example')), 'RRPCode')).toBe('211');
  });

  it('repeats flat triples for a list', async () => {
    const xml = await ask(enom, 'Check', { domainlist: 'nordlicht.example, fresh-name.net' });
    expect(texts(xml, 'Domain')).toEqual(['nordlicht.example', 'fresh-name.net']);
    expect(texts(xml, 'RRPCode')).toEqual(['211', '210']);
    expect(text(xml, 'DomainCount')).toBe('2');
    const byTld = await ask(enom, 'Check', { sld: 'taken-name', tldlist: 'com,net' });
    expect(texts(byTld, 'RRPCode')).toEqual(['211', '211']);
  });

  it('numbers the elements for every TLD', async () => {
    const xml = await ask(enom, 'Check', { sld: 'nordlicht', tld: '*' });
    expect([text(xml, 'Domain5'), text(xml, 'RRPCode5'), text(xml, 'RRPCode1')]).toEqual([
      'nordlicht.example',
      '211',
      '210',
    ]);
  });

  it('nests them in version 2', async () => {
    const xml = await ask(enom, 'Check', { ...named('fresh-name.com'), version: '2' });
    expect([text(xml, 'Name'), text(xml, 'IsPremium')]).toEqual(['fresh-name.com', 'False']);
  });

  it('refuses no name and more than thirty', async () => {
    expect(refusal(await ask(enom, 'Check', { tld: 'com' })).errors).toEqual(['SLD is required']);
    const domainlist = Array.from({ length: 31 }, (_, n) => `n${n}.com`).join(',');
    expect(refusal(await ask(enom, 'Check', { domainlist })).number).toBe('303153');
  });
});
