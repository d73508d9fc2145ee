import { describe, expect, it, onTestFinished } from 'vitest';
import {
  createHsphereSimulator,
  type HsphereSimulatorOptions,
} from '../../../../src/sandbox/hsphere/server.js';
import { accountId, call, members, operation, post, returned, token, typed } from './hand-written.js';

async function start(options: HsphereSimulatorOptions) {
  const panel = await createHsphereSimulator(options);
  onTestFinished(() => panel.close());
  return panel;
}

const NEW_USER =
  typed('planId', 'int', 7004) +
  typed('periodId', 'int', 0) +
  typed('password', 'string', 'secret') +
  `<ci>${typed('country', 'string', 'FR')}</ci>` +
  typed('validateUser', 'boolean', true);
const signUp = (panel: Awaited<ReturnType<typeof start>>, login = 'enginetest') =>
  call(panel, 'signupUser', NEW_USER + typed('login', 'string', login));
const description = (panel: Awaited<ReturnType<typeof start>>) =>
  post(panel, operation('getDescription', ''));

describe('stock', () => {
  it('writes numbers and truth values in their place', async () => {
    const panel = await start({ engine: 'stock' });
    expect((await call(panel, 'getQuota', accountId(5001))).text).toContain(
      '<getQuotaReturn xsi:type="xsd:double">102400.0</getQuotaReturn>',
    );
    expect((await call(panel, 'checkUser', typed('login', 'string', 'admin'))).text).toContain(
      '<checkUserReturn xsi:type="xsd:boolean">true</checkUserReturn>',
    );
    expect((await description(panel)).text).toContain('<getDescriptionReturn xsi:type="xsd:string">');
  });

  it('calls array members like the return element and types them', async () => {
    const panel = await start({ engine: 'stock' });
    const { text } = await call(panel, 'getAccounts', '', { login: 'fjord', password: 'sandbox-user' });
    expect(text).toMatch(/<getAccountsReturn soapenc:arrayType="xsd:long\[2\]" xsi:type="soapenc:Array"/);
    expect(text).toContain(
      '<getAccountsReturn xsi:type="xsd:long">5004</getAccountsReturn>' +
        '<getAccountsReturn xsi:type="xsd:long">5003</getAccountsReturn></getAccountsReturn>',
    );
  });

  it('writes beans by reference, in the service’s own namespace', async () => {
    const panel = await start({ engine: 'stock' });
    const answer = await signUp(panel);
    expect(answer.text.match(/<signupUserReturn href="#id\d+"\/>/g)).toHaveLength(3);
    expect(
      answer.text.match(/<multiRef [^>]*xsi:type="(ns\d+):NamedParameter" xmlns:\1="urn:AdminServices"/g),
    ).toHaveLength(3);
    expect(members(answer, 'signupUserReturn')[0]).toBe(
      '<name xsi:type="xsd:string">accountId</name><value xsi:type="xsd:string">5101</value>',
    );
  });
});

describe('bare', () => {
  it('writes single numbers and truth values by reference', async () => {
    const panel = await start({ engine: 'bare' });
    const quota = await call(panel, 'getQuota', accountId(5002));
    expect(quota.text).toMatch(/<getQuotaReturn href="#id\d+"\/>/);
    expect(quota.text).toMatch(/<multiRef id="id\d+" soapenc:root="0" [^>]*xsi:type="xsd:double"/);
    expect(returned(quota, 'getQuotaReturn')).toBe('512000.5');
    const taken = await call(panel, 'checkUser', typed('login', 'string', 'admin'));
    expect(taken.text).toMatch(/<checkUserReturn href="#id\d+"\/>/);
    expect(returned(taken, 'checkUserReturn')).toBe('true');
  });

  it('writes array members by reference, in the order of the array whatever the order of the referents', async () => {
    const panel = await start({ engine: 'bare' });
    const answer = await call(panel, 'getAccounts');
    expect(answer.text.match(/<getAccountsReturn href="#id\d+"\/>/g)).toHaveLength(14);
    const listed = members(answer, 'getAccountsReturn').map(Number);
    expect(listed).toEqual([...listed].sort((a, b) => b - a));
    const inBody = [...answer.text.matchAll(/<multiRef [^>]*>(\d+)</g)].map(([, number]) => Number(number));
    expect(inBody).not.toEqual(listed);
    expect([...inBody].sort()).toEqual([...listed].sort());
  });

  it('writes strings with the encoding’s type', async () => {
    const panel = await start({ engine: 'bare' });
    expect((await description(panel)).text).toContain('<getDescriptionReturn xsi:type="soapenc:string"');
    expect(members(await signUp(panel), 'signupUserReturn')[1]).toMatch(
      /^<name xsi:type="soapenc:string">signupId<\/name>/,
    );
    const nothing = await call(panel, 'searchAccIdBySignupId', typed('signupId', 'long', 1));
    expect(nothing.text).toMatch(/<searchAccIdBySignupIdReturn xsi:type="soapenc:string" xsi:nil="true"/);
  });
});

