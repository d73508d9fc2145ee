import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  any,
  array,
  boolean,
  bytes,
  dateTime,
  decimal,
  double,
  int,
  int64,
  optional,
  string,
  struct,
} from '../../../../src/operation/shape.js';
import { WireError } from '../../../../src/wire/wire-error.js';
import {
  compileEncoder,
  decodeMethodResponse,
  type ShapeEncoderSettings,
} from '../../../../src/wire/xmlrpc/index.js';
import { int64 as anyInt64, carriableText, int32 } from './values.js';

const POA: ShapeEncoderSettings = { int64: 'string' };

const decodeStruct = (xml: string) =>
  decodeMethodResponse(`<methodResponse><params><param>${xml}</param></params></methodResponse>`);

/** The `<value>` inside the one member of a struct. */
const contentOf = (xml: string): string =>
  xml
    .replace(/^<value><struct><member><name>m<\/name><value>/, '')
    .replace(/<\/value><\/member><\/struct><\/value>$/, '');

describe('an encoder made from a shape', () => {
  it.each([
    ['int', int(''), -5, '<int>-5</int>'],
    ['int64', int64(''), 9223372036854775807n, '<string>9223372036854775807</string>'],
    ['double', double(''), 1e21, '<double>1000000000000000000000.0</double>'],
    ['decimal', decimal(''), '1.10', '<double>1.10</double>'],
    ['boolean', boolean(''), false, '<boolean>0</boolean>'],
    ['string', string(''), ' 01 & 1e5 ', '<string> 01 &amp; 1e5 </string>'],
    ['dateTime', dateTime(''), '20240229T23:59:07', '<dateTime.iso8601>20240229T23:59:07</dateTime.iso8601>'],
    ['bytes', bytes(''), Uint8Array.of(255), '<base64>/w==</base64>'],
    [
      'any',
      any(''),
      { a: [1] },
      '<struct><member><name>a</name><value><array><data><value><int>1</int></value></data></array></value></member></struct>',
    ],
    [
      'array',
      array(int(''), ''),
      [1, 2],
      '<array><data><value><int>1</int></value><value><int>2</int></value></data></array>',
    ],
    ['array without elements', array(int(''), ''), [], '<array><data></data></array>'],
    ['struct', struct({}), {}, '<struct></struct>'],
  ])('writes %s', (_kind, shape, input, content) => {
    expect(contentOf(compileEncoder(struct({ m: shape }), POA)({ m: input }))).toBe(content);
  });

  it('writes members in the order of the shape, and none that is undefined', () => {
    const encode = compileEncoder(
      struct({ b: int(''), a: optional(int('')), c: optional(struct({ d: optional(int('')) })) }),
      POA,
    );
    const input = { c: {}, a: undefined, b: 2 };
    expect(encode(input)).toBe(
      '<value><struct><member><name>b</name><value><int>2</int></value></member>' +
        '<member><name>c</name><value><struct></struct></value></member></struct></value>',
    );
  });

  it('writes the wide form of a twin alone', () => {
    const shape = struct({ limit64: int64('', { twin: true }), usage: int64('') });
    expect(compileEncoder(shape, POA)({ limit64: -1n, usage: 5n })).toBe(
      '<value><struct><member><name>limit64</name><value><string>-1</string></value></member>' +
        '<member><name>usage</name><value><string>5</string></value></member></struct></value>',
    );
  });

  it('adds the 64 to a twin that is named without it', () => {
    expect(compileEncoder(struct({ limit: int64('', { twin: true }) }), POA)({ limit: 1n })).toBe(
      '<value><struct><member><name>limit64</name><value><string>1</string></value></member></struct></value>',
    );
  });

  it('writes 64-bit integers as i8 where that is set', () => {
    const shape = struct({ a: int64(''), b: any('') });
    expect(compileEncoder(shape, { int64: 'i8' })({ a: 5n, b: 6n })).toBe(
      '<value><struct><member><name>a</name><value><i8>5</i8></value></member>' +
        '<member><name>b</name><value><i8>6</i8></value></member></struct></value>',
    );
  });

  it('writes an int as a string where an installation wants it, and nowhere else', () => {
    const shape = struct({
      account_id: int(''),
      other: int(''),
      rows: array(struct({ account_id: int(''), id: int('') }), ''),
      ids: array(int(''), ''),
    });
    const encode = compileEncoder(shape, {
      int64: 'string',
      intsAsStrings: ['account_id', 'rows[].id', 'ids[]'],
    });
    expect(
      decodeStruct(encode({ account_id: 1, other: 2, rows: [{ account_id: 3, id: 4 }], ids: [5] })),
    ).toEqual(
      new Map<string, unknown>([
        ['account_id', '1'],
        ['other', 2],
        [
          'rows',
          [
            new Map<string, unknown>([
              ['account_id', 3],
              ['id', '4'],
            ]),
          ],
        ],
        ['ids', ['5']],
      ]),
    );
  });

  it('gives back to a decoder what it was given', () => {
    const encode = compileEncoder(
      struct({ a: int(''), b: int64(''), c: string(''), d: array(string(''), '') }),
      { int64: 'i8' },
    );
    fc.assert(
      fc.property(int32, anyInt64, carriableText, fc.array(carriableText), (a, b, c, d) => {
        expect(decodeStruct(encode({ a, b, c, d }))).toEqual(new Map(Object.entries({ a, b, c, d })));
      }),
    );
  });
});

