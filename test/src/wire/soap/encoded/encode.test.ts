import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  array,
  boolean,
  decimal,
  double,
  int,
  int64,
  optional,
  type Shape,
  string,
  struct,
} from '../../../../../src/operation/shape.js';
import { readDouble } from '../../../../../src/wire/soap/double-text.js';
import { compileEncoder, type EncoderSettings } from '../../../../../src/wire/soap/encoded/index.js';
import { WireError } from '../../../../../src/wire/wire-error.js';

const SETTINGS: EncoderSettings = {
  namespace: 'AdminServices',
  typeNamespace: 'urn:AdminServices',
  beans: 'reference',
};
const ENCODING = 'http://schemas.xmlsoap.org/soap/encoding/';

/** What one parameter `p` becomes. */
function element(shape: Shape, value: unknown, settings = SETTINGS): string {
  const xml = compileEncoder('ask', struct({ p: shape }), settings)({ p: value });
  return /<ns1:ask [^>]*>(.*)<\/ns1:ask>/s.exec(xml)?.[1] ?? '';
}

const role = struct({ accountId: int(''), login: string('') }, '', { typeName: 'Role' });
const token = struct({ accountId: int(''), login: string(''), role: optional(role) }, '', {
  typeName: 'AuthToken',
});

describe('the encoder of a call', () => {
  it('writes a SOAP 1.1 envelope, its beans in elements of their own', () => {
    const encode = compileEncoder('getQuota', struct({ at: token, accountId: int64('') }), SETTINGS);
    expect(encode({ at: { accountId: 0, login: 'admin' }, accountId: 1950n })).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>' +
        '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ' +
        `xmlns:soapenc="${ENCODING}" xmlns:xsd="http://www.w3.org/2001/XMLSchema" ` +
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:tns="urn:AdminServices"><soapenv:Body>' +
        `<ns1:getQuota soapenv:encodingStyle="${ENCODING}" xmlns:ns1="AdminServices">` +
        '<at href="#id0"/><accountId xsi:type="xsd:long">1950</accountId></ns1:getQuota>' +
        `<multiRef id="id0" soapenc:root="0" soapenv:encodingStyle="${ENCODING}" xsi:type="tns:AuthToken">` +
        '<accountId xsi:type="xsd:int">0</accountId><login xsi:type="xsd:string">admin</login>' +
        '<role xsi:type="tns:Role" xsi:nil="true"/></multiRef></soapenv:Body></soapenv:Envelope>',
    );
  });

  it('gives every bean of a call an id of its own, those inside beans too', () => {
    const encode = compileEncoder('ask', struct({ a: token, b: token }), SETTINGS);
    const bean = { accountId: 0, login: 'x', role: { accountId: 7, login: 'y' } };
    const xml = encode({ a: bean, b: bean });
    const ids = [...xml.matchAll(/ id="(\w+)"/g)].map(([, id]) => id);
    const hrefs = [...xml.matchAll(/ href="#(\w+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(4);
    expect(hrefs.sort()).toEqual(ids.sort());
  });

  it('writes beans in their places where the settings say so', () => {
    const inline = { ...SETTINGS, beans: 'inline' } as const;
    expect(element(token, { accountId: 1, login: 'a', role: { accountId: 2, login: 'b' } }, inline)).toBe(
      '<p xsi:type="tns:AuthToken"><accountId xsi:type="xsd:int">1</accountId><login xsi:type="xsd:string">a</login>' +
        '<role xsi:type="tns:Role"><accountId xsi:type="xsd:int">2</accountId><login xsi:type="xsd:string">b</login></role></p>',
    );
  });

  it.each<[Shape, unknown, string, string]>([
    [int(''), -2147483648, 'xsd:int', '-2147483648'],
    [int64(''), 9223372036854775807n, 'xsd:long', '9223372036854775807'],
    [int64(''), 5n, 'xsd:long', '5'],
    [double(''), 0.1, 'xsd:double', '0.1'],
    [double(''), 1e21, 'xsd:double', '1e+21'],
    [double(''), Number.NEGATIVE_INFINITY, 'xsd:double', '-INF'],
    [decimal(''), '12345678901234567.10', 'xsd:double', '12345678901234567.10'],
    [boolean(''), false, 'xsd:boolean', 'false'],
    [string(''), '', 'xsd:string', ''],
    [string(''), ' <a>&"]]>\r\n😀', 'xsd:string', ' &lt;a&gt;&amp;"]]&gt;&#13;\n😀'],
  ])('writes %o of %o with its exact type', (shape, value, type, text) => {
    expect(element(shape, value)).toBe(`<p xsi:type="${type}">${text}</p>`);
  });

  it('writes arrays as arrays of anything, whose members state their types', () => {
    const pairs = array(array(string(''), ''), '');
    expect(element(pairs, [['a', 'b'], ['c']])).toBe(
      '<p xsi:type="soapenc:Array" soapenc:arrayType="xsd:anyType[2]">' +
        '<item xsi:type="soapenc:Array" soapenc:arrayType="xsd:anyType[2]">' +
        '<item xsi:type="xsd:string">a</item><item xsi:type="xsd:string">b</item></item>' +
        '<item xsi:type="soapenc:Array" soapenc:arrayType="xsd:anyType[1]"><item xsi:type="xsd:string">c</item></item></p>',
    );
    expect(element(array(int(''), '', { itemName: 'id' }), [5])).toContain('<id xsi:type="xsd:int">5</id>');
    expect(element(pairs, [])).toContain('soapenc:arrayType="xsd:anyType[0]"');
  });

  it('sends what is left out as nil, so that the number of parameters stays, but no nil for a number', () => {
    const params = struct({
      s: optional(string('')),
      b: optional(role),
      a: optional(array(int(''), '')),
      n: optional(int('')),
    });
    const xml = compileEncoder('ask', params, SETTINGS)({});
    expect(xml).toContain(
      '<s xsi:type="xsd:string" xsi:nil="true"/><b xsi:type="tns:Role" xsi:nil="true"/>' +
        '<a xsi:type="soapenc:Array" xsi:nil="true"/></ns1:ask>',
    );
  });

  it('writes an operation without a namespace, and escapes the namespaces it is given', () => {
    const params = struct({});
    expect(compileEncoder('ask', params, { ...SETTINGS, namespace: '' })({})).toContain(
      `<soapenv:Body><ask soapenv:encodingStyle="${ENCODING}"></ask>`,
    );
    const odd = compileEncoder('ask', params, { ...SETTINGS, namespace: 'a"&<', typeNamespace: 'b"' })({});
    expect(odd).toContain('xmlns:ns1="a&quot;&amp;&lt;"');
    expect(odd).toContain('xmlns:tns="b&quot;"');
  });

  it('writes doubles that are read back exactly', () => {
    const text = (value: number) => />(.*)</.exec(element(double(''), value))?.[1] ?? '';
    fc.assert(
      fc.property(fc.double({ noDefaultInfinity: false }), (value) => {
        // -0 is a 0 to every reader of quotas and amounts.
        expect(readDouble(text(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('the encoder refuses', () => {
  const params = struct({
    i: optional(int('')),
    l: optional(int64('')),
    d: optional(double('')),
    m: optional(decimal('')),
    t: optional(boolean('')),
    s: optional(string('')),
    a: optional(array(int(''), '')),
    b: optional(role),
  });
  const encode = compileEncoder('ask', params, SETTINGS);

  it.each<[string, Record<string, unknown>]>([
    ['i: not a 32-bit integer', { i: 2147483648 }],
    ['i: not a 32-bit integer', { i: 1.5 }],
    ['i: not a 32-bit integer', { i: 5n }],
    ['l: not a 64-bit integer', { l: 5 }],
    ['l: not a 64-bit integer', { l: 9223372036854775808n }],
    ['d: not a number', { d: '5' }],
    ['m: not a decimal number', { m: 's3cret' }],
    ['m: not a decimal number', { m: '1e5' }],
    ['t: not a boolean', { t: 1 }],
    ['s: not a string', { s: 5 }],
    ['s: a character that XML 1.0 cannot carry', { s: 's3cret\0' }],
    ['a: not an array', { a: 5 }],
    ['a[1]: not a 32-bit integer', { a: [1, 's3cret'] }],
    ['b: not a struct', { b: [] }],
    ['b.accountId: missing', { b: { login: 's3cret' } }],
    ['b.login: missing', { b: { accountId: 1, login: null } }],
  ])('%s', (message, input) => {
    // What a caller without types could hand over.
    const attempt = () => encode(input as Parameters<typeof encode>[0]);
    expect(attempt).toThrow(new WireError(message));
  });

  it('shapes that it has no form for, before any call', () => {
    const compile = (shape: Shape) => () => compileEncoder('ask', struct({ p: shape }), SETTINGS);
    expect(compile(struct({}))).toThrow('a bean without the name of its type');
    expect(() => compileEncoder('a b', struct({}), SETTINGS)).toThrow(TypeError);
    expect(() => compileEncoder('ask', struct({ 'a><b': int('') }), SETTINGS)).toThrow(TypeError);
  });
});
