import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { readMethodCall, UnreadableCall } from '../../../../../src/sandbox/poa/wire/read-call.js';
import { Double } from '../../../../../src/sandbox/poa/wire/values.js';

// The package ships no types.
const serializer = createRequire(import.meta.url)('xmlrpc/lib/serializer') as {
  serializeMethodCall(method: string, params: unknown[], encoding?: string): string;
};
const read = (text: string) => readMethodCall(Buffer.from(text));
const call = (value: string) =>
  `<methodCall><methodName>m</methodName><params><param><value>${value}</value></param></params></methodCall>`;

describe('readMethodCall', () => {
  it('reads what the xmlrpc package writes', () => {
    const params = [{ a: 1, b: [true, 'x<y', ''], 'c d': { e: -5 } }, 'é😀', []];
    const text = serializer.serializeMethodCall('pem.any', params, 'utf-8');
    expect(read(text)).toEqual({ method: 'pem.any', params });
  });

  it('reads a call without params', () => {
    expect(read('<methodCall><methodName>m</methodName></methodCall>')).toEqual({ method: 'm', params: [] });
    expect(read('<methodCall><methodName>m</methodName><params/></methodCall>').params).toEqual([]);
  });

  it.each([
    ['<int>-2147483648</int>', -2147483648],
    ['<i4>+7</i4>', 7],
    ['<double>10.0</double>', new Double(10)],
    ['<boolean>1</boolean>', true],
    ['  untyped, spaces kept ', '  untyped, spaces kept '],
    ['', ''],
    ['<string/>', ''],
    ['<string><![CDATA[<&]]></string>', '<&'],
    ['<string>&#x1F600;&amp;</string>', '😀&'],
    ['<struct/>', {}],
    ['<array><data/></array>', []],
    ['<base64>AAEC</base64>', Buffer.from([0, 1, 2])],
    ['\n<int>1</int>\n', 1],
  ])('reads %s', (text, value) => {
    expect(read(call(text)).params).toEqual([value]);
  });

  it('keeps a member named __proto__ as a member', () => {
    const [struct] = read(
      call('<struct><member><name>__proto__</name><value>x</value></member></struct>'),
    ).params;
    expect(Object.keys(Object(struct))).toEqual(['__proto__']);
  });

  it('reads long text in one piece', () => {
    const long = 'ü&amp;'.repeat(100_000);
    expect(read(call(`<string>${long}</string>`)).params).toEqual(['ü&'.repeat(100_000)]);
  });

  it('accepts a byte order mark', () => {
    expect(read(`\uFEFF${call('<int>1</int>')}`).params).toEqual([1]);
  });

  it.each([
    ['a value with two types', call('<int>1</int><int>2</int>')],
    ['text beside a type', call('a<int>1</int>')],
    ['a member without a name', call('<struct><member><value>1</value></member></struct>')],
    ['a member without a value', call('<struct><member><name>a</name></member></struct>')],
    ['a value before its name', call('<struct><member><value>1</value><name>a</name></member></struct>')],
    ['a struct without members around its parts', call('<struct><name>a</name><value>1</value></struct>')],
    ['an array without data', call('<array/>')],
    ['an array with data twice', call('<array><data/><data/></array>')],
    ['a type in another', call('<int><int>1</int></int>')],
    ['nil', call('<nil/>')],
    ['names in capitals', call('<INT>1</INT>')],
    ['params before the name', '<methodCall><params/><methodName>m</methodName></methodCall>'],
    ['two names', '<methodCall><methodName>m</methodName><methodName>n</methodName></methodCall>'],
    ['no name', '<methodCall><params/></methodCall>'],
    ['stray text', '<methodCall>x<methodName>m</methodName></methodCall>'],
  ])('refuses %s', (_case, text) => {
    expect(() => read(text)).toThrow(UnreadableCall);
  });

  it('says what is wrong and where, and never quotes the body', () => {
    const secret = call('<struct><member><name>password</name><value>hun<ter2</value></member></struct>');
    expect(() => read(secret)).toThrow(/line 1/);
    try {
      read(secret);
    } catch (error) {
      expect(String(error)).not.toContain('hun');
      expect(String(error)).not.toContain('ter2');
    }
  });
});
