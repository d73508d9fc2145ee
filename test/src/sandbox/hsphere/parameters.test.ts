import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHsphereSimulator, type HsphereSimulator } from '../../../../src/sandbox/hsphere/server.js';
import {
  AT,
  accountId,
  call,
  faultCode,
  faultString,
  operation,
  post,
  returned,
  token,
  typed,
} from './hand-written.js';

let panel: HsphereSimulator;
beforeAll(async () => {
  panel = await createHsphereSimulator();
});
beforeEach(() => panel.reset());
afterAll(() => panel.close());

const noSuchOperation = (action: string) => ['Server.userException', `No such operation '${action}'`];
const fault = (answer: Parameters<typeof faultString>[0]) => [faultCode(answer), faultString(answer)];
const raw = (name: string, type: string, content: string) =>
  `<${name} xsi:type="${type}">${content}</${name}>`;

describe('types', () => {
  it.each([
    ['accountId', 'xsd:int', 'int -> long'],
    ['accountId', 'xsd:string', 'class java.lang.String -> long'],
    ['accountId', 'xsd:integer', 'class java.math.BigInteger -> long'],
    ['accountId', 'soapenc:int', 'int -> long'],
    ['reason', 'xsd:int', 'int -> class java.lang.String'],
    ['reason', 'xsd:token', 'class org.apache.axis.types.Token -> class java.lang.String'],
  ])('refuses %s as %s', async (name, type, classes) => {
    const parameters = { accountId: accountId(5012), reason: '', [name]: raw(name, type, '5012') };
    const answer = await call(panel, 'suspendAccount', parameters.accountId + parameters.reason);
    expect(answer.status).toBe(500);
    expect(fault(answer)).toEqual([
      'soapenv:Server.userException',
      `org.xml.sax.SAXException: Bad types (${classes})`,
    ]);
    expect(panel.state.account(5012n).suspendedFor).toBeNull();
  });

  it.each([
    ['xsd:decimal', 'class java.math.BigDecimal'],
    ['xsd:float', 'float'],
    ['xsd:int', 'int'],
    ['xsd:long', 'long'],
    ['xsd:string', 'class java.lang.String'],
  ])('refuses %s for a double', async (type, javaClass) => {
    const answer = await call(panel, 'changeQuota', accountId(5012) + raw('value', type, '7'));
    expect(faultString(answer)).toBe(`org.xml.sax.SAXException: Bad types (${javaClass} -> double)`);
  });

  it.each(['xsd:string', 'xsd:int'])('refuses %s for a boolean', async (type) => {
    const debit =
      accountId(5012) +
      typed('amount', 'double', 1) +
      typed('inclTaxes', 'boolean', 1) +
      raw('isInvoice', type, '1');
    expect(faultString(await call(panel, 'oneTimeDebit', debit))).toMatch(/Bad types \(.* -> boolean\)$/);
  });

  it('refuses a type wherever it stands, on the referent too', async () => {
    const beside = `${token()}<multiRef id="n" xsi:type="xsd:int">5012</multiRef>`;
    const answer = await post(panel, operation('getQuota', `${AT}<accountId href="#n"/>`, beside));
    expect(faultString(answer)).toBe('org.xml.sax.SAXException: Bad types (int -> long)');
  });

  it.each([
    ['no type', '<accountId>5012</accountId>'],
    ['the encoding’s own type', raw('accountId', 'soapenc:long', '5012')],
    ['a type that nobody knows', raw('accountId', 'xsd:nosuch', '5012')],
    ['a prefix that is not bound', raw('accountId', 'nowhere:long', '5012')],
    [
      'the 1999 schema',
      '<accountId x:type="y:long" xmlns:x="http://www.w3.org/1999/XMLSchema-instance" xmlns:y="http://www.w3.org/1999/XMLSchema">5012</accountId>',
    ],
    ['white space around it', raw('accountId', 'xsd:long', '\n 5012\t')],
    ['a sign', raw('accountId', 'xsd:long', '+5012')],
    ['a namespace of its own', '<q:accountId xmlns:q="urn:q" xsi:type="xsd:long">5012</q:accountId>'],
  ])('takes a long with %s', async (_case, parameter) => {
    expect(returned(await call(panel, 'getQuota', parameter), 'getQuotaReturn')).toBe('2097152.0');
  });

  it.each([
    '5012x',
    '5 012',
    '5012.0',
    '0x1394',
    '9223372036854775808',
    '-9223372036854775809',
    '\u00a05012',
  ])('refuses %j as a long', async (text) => {
    const answer = await call(panel, 'getQuota', raw('accountId', 'xsd:long', text));
    expect(fault(answer)).toEqual([
      'soapenv:Server.userException',
      `java.lang.NumberFormatException: For input string: "${text.startsWith('\u00a0') ? '&#xA0;5012' : text}"`,
    ]);
  });

  it('reads a long of 64 bits exactly', async () => {
    const answer = await call(panel, 'getQuota', accountId(9_223_372_036_854_775_807n));
    expect(faultString(answer)).toMatch(/There is no account 9223372036854775807\.$/);
  });

  it('refuses an int of more than 32 bits', async () => {
    const answer = await post(panel, operation('getAccounts', AT, token({ accountId: 2_147_483_648 })));
    expect(faultString(answer)).toBe('java.lang.NumberFormatException: For input string: "2147483648"');
  });

  it.each([
    ['1e3', '1000.0'],
    ['.5', '0.5'],
    ['5.', '5.0'],
    ['-0', '-0.0'],
    ['INF', 'INF'],
    ['-INF', '-INF'],
    ['NaN', 'NaN'],
  ])('takes %s as a double', async (text, printed) => {
    await call(panel, 'changeQuota', accountId(5012) + typed('value', 'double', text));
    expect(returned(await call(panel, 'getQuota', accountId(5012)), 'getQuotaReturn')).toBe(printed);
  });

  it.each(['1,5', 'abc', '5d', '1e', '.', 'Infinity', '1'.repeat(401)])(
    'refuses %j as a double',
    async (text) => {
      const answer = await call(panel, 'changeQuota', accountId(5012) + typed('value', 'double', text));
      expect(faultString(answer)).toMatch(/^java\.lang\.NumberFormatException: For input string: ".{1,64}"$/);
    },
  );

  it.each(['yes', 'TRUE', '2'])('refuses %s as a boolean', async (text) => {
    const debit =
      accountId(5012) +
      typed('amount', 'double', 1) +
      typed('isInvoice', 'boolean', text) +
      typed('inclTaxes', 'boolean', '0');
    expect(faultString(await call(panel, 'oneTimeDebit', debit))).toBe(
      'java.lang.NumberFormatException: Invalid boolean',
    );
  });

  it('keeps a string as it is: white space, CDATA, comments left out', async () => {
    const reason = raw('reason', 'soapenc:string', ' a<!-- no -->&amp;<![CDATA[<b>]]>\n');
    await call(panel, 'suspendAccount', accountId(5012) + reason);
    expect(panel.state.account(5012n).suspendedFor).toBe(' a&<b>\n');
  });

  it('refuses an element inside a string', async () => {
    const answer = await call(
      panel,
      'suspendAccount',
      accountId(5012) + raw('reason', 'xsd:string', '<b>x</b>'),
    );
    expect(faultString(answer)).toMatch(/SimpleDeserializer encountered a child element/);
  });
});