describe('an encoder made from a shape refuses', () => {
  const SHAPE = struct({
    int: int(''),
    limits: array(struct({ resource_limit64: int64('', { twin: true }), tags: array(string(''), '') }), ''),
    nested: struct({ flag: boolean(''), at: dateTime(''), bytes: bytes('') }),
    double: double(''),
    price: decimal(''),
    any: any(''),
    name: string(''),
  });
  const GOOD = {
    int: 1,
    limits: [{ resource_limit64: 1n, tags: ['a'] }],
    nested: { flag: true, at: '20240229T23:59:07', bytes: new Uint8Array(0) },
    double: 1,
    price: '1.0',
    any: null,
    name: 'a',
  };
  const encode = compileEncoder(SHAPE, POA);

  it.each<[string, unknown]>([
    ['int: not a 32-bit integer', { int: 1.5 }],
    ['int: not a 32-bit integer', { int: 2147483648 }],
    ['int: not a 32-bit integer', { int: Number.NaN }],
    ['int: not a 32-bit integer', { int: '5' }],
    ['int: not a 32-bit integer', { int: null }],
    ['int: missing', { int: undefined }],
    ['limits: not an array', { limits: {} }],
    ['limits[0]: not a struct', { limits: [null] }],
    ['limits[0]: not a struct', { limits: [[]] }],
    ['limits[0].tags: missing', { limits: [{ resource_limit64: 1n }] }],
    [
      'limits[1].resource_limit64: not a 64-bit integer',
      { limits: [...GOOD.limits, { resource_limit64: 2n ** 63n, tags: [] }] },
    ],
    ['limits[0].resource_limit64: not a 64-bit integer', { limits: [{ resource_limit64: 1, tags: [] }] }],
    ['limits[0].tags[2]: not a string', { limits: [{ resource_limit64: 1n, tags: ['a', 'b', 3] }] }],
    ['nested: not a struct', { nested: 's3cret' }],
    ['limit: is no member of the parameters', { limit: 's3cret' }],
    ['nested.flags: is no member of nested', { nested: { ...GOOD.nested, flags: 's3cret' } }],
    ['int: missing; name: not a string', { int: undefined, name: 5 }],
    ['nested.flag: not a boolean', { nested: { ...GOOD.nested, flag: 1 } }],
    ['nested.at: not a date and time', { nested: { ...GOOD.nested, at: 's3cret' } }],
    ['nested.bytes: not bytes', { nested: { ...GOOD.nested, bytes: 's3cret' } }],
    ['double: not a number', { double: '1' }],
    ['double: a number that XML-RPC cannot carry', { double: Number.POSITIVE_INFINITY }],
    ['double: a number that XML-RPC cannot carry', { double: -0 }],
    ['price: not a decimal number', { price: '1e5' }],
    ['price: not a decimal number', { price: 1.5 }],
    ['any: a value that XML-RPC does not know', { any: [() => 1] }],
    ['any: a character that XML 1.0 cannot carry', { any: 's3cret\0' }],
    ['name: a character that XML 1.0 cannot carry', { name: 's3cret\u000b' }],
  ])('%s', (message, changed) => {
    // What arrives from callers that the type checker does not see.
    const input = { ...GOOD, ...(changed as object) } as typeof GOOD;
    expect(() => encode(input)).toThrow(new WireError(message));
  });
});
