import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createHsphereSimulator, type HsphereSimulator } from '../../../../src/sandbox/hsphere/server.js';
import { AT, faultString, operation, post, token, typed } from './hand-written.js';

let panel: HsphereSimulator;
beforeAll(async () => {
  panel = await createHsphereSimulator();
});
beforeEach(() => panel.reset());
afterAll(() => panel.close());

const signUp = (otherParams: string, beside = '') =>
  post(
    panel,
    operation(
      'signupUser',
      AT +
        typed('planId', 'int', 7004) +
        typed('periodId', 'int', 0) +
        typed('login', 'string', 'arraytest') +
        typed('password', 'string', 'secret') +
        `<ci>${typed('country', 'string', 'FR')}</ci>` +
        typed('validateUser', 'boolean', true) +
        otherParams,
      token() + beside,
    ),
  );

const array = (arrayType: string, content: string) =>
  `<otherParams xsi:type="soapenc:Array" soapenc:arrayType="${arrayType}">${content}</otherParams>`;
const PAIR = `<item xsi:type="soapenc:Array" soapenc:arrayType="xsd:anyType[2]">${typed('item', 'string', 'a')}${typed('item', 'string', 'b')}</item>`;
const UNTYPED = '<item>a</item><item>b</item>';
const REFERENCES =
  '<multiRef id="p" xsi:type="soapenc:Array" soapenc:arrayType="xsd:anyType[2]"><x xsi:type="xsd:string">a</x><y href="#q"/></multiRef>' +
  '<multiRef id="q" xsi:type="xsd:string">b</multiRef>';

it.each([
  ['with its size', array('xsd:anyType[1]', PAIR), ''],
  ['with too large a size', array('xsd:anyType[7]', PAIR), ''],
  ['with too small a size', array('xsd:anyType[0]', PAIR), ''],
  ['with an enormous size', array('xsd:anyType[999999999]', PAIR), ''],
  ['without a size', array('xsd:anyType[]', PAIR), ''],
  ['without an arrayType', `<otherParams xsi:type="soapenc:Array">${PAIR}</otherParams>`, ''],
  ['without a type', `<otherParams>${PAIR}</otherParams>`, ''],
  ['whose members are called otherwise', array('xsd:anyType[1]', PAIR.replaceAll('item', 'member')), ''],
  [
    'of string arrays',
    array('xsd:string[][1]', `<item soapenc:arrayType="xsd:string[2]">${UNTYPED}</item>`),
    '',
  ],
  ['of references', array('xsd:anyType[1]', '<item href="#p"/>'), REFERENCES],
  [
    'that is a reference itself',
    '<otherParams href="#o"/>',
    `<multiRef id="o" xsi:type="soapenc:Array" soapenc:arrayType="xsd:anyType[1]">${PAIR}</multiRef>`,
  ],
])('takes an array of pairs %s', async (_case, otherParams, beside) => {
  const answer = await signUp(otherParams, beside);
  expect(faultString(answer)).toBeUndefined();
  expect(panel.calls[0]?.params).toMatchObject({ otherParams: [['a', 'b']] });
});

it('takes an array without members', async () => {
  expect((await signUp(array('xsd:anyType[0]', ''))).status).toBe(200);
  expect(panel.calls[0]?.params).toMatchObject({ otherParams: [] });
});

it.each([
  [
    'members of any type that state none',
    array(
      'xsd:anyType[1]',
      `<item xsi:type="soapenc:Array" soapenc:arrayType="xsd:anyType[2]">${UNTYPED}</item>`,
    ),
    'org.xml.sax.SAXException: No deserializer for {http://www.w3.org/2001/XMLSchema}anyType',
  ],
  [
    'a size that is no number',
    array('xsd:anyType[x]', PAIR),
    'java.lang.IllegalArgumentException: Explicit array length is not a valid integer.',
  ],
  [
    'a string for the array',
    typed('otherParams', 'string', 'a'),
    'org.xml.sax.SAXException: Bad types (class java.lang.String -> class [Ljava.lang.Object;)',
  ],
])('refuses %s', async (_case, otherParams, message) => {
  expect(faultString(await signUp(otherParams))).toBe(message);
});
