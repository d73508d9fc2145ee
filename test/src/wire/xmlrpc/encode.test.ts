import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WireError } from '../../../../src/wire/wire-error.js';
import {
  decodeMethodResponse,
  encodeMethodCall,
  encodeValue,
  fromPlain,
  toPlain,
  XmlRpcDateTime,
  type XmlRpcValue,
} from '../../../../src/wire/xmlrpc/index.js';
import { anyValue, carriableText } from './values.js';

const decodeValue = (xml: string): XmlRpcValue =>
  decodeMethodResponse(`<methodResponse><params><param>${xml}</param></params></methodResponse>`);

describe('encoding a value', () => {
  it.each<[string, XmlRpcValue, string]>([
    ['a whole number of 32 bits', -2147483648, '<int>-2147483648</int>'],
    ['a larger whole number', 2147483648, '<double>2147483648.0</double>'],
    ['a fraction', 0.1, '<double>0.1</double>'],
    ['a large number without an exponent', 1.5e21, '<double>1500000000000000000000.0</double>'],
    ['a small number without an exponent', -1.5e-7, '<double>-0.00000015</double>'],
    ['a 64-bit integer', -9223372036854775808n, '<i8>-9223372036854775808</i8>'],
    ['booleans', true, '<boolean>1</boolean>'],
    ['null', null, '<nil/>'],
    ['text with its blanks', ' a  <b>\n', '<string> a  &lt;b&gt;\n</string>'],
    ['an empty string', '', '<string></string>'],
    ['a CR so that it survives', 'a\r\nb', '<string>a&#13;\nb</string>'],
    ['bytes', Uint8Array.of(0, 255), '<base64>AP8=</base64>'],
    ['a window on other bytes', Uint8Array.of(1, 0, 255, 2).subarray(1, 3), '<base64>AP8=</base64>'],
    [
      'an array',
      [1, 'a'],
      '<array><data><value><int>1</int></value><value><string>a</string></value></data></array>',
    ],
    ['an empty array', [], '<array><data></data></array>'],
    [
      'a struct in its order, with its names escaped',
      new Map<string, XmlRpcValue>([
        ['b&', 1],
        ['__proto__', null],
      ]),
      '<struct><member><name>b&amp;</name><value><int>1</int></value></member>' +
        '<member><name>__proto__</name><value><nil/></value></member></struct>',
    ],
  ])('writes %s', (_id, value, content) => {
    expect(encodeValue(value)).toBe(`<value>${content}</value>`);
  });

  it('writes a date as it was read', () => {
    const text = '2024-02-29T23:59:07.125+01:00';
    const dateTime = XmlRpcDateTime.decode(text) ?? null;
    expect(encodeValue(dateTime)).toBe(`<value><dateTime.iso8601>${text}</dateTime.iso8601></value>`);
  });

  it('writes 64-bit integers as strings where that is asked for', () => {
    expect(encodeValue([5n], { int64: 'string' })).toBe(
      '<value><array><data><value><string>5</string></value></data></array></value>',
    );
  });

  const nested = (depth: number): XmlRpcValue => (depth === 0 ? '' : [nested(depth - 1)]);
  const circular: XmlRpcValue[] = [];
  circular.push(circular);

  it.each<[string, unknown, string]>([
    ['minus zero', -0, 'a number that XML-RPC cannot carry'],
    ['NaN', Number.NaN, 'a number that XML-RPC cannot carry'],
    ['an infinity', [Number.NEGATIVE_INFINITY], 'a number that XML-RPC cannot carry'],
    ['65 bits', 2n ** 63n, 'an integer of more than 64 bits'],
    ['a control', 's3cret\0', 'a character that XML 1.0 cannot carry'],
    ['half an emoji', '\ud83d', 'a character that XML 1.0 cannot carry'],
    ['a control in a name', new Map([['\u0008', 1]]), 'a character that XML 1.0 cannot carry'],
    ['undefined', [undefined], 'a value that XML-RPC does not know'],
    ['an object that is no Map', { a: 1 }, 'a value that XML-RPC does not know'],
    ['nesting beyond reason', nested(65), 'values nested too deeply'],
    ['an array that contains itself', circular, 'values nested too deeply'],
  ])('refuses %s', (_id, value, message) => {
    // What callers outside of the type checker's sight may pass.
    expect(() => encodeValue(value as XmlRpcValue)).toThrow(new WireError(message));
  });

  it('is undone by decoding', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(decodeValue(encodeValue(value))).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every character of a text', () => {
    fc.assert(
      fc.property(carriableText, (text) => {
        expect(decodeValue(encodeValue(text))).toBe(text);
        expect(decodeValue(encodeValue(new Map([[text, text]])))).toEqual(new Map([[text, text]]));
      }),
      { numRuns: 500 },
    );
  });
});

describe('encoding a call', () => {
  it('writes the method and one param for each value', () => {
    expect(encodeMethodCall('pem.getX', [new Map([['id', 5]]), 'a'])).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><methodCall><methodName>pem.getX</methodName><params>' +
        '<param><value><struct><member><name>id</name><value><int>5</int></value></member></struct></value></param>' +
        '<param><value><string>a</string></value></param></params></methodCall>',
    );
  });

  it('writes empty params for none', () => {
    expect(encodeMethodCall('system.listMethods', [])).toContain('<params></params>');
  });

  it.each(['', 'a b', 'a<b', 'a&b', 'ä', 'a\n'])('refuses the method name %j', (method) => {
    expect(() => encodeMethodCall(method, [])).toThrow(
      new WireError('a method name that XML-RPC does not allow'),
    );
  });
});

describe('plain values', () => {
  it('become structs and arrays, without what is undefined', () => {
    expect(fromPlain({ a: [1, null, { b: 'c', d: undefined }], e: 5n, f: true })).toEqual(
      new Map<string, XmlRpcValue>([
        ['a', [1, null, new Map([['b', 'c']])]],
        ['e', 5n],
        ['f', true],
      ]),
    );
  });

  it.each<[string, unknown]>([
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['undefined', undefined],
    ['a date, whose zone is not known', new Date(0)],
    ['a regular expression', /a/],
  ])('are none: %s', (_id, value) => {
    expect(() => fromPlain({ value: [value] })).toThrow(WireError);
  });

  it('come back in what JSON can write', () => {
    const value = new Map<string, XmlRpcValue>([
      ['__proto__', 'a'],
      ['big', 9007199254740993n],
      ['at', XmlRpcDateTime.decode('20240229T23:59:07') ?? null],
      ['bytes', Uint8Array.of(0, 255)],
      ['list', [1, 1.5, true, null, new Map()]],
    ]);
    expect(JSON.stringify(toPlain(value))).toBe(
      '{"__proto__":"a","big":"9007199254740993","at":"20240229T23:59:07","bytes":"AP8=","list":[1,1.5,true,null,{}]}',
    );
  });
});