describe('sample', () => {
  it('calls array members item and leaves their types out', async () => {
    const panel = await start({ engine: 'sample' });
    const answer = await call(panel, 'getAccounts', '', { login: 'fjord', password: 'sandbox-user' });
    expect(answer.text).toContain('<item>5004</item><item>5003</item></getAccountsReturn>');
  });

  it('answers the signup id alone, as a NamedParameter of UserServices', async () => {
    const panel = await start({ engine: 'sample' });
    const answer = await signUp(panel);
    expect(answer.text).toMatch(
      /soapenc:arrayType="(ns\d+):NamedParameter\[1\]"[^>]*xmlns:\1="urn:UserServices"/,
    );
    expect(members(answer, 'signupUserReturn', 'item')).toEqual([
      '<name xsi:type="xsd:string">signupId</name><value xsi:type="xsd:string">4300000001</value>',
    ]);
  });

  it('writes a double in its place', async () => {
    const panel = await start({ engine: 'sample' });
    expect(returned(await call(panel, 'getQuota', accountId(5001)), 'getQuotaReturn')).toBe('102400.0');
  });
});

describe('every engine', () => {
  const engines = ['stock', 'bare', 'sample'] as const;

  it.each(engines)('writes no two replies alike: ids, prefixes and order are drawn (%s)', async (engine) => {
    const panel = await start({ engine });
    const texts = new Set<string>();
    for (let index = 0; index < 8; index += 1) {
      const { text } = await signUp(panel, `drawntest${index}`);
      texts.add(text.replaceAll(/<value[^>]*>\d+/g, ''));
    }
    expect(texts.size).toBeGreaterThan(4);
  });

  it.each(engines)('writes the same replies again from the same seed (%s)', async (engine) => {
    const replies = async (seed: number) => {
      const panel = await start({ engine, seed });
      return [(await call(panel, 'getAccounts')).text, (await signUp(panel)).text];
    };
    expect(await replies(7)).toEqual(await replies(7));
    expect(await replies(7)).not.toEqual(await replies(8));
  });

  it.each(engines)('writes a list without members with the size 0 (%s)', async (engine) => {
    const panel = await start({ engine });
    panel.state.users.get('nordlicht')?.accountIds.splice(0);
    const answer = await call(panel, 'getAccounts', '', { login: 'nordlicht', password: 'sandbox-user' });
    expect(answer.text).toMatch(/<getAccountsReturn soapenc:arrayType="xsd:long\[0\]"[^>]*\/>/);
  });

  it.each(engines)(
    'escapes markup, and all outside ASCII by UTF-16 units as Axis does (%s)',
    async (engine) => {
      const panel = await start({ engine });
      const answer = await post(
        panel,
        operation('getAccounts', '<at href="#id0"/>', token(), 'urn:&lt;&quot;&amp;é😀'),
      );
      expect(answer.text).toMatch(/xmlns:ns\d+="urn:&lt;&quot;&amp;&#xE9;&#xD83D;&#xDE00;"/);
    },
  );

  it.each(engines)('does not qualify its reply to a request without a namespace (%s)', async (engine) => {
    const panel = await start({ engine });
    const body = operation('resumeAccount', `<at href="#id0"/>${accountId(5006)}`, token())
      .replaceAll('ns1:', '')
      .replace('xmlns:ns1="AdminServices"', '');
    expect((await post(panel, body)).text).toContain('<soapenv:Body><resumeAccountResponse ');
  });
});
