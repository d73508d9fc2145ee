import { describe, expect, expectTypeOf, it } from 'vitest';
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
  key,
  optional,
  type Shape,
  string,
  struct,
} from '../../../../src/operation/shape.js';
import { WireError } from '../../../../src/wire/wire-error.js';
import { compileReader, XmlRpcDateTime, type XmlRpcValue } from '../../../../src/wire/xmlrpc/index.js';

/** A struct of XML-RPC from an object. */
const wire = (members: Record<string, XmlRpcValue>): XmlRpcValue => new Map(Object.entries(members));
const AT = XmlRpcDateTime.decode('20240229T23:59:07') ?? null;

describe('a reader made from a shape', () => {
  it.each<[Shape, XmlRpcValue, unknown]>([
    [int(''), 5, 5],
    [int(''), 5n, 5],
    [int(''), '5', 5],
    [int(''), '-2147483648', -2147483648],
    [int64(''), '9223372036854775807', 9223372036854775807n],
    [int64(''), 5, 5n],
    [int64(''), -5n, -5n],
    [double(''), 1.5, 1.5],
    [double(''), '1.5', 1.5],
    [double(''), 2n, 2],
    [decimal(''), '1.10', '1.10'],
    [decimal(''), 1.5, '1.5'],
    [decimal(''), 7, '7'],
    [boolean(''), true, true],
    [boolean(''), 0, false],
    [boolean(''), '1', true],
    [boolean(''), '0', false],
    [boolean(''), 'true', true],
    [boolean(''), 'false', false],
    [string(''), ' 01 ', ' 01 '],
    [string(''), '', ''],
    [string(''), 5, '5'],
    [string(''), 1e-7, '0.0000001'],
    [string(''), 5n, '5'],
    [dateTime(''), AT, '20240229T23:59:07'],
    [dateTime(''), '2024-02-29', '2024-02-29'],
    [bytes(''), Uint8Array.of(1), Uint8Array.of(1)],
    [any(''), wire({ a: [5n, null] }), { a: ['5', null] }],
    [array(int(''), ''), [1, '2'], [1, 2]],
    [array(int(''), ''), null, []],
    [array(int(''), ''), '', []],
    [array(int(''), ''), wire({}), []],
    [struct({ a: int('') }), wire({ a: 1 }), { a: 1 }],
    [struct({ a: int('') }), [], { a: null }],
  ])('reads %o', (shape, value, expected) => {
    expect(compileReader(shape)(value)).toEqual(expected);
  });

  it('reads what is absent or nil as null, and members that it does not know not at all', () => {
    const read = compileReader(
      struct({
        a: int(''),
        b: optional(string('')),
        c: struct({ d: int('') }),
        e: array(int(''), ''),
        f: array(int(''), ''),
      }),
    );
    const result = read(wire({ z: 1, c: null, f: null, constructor: 5 }));
    expect(result).toEqual({ a: null, b: null, c: null, e: null, f: [] });
  });

  it('types its result', () => {
    const read = compileReader(
      struct({ id: key(int('')), name: string(''), rows: array(struct({ n: int64('') }), '') }),
    );
    expectTypeOf(read).returns.toEqualTypeOf<{
      readonly id: number;
      readonly name: string | null;
      readonly rows: ReadonlyArray<{ readonly n: bigint | null }> | null;
    }>();
    expect(read(wire({ id: 1, rows: [wire({ n: '2' })] }))).toEqual({ id: 1, name: null, rows: [{ n: 2n }] });
  });

  it('prefers the wide form of a twin and falls back to the clamped int', () => {
    const read = compileReader(struct({ limit64: int64('', { twin: true }) }));
    expect(read(wire({ limit64: '5368709120', limit: 2147483647 }))).toEqual({ limit64: 5368709120n });
    expect(read(wire({ limit: -1 }))).toEqual({ limit64: -1n });
    expect(read(wire({}))).toEqual({ limit64: null });
  });

  it('looks at aliases when the first name is absent', () => {
    const read = compileReader(struct({ user_id: key(int('', { aliases: ['id', 'member_id'] })) }));
    expect(read(wire({ user_id: 1, id: 2 }))).toEqual({ user_id: 1 });
    expect(read(wire({ member_id: 3, id: 2 }))).toEqual({ user_id: 2 });
    expect(read(wire({ member_id: 3 }))).toEqual({ user_id: 3 });
  });

  it('drops secrets', () => {
    const read = compileReader(struct({ login: string(''), password: string('', { secret: true }) }));
    expect(read(wire({ login: 'a', password: 's3cret' }))).toEqual({ login: 'a', password: null });
  });

  it('gives all structs their members in the order of the shape', () => {
    const read = compileReader(array(struct({ a: int(''), b: int(''), c: int('') }), ''));
    const rows = read([wire({ c: 3, b: 2, a: 1 }), wire({ b: 2 })]);
    expect(rows.map((row) => Object.keys(row))).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ]);
  });

  it('reads anything as null where the method has no output', () => {
    const read = compileReader(null);
    expect(read('OK')).toBeNull();
    expect(read(wire({}))).toBeNull();
  });
});

