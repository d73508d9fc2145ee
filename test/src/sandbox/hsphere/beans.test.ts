import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHsphereSimulator, type HsphereSimulator } from '../../../../src/sandbox/hsphere/server.js';
import {
  AT,
  accountId,
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

const fault = (answer: Parameters<typeof faultString>[0]) => [faultCode(answer), faultString(answer)];

describe('beans', () => {
  const INLINE = `${typed('login', 'string', 'admin')}${typed('password', 'string', 'sandbox-hsphere')}`;
  const inline = (fields: string, attributes = ' xsi:type="n:AuthToken" xmlns:n="urn:AdminServices"') =>
    post(panel, operation('getQuota', `<at${attributes}>${fields}</at>${accountId(5012)}`));

  it.each([
    ['inline', ' xsi:type="n:AuthToken" xmlns:n="urn:AdminServices"'],
    ['inline without a type', ''],
    ['with a mistyped namespace', ' xsi:type="n:AuthToken" xmlns:n="urn:UserService"'],
  ])('takes a bean %s', async (_case, attributes) => {
    expect(returned(await inline(INLINE, attributes), 'getQuotaReturn')).toBe('2097152.0');
  });

  it('takes a bean whose multi-reference element stands before the operation', async () => {
    const body = operation('getQuota', AT + accountId(5012)).replace(
      '<soapenv:Body>',
      `<soapenv:Body>${token()}`,
    );
    expect(returned(await post(panel, body), 'getQuotaReturn')).toBe('2097152.0');
  });

  it('takes fields by reference, and through a chain of references', async () => {
    const beside =
      '<multiRef id="p" href="#q"/><multiRef id="q" xsi:type="xsd:string">sandbox-hsphere</multiRef>';
    const at = `<at>${typed('login', 'string', 'admin')}<password href="#p"/></at>`;
    const answer = await post(panel, operation('getQuota', at + accountId(5012), beside));
    expect(answer.status).toBe(200);
  });

  it('leaves a nil number of a bean 0', async () => {
    expect((await inline(`<accountId xsi:nil="true"/>${INLINE}`)).status).toBe(200);
  });

  it.each([
    [
      'a field that the bean lacks',
      `${INLINE}<nope>1</nope>`,
      'org.xml.sax.SAXException: Invalid element in psoft.hsphere.axis.AuthToken - nope',
    ],
    ['a long for an int', `${INLINE}${typed('accountId', 'long', 1)}`, 'java.lang.IllegalArgumentException'],
    ['an int for a string', `${typed('login', 'int', 1)}`, 'java.lang.IllegalArgumentException'],
    ['a number without text', `${INLINE}<accountId xsi:type="xsd:int"/>`, 'java.lang.NullPointerException'],
  ])('refuses %s', async (_case, fields, message) => {
    expect(faultString(await inline(fields))).toBe(message);
  });

  it('refuses another bean', async () => {
    const other = token().replace('ns2:AuthToken', 'ns2:ContactInfo');
    const answer = await post(panel, operation('getQuota', AT + accountId(5012), other));
    expect(faultString(answer)).toBe(
      'org.xml.sax.SAXException: Bad types (class psoft.hsphere.axis.ContactInfo -> class psoft.hsphere.axis.AuthToken)',
    );
  });

  it.each([
    ['missing', ''],
    ['nil', '<at xsi:nil="true"/>'],
    ['a reference to nothing', '<at href="#nothing"/>'],
  ])('counts a token that is %s as null, on which the method stumbles', async (_case, at) => {
    const answer = await post(panel, operation('getQuota', at + accountId(5012)));
    expect(fault(answer)).toEqual(['soapenv:Server.userException', 'java.lang.NullPointerException']);
  });
});