describe('which parameters an action takes', () => {
  it('finds them by name in any order', async () => {
    const answer = await post(panel, operation('getQuota', `${accountId(5012)}${AT}`, token()));
    expect(returned(answer, 'getQuotaReturn')).toBe('2097152.0');
  });

  it.each([
    ['one too many', accountId(5012) + typed('extra', 'string', 'x')],
    ['one twice', accountId(5012) + accountId(5012)],
    ['an unknown name', typed('accountid', 'long', 5012)],
    ['a nil number', '<accountId xsi:type="xsd:long" xsi:nil="true"/>'],
    ['a number without text', '<accountId xsi:type="xsd:long"></accountId>'],
    ['a reference to nothing', '<accountId href="#nothing"/>'],
    ['a reference without its hash', '<accountId href="id0"/>'],
    ['text between', `${accountId(5012)} and`],
    ['a no-break space between', `\u00a0${accountId(5012)}`],
  ])('refuses %s', async (_case, parameters) => {
    const answer = await call(panel, 'getQuota', parameters);
    expect(answer.status).toBe(500);
    expect(fault(answer)).toEqual(noSuchOperation('getQuota'));
  });

  it('counts the parameters of every form of an action', async () => {
    const both = AT + typed('signupId', 'long', 13);
    const one = await post(panel, operation('searchAccIdBySignupId', both, token()));
    expect(one.status).toBe(200);
    const three = `${both}<third/>`;
    const answer = await post(panel, operation('searchAccIdBySignupId', three, token()));
    expect(fault(answer)).toEqual(noSuchOperation('searchAccIdBySignupId'));
    expect(fault(await call(panel, 'getDescription'))).toEqual(noSuchOperation('getDescription'));
  });

  it('cannot invoke a method whose number is missing', async () => {
    const answer = await call(panel, 'getQuota');
    expect(faultCode(answer)).toBe('soapenv:Server.generalException');
    expect(faultString(answer)).toBe(
      'Tried to invoke method public double psoft.hsphere.axis.AdminServices.getQuota(psoft.hsphere.axis.AuthToken,long) ' +
        'with arguments psoft.hsphere.axis.AuthToken,null.  The arguments do not match the signature.; ' +
        'nested exception is: \n\tjava.lang.IllegalArgumentException',
    );
  });

  it.each(['noSuchAction', 'GetQuota', 'getquota', 'constructor'])(
    'does not know the action %s',
    async (name) => {
      const answer = await call(panel, name, accountId(5012));
      expect(fault(answer)).toEqual(['ns1:Client', `No such operation '${name}'`]);
      expect(panel.calls).toEqual([]);
    },
  );
});