describe('a reader made from a shape refuses', () => {
  const read = compileReader(
    struct({
      id: key(int('')),
      big: int64(''),
      flag: boolean(''),
      name: string(''),
      price: decimal(''),
      ratio: double(''),
      at: dateTime(''),
      data: bytes(''),
      rows: array(struct({ n: key(int64('', { twin: true })), tags: array(string(''), '') }), ''),
      inner: struct({ must: key(array(int(''), '')) }),
    }),
  );

  it.each<[string, Record<string, XmlRpcValue>]>([
    ['id: missing', { id: null }],
    ['id: not a 32-bit integer', { id: 1.5 }],
    ['id: not a 32-bit integer', { id: 2147483648n }],
    ['id: not a 32-bit integer', { id: '2147483648' }],
    ['id: not a 32-bit integer', { id: '12abc' }],
    ['id: not a 32-bit integer', { id: '' }],
    ['id: not a 32-bit integer', { id: true }],
    ['id: not a 32-bit integer', { id: [] }],
    ['big: not a 64-bit integer', { big: '9223372036854775808' }],
    ['big: not a 64-bit integer', { big: '1.0' }],
    ['big: not a 64-bit integer', { big: 1.5 }],
    ['big: not a 64-bit integer', { big: 2 ** 60 }],
    ['flag: not a boolean', { flag: 2 }],
    ['flag: not a boolean', { flag: 'yes' }],
    ['name: not a string', { name: true }],
    ['name: not a string', { name: wire({}) }],
    ['name: not a string', { name: Uint8Array.of(1) }],
    ['price: not a decimal number', { price: '1e5' }],
    ['ratio: not a number', { ratio: 's3cret' }],
    ['at: not a date and time', { at: 5 }],
    ['data: not bytes', { data: 's3cret' }],
    ['rows: not an array', { rows: 's3cret' }],
    ['rows: not an array', { rows: wire({ a: 1 }) }],
    ['rows[1]: not a struct', { rows: [wire({ n: 1 }), null] }],
    ['rows[0]: not a struct', { rows: [['s3cret']] }],
    ['rows[1].n: missing', { rows: [wire({ n: 1 }), wire({})] }],
    ['rows[0].n: not a 64-bit integer', { rows: [wire({ n64: 'x', n: 1 })] }],
    ['rows[0].tags[1]: not a string', { rows: [wire({ n: 1, tags: ['a', null] })] }],
    ['inner: not a struct', { inner: 's3cret' }],
    ['inner.must: missing', { inner: wire({}) }],
  ])('%s', (message, changed) => {
    expect(() => read(wire({ id: 1, ...changed }))).toThrow(new WireError(message));
  });

  it('a scalar result without a path', () => {
    expect(() => compileReader(int(''))('s3cret')).toThrow(new WireError('not a 32-bit integer'));
    expect(() => compileReader(array(int(''), ''))(['s3cret'])).toThrow(
      new WireError('[0]: not a 32-bit integer'),
    );
    expect(() => compileReader(struct({ a: int('') }))(null)).toThrow(new WireError('not a struct'));
  });
});
