import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHsphereSimulator, type HsphereSimulator } from '../../../../src/sandbox/hsphere/server.js';
import { AT, accountId, call, envelope, faultString, operation, post, token, typed } from './hand-written.js';

let panel: HsphereSimulator;
beforeAll(async () => {
  panel = await createHsphereSimulator();
});
beforeEach(() => panel.reset());
afterAll(() => panel.close());

const QUOTA = (parameter: string, beside = '') => operation('getQuota', AT + parameter, token() + beside);
const NOT_WELL_FORMED =
  /^org\.xml\.sax\.SAXParseException; lineNumber: \d+; columnNumber: \d+; The document is not well formed\.$/;

/** Posts, expects a fault, and that the panel still answers; the answer is the faultstring. */
async function refused(body: string | Uint8Array): Promise<string | undefined> {
  const answer = await post(panel, body);
  expect(answer.status).toBe(500);
  expect((await call(panel, 'getAccounts')).status).toBe(200);
  return faultString(answer);
}

describe('what is not well formed', () => {
  it.each([
    ['nothing', ''],
    ['no XML', 'hello'],
    ['half an envelope', QUOTA(accountId(5012)).slice(0, -40)],
    ['crossed tags', envelope('<a><b></a></b>')],
    ['two roots', `${envelope('<a/>')}<b/>`],
    ['an unbound prefix', envelope('<q:a/>')],
    ['a prefix called like a member of every object', envelope('<constructor:a/>')],
    ['an attribute twice', envelope('<a b="1" b="2"/>')],
    ['a namespace declared twice', envelope('<a xmlns:b="urn:1" xmlns:b="urn:2"/>')],
    ['an attribute twice by its namespace', envelope('<a xmlns:p="urn:1" xmlns:q="urn:1" p:b="1" q:b="2"/>')],
    ['a bare ampersand', envelope('<a>R&D</a>')],
    ['an entity of HTML', envelope('<a>&nbsp;</a>')],
    ['a control character', envelope('<a>\u0001</a>')],
    ['a reference to a control character', envelope('<a>&#1;</a>')],
    ['a reference to a surrogate', envelope('<a>&#xD83D;&#xDE00;</a>')],
    ['a control character in an attribute', envelope('<a b="\u0002"/>')],
    ['a blank after the bracket', envelope('< a/>')],
    ['a blank after the bracket of a closing tag', envelope('<a>< /a>')],
    ['a bracket inside an attribute', envelope('<a b="<"/>')],
    ['the end of a CDATA section without its start', envelope('<a>]]></a>')],
    ['a prefix bound to nothing', envelope('<a xmlns:b=""/>')],
    ['a name with two colons', envelope('<soapenv:a:b/>')],
    ['an XML declaration behind a blank', ` ${envelope('<a/>')}`],
    ['an attribute without a value', envelope('<a b/>')],
    ['many opening brackets', '<'.repeat(200_000)],
  ])('refuses %s without quoting it', async (_case, body) => {
    expect(await refused(body)).toMatch(NOT_WELL_FORMED);
  });

  it('reads comments and CDATA sections that hold what is forbidden elsewhere', async () => {
    const odd = '<!-- < a> ]]> & --><accountId><![CDATA[5012]]></accountId><!-- <?xml?> -->';
    expect((await post(panel, QUOTA(odd))).status).toBe(200);
  });

  it('reads attributes that are called like members of every object', async () => {
    const body = QUOTA(accountId(5012)).replace('<at ', '<at hasOwnProperty="1" __proto__="2" toString="3" ');
    expect((await post(panel, body)).status).toBe(200);
  });

  it('reads fields that are called like members of every object as unknown ones', async () => {
    const at = `<at>${typed('constructor', 'string', 'x')}</at>`;
    expect(await refused(operation('getQuota', at + accountId(5012)))).toMatch(
      /Invalid element in .* - constructor$/,
    );
  });
});

describe('instructions to the parser', () => {
  const MESSAGE = 'org.xml.sax.SAXException: Processing instructions are not allowed within SOAP messages';
  const withProlog = (prolog: string) => QUOTA('<accountId>&x;</accountId>').replace('?>', `?>${prolog}`);

  it.each([
    ['a DOCTYPE', withProlog('<!DOCTYPE soapenv:Envelope>')],
    ['an entity', withProlog('<!DOCTYPE e [<!ENTITY x "5012">]>')],
    ['an entity in a file', withProlog('<!DOCTYPE e [<!ENTITY x SYSTEM "file:///etc/passwd">]>')],
    [
      'entities that multiply',
      withProlog(
        '<!DOCTYPE e [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY x "&b;&b;&b;&b;">]>',
      ),
    ],
    ['a processing instruction', envelope('<?php echo 1 ?>')],
  ])('refuses %s', async (_case, body) => {
    expect(await refused(body)).toBe(MESSAGE);
  });
});

describe('references', () => {
  it('refuses one that leads to itself', async () => {
    const loop = '<multiRef id="a" href="#a"/>';
    expect(await refused(QUOTA('<accountId href="#a"/>', loop))).toMatch(/^java\.lang\.StackOverflowError/);
  });

  it('refuses a circle of several', async () => {
    const circle = '<multiRef id="a" href="#b"/><multiRef id="b" href="#c"/><multiRef id="c" href="#a"/>';
    expect(await refused(QUOTA('<accountId href="#a"/>', circle))).toMatch(/^java\.lang\.StackOverflowError/);
  });

  it('refuses a bean that is its own role', async () => {
    const own = token({ role: '<role href="#id0"/>' });
    expect(await refused(operation('getAccounts', AT, own))).toBe('java.lang.IllegalArgumentException');
  });

  const signUp = (beside: string) =>
    operation(
      'signupUser',
      `${AT}${typed('planId', 'int', 7004)}${typed('periodId', 'int', 0)}${typed('validateUser', 'boolean', true)}<otherParams href="#a"/>`,
      token() + beside,
    );

  it('refuses an array that is its own member', async () => {
    const own = '<multiRef id="a" xsi:type="soapenc:Array"><item href="#a"/></multiRef>';
    expect(await refused(signUp(own))).toMatch(/^java\.lang\.StackOverflowError/);
  });

  it('refuses arrays of arrays that unfold to billions of members', async () => {
    const level = (id: string, next: string) =>
      `<multiRef id="${id}" xsi:type="soapenc:Array">${`<i href="#${next}"/>`.repeat(500)}</multiRef>`;
    const levels = level('a', 'b') + level('b', 'c') + level('c', 'd');
    const leaf = '<multiRef id="d" xsi:type="xsd:string">x</multiRef>';
    expect(await refused(signUp(levels + leaf))).toMatch(/^java\.lang\.StackOverflowError/);
  });

  it('takes the first of two elements with one id', async () => {
    const twins =
      '<multiRef id="n" xsi:type="xsd:long">5012</multiRef><multiRef id="n" xsi:type="xsd:long">1</multiRef>';
    expect((await post(panel, QUOTA('<accountId href="#n"/>', twins))).text).toContain('2097152.0');
  });
});

describe('size', () => {
  /** Far above what each of these takes, far below what a quadratic reader would. */
  const WITHIN_MS = 5_000;

  it.each([
    ['a deep envelope', envelope('<a>'.repeat(60_000) + '</a>'.repeat(60_000))],
    ['very many elements', envelope('<a/>'.repeat(200_000))],
    [
      'very many attributes',
      envelope(`<a ${Array.from({ length: 90_000 }, (_, i) => `a${i}=""`).join(' ')}/>`),
    ],
    ['a tag that never ends', `<a ${'b="c" '.repeat(150_000)}`],
    ['a name that never ends', `<${'a'.repeat(1_000_000)}`],
    ['a number of a million digits', QUOTA(accountId(5012).replace('5012', '1'.repeat(900_000)))],
    ['a number within a million blanks', QUOTA(accountId(5012).replace('5012', `${' '.repeat(900_000)}x`))],
    ['a million blanks between parameters', QUOTA(`${' '.repeat(900_000)}x`)],
    ['a text of more than the limit', QUOTA(typed('accountId', 'string', 'x'.repeat(1_100_000)))],
    ['very many comments that do not end', envelope('<!--'.repeat(250_000))],
    ['very many CDATA sections that do not end', envelope('<![CDATA['.repeat(100_000))],
    ['very many quotes that do not end', envelope(`<a b="${"c='".repeat(300_000)}`)],
    ['several megabytes', Buffer.alloc(8 * 1024 * 1024, '<a>')],
  ])('refuses %s in time', async (_case, body) => {
    const before = performance.now();
    expect(await refused(body)).toBeTypeOf('string');
    expect(performance.now() - before).toBeLessThan(WITHIN_MS);
  });

  it('reads a long text that is allowed', async () => {
    const reason = 'é'.repeat(200_000);
    const parameters = accountId(5012) + typed('reason', 'string', reason);
    expect((await call(panel, 'suspendAccount', parameters)).status).toBe(200);
    expect(panel.state.account(5012n).suspendedFor).toBe(reason);
  });

  it('reads a character of two units that stands on the edge of a slice', async () => {
    const reason = '😀'.repeat(40_000);
    for (const shift of ['', 'x']) {
      await call(panel, 'suspendAccount', accountId(5012) + typed('reason', 'string', shift + reason));
      expect(panel.state.account(5012n).suspendedFor).toBe(shift + reason);
    }
  });

  it('closes the connection on more than the sandbox ever reads, and goes on', async () => {
    await expect(post(panel, Buffer.alloc(33 * 1024 * 1024, ' '))).rejects.toThrow();
    expect((await call(panel, 'getAccounts')).status).toBe(200);
  });
});
