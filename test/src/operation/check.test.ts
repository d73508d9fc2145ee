import { describe, expect, it } from 'vitest';
import { compileCheck, type Problem } from '../../../src/operation/check.js';
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
  type Shape,
  type StructShape,
  string,
  struct,
} from '../../../src/operation/shape.js';

/** Path, rule and message of each problem, in one line each. */
const problemsOf = (params: StructShape, input: unknown): string[] =>
  compileCheck(params)(input).map(({ path, rule, message }) => `${path.join('/')} ${rule}: ${message}`);

const CURRENCIES = [
  { value: 'EUR', meaning: 'euro' },
  { value: 'USD', meaning: 'dollar' },
];
const LEVELS = [
  { value: 1, meaning: 'one' },
  { value: 2, meaning: 'two' },
];

describe('a value of each kind', () => {
  it.each<[string, Shape, readonly unknown[], readonly unknown[], string]>([
    ['int', int(''), [0, -(2 ** 31)], [2 ** 31, 0.5, Number.NaN, '1', 1n, null], 'not a 32-bit integer'],
    ['int64', int64(''), [0n, -(2n ** 63n)], [2n ** 63n, 1, '1', null], 'not a 64-bit integer'],
    ['double', double(''), [0, 0.5], ['0.5', 1n, null], 'not a number'],
    ['decimal', decimal(''), ['9.95', '-0'], ['9,95', '1e5', '.5', '', 9.95, null], 'not a decimal number'],
    ['boolean', boolean(''), [true, false], [0, 'true', null], 'not a boolean'],
    ['string', string(''), ['', 'a'], [1, null, ['a']], 'not a string'],
    ['dateTime', dateTime(''), ['20240229T23:59:07'], [0, null], 'not a date and time'],
    ['bytes', bytes(''), [new Uint8Array(0)], ['AA==', [0], null], 'not bytes'],
    ['array', array(int(''), ''), [[], [1]], [{}, 'ab', null], 'not an array'],
    ['struct', struct({}), [{}], [[], 'a', null], 'not a struct'],
  ])('is told from others: %s', (_kind, shape, good, bad, message) => {
    const params = struct({ m: shape });
    for (const value of good) expect(problemsOf(params, { m: value })).toEqual([]);
    for (const value of bad) expect(problemsOf(params, { m: value })).toEqual([`m type: ${message}`]);
  });

  it('is anything for any, null included', () => {
    for (const value of [null, 0, 'a', [], {}])
      expect(problemsOf(struct({ m: any('') }), { m: value })).toEqual([]);
    expect(problemsOf(struct({ m: array(any(''), '') }), { m: [undefined] })).toEqual([
      'm/0 type: not a value',
    ]);
  });

  it('is looked for in structs only', () => {
    for (const input of [undefined, null, 5, 'a', []]) {
      expect(compileCheck(struct({}))(input)).toEqual([{ path: [], rule: 'type', message: 'not a struct' }]);
    }
  });
});

describe('a rule about one value', () => {
  it.each<[string, Shape, unknown, unknown, string]>([
    ['min', int('', { min: 1 }), 1, 0, 'below the min of 1'],
    ['max', int('', { max: 100 }), 100, 101, 'above the max of 100'],
    ['min', int64('', { min: -1n }), -1n, -2n, 'below the min of -1'],
    ['max', int64('', { max: 2n ** 40n }), 2n ** 40n, 2n ** 40n + 1n, 'above the max of 1099511627776'],
    ['minLength', string('', { minLength: 2 }), 'uk', 'u', 'shorter than the minLength of 2'],
    ['minLength', string('', { minLength: 2 }), '😀😀', '😀', 'shorter than the minLength of 2'],
    ['maxLength', string('', { maxLength: 3 }), '😀😀😀', 'abcd', 'longer than the maxLength of 3'],
    ['pattern', string('', { pattern: /^[a-z]+$/ }), 'abc', 'aBc', 'does not match the pattern ^[a-z]+$'],
    ['values', string('', { values: CURRENCIES }), 'USD', 'usd', 'none of the values EUR, USD'],
    ['values', int('', { values: LEVELS }), 2, 3, 'none of the values 1, 2'],
  ])('is held: %s', (rule, shape, good, bad, message) => {
    const params = struct({ m: optional(shape) });
    expect(problemsOf(params, { m: good })).toEqual([]);
    expect(problemsOf(params, {})).toEqual([]);
    expect(problemsOf(params, { m: bad })).toEqual([`m ${rule}: ${message}`]);
  });

  it('lets unknown values of an open enumeration pass', () => {
    const params = struct({
      a: string('', { values: CURRENCIES, open: true }),
      b: int('', { values: LEVELS, open: true }),
    });
    expect(problemsOf(params, { a: 'GBP', b: 9 })).toEqual([]);
  });

  it('is told beside others that the value breaks, but not of a value of another kind', () => {
    const params = struct({ m: string('', { maxLength: 2, pattern: /^[a-z]*$/, values: CURRENCIES }) });
    expect(compileCheck(params)({ m: 'ABC' }).map(({ rule }) => rule)).toEqual([
      'maxLength',
      'pattern',
      'values',
    ]);
    expect(compileCheck(params)({ m: 123 }).map(({ rule }) => rule)).toEqual(['type']);
  });

  it('gives the same answer each time, whatever the flags of its pattern', () => {
    const check = compileCheck(struct({ m: string('', { pattern: /b/g }) }));
    for (const _time of [1, 2, 3]) expect(check({ m: 'ab' })).toEqual([]);
    const sticky = compileCheck(struct({ m: string('', { pattern: /b/iy }) }));
    for (const _time of [1, 2, 3]) expect(sticky({ m: 'aB' })).toEqual([]);
  });
});

describe('the members of a struct', () => {
  const params = struct({
    id: int(''),
    note: optional(string('')),
    owner: struct({ login: string(''), roles: array(struct({ name: string('', { minLength: 1 }) }), '') }),
  });
  const good = { id: 1, owner: { login: 'a', roles: [{ name: 'b' }] } };

  it('are there, unless they are optional', () => {
    expect(problemsOf(params, good)).toEqual([]);
    expect(problemsOf(params, { ...good, note: undefined })).toEqual([]);
    expect(problemsOf(params, {})).toEqual(['id missing: missing', 'owner missing: missing']);
  });

  it('are no others', () => {
    expect(problemsOf(params, { ...good, Id: 2, owner: { ...good.owner, rolls: [] } })).toEqual([
      'owner/rolls unknown: is no member of owner',
      'Id unknown: is no member of the parameters',
    ]);
    expect(problemsOf(params, { ...good, other: undefined })).toEqual([]);
    expect(problemsOf(params, JSON.parse('{"id":1,"owner":{"login":"a","roles":[]},"__proto__":1}'))).toEqual(
      ['__proto__ unknown: is no member of the parameters'],
    );
  });

  it('may be others where the shape is open', () => {
    const open = struct({ id: int(''), more: struct({}, '', { open: true }) }, '', { open: true });
    expect(problemsOf(open, { id: 1, x: 1, more: { y: () => 1 } })).toEqual([]);
  });

  it('are told by their paths, all that is wrong with them at once', () => {
    const roles = [{ name: 'a' }, { name: '' }, 'x', { title: 'y' }];
    expect(problemsOf(params, { id: '1', owner: { roles } })).toEqual([
      'id type: not a 32-bit integer',
      'owner/login missing: missing',
      'owner/roles/1/name minLength: shorter than the minLength of 1',
      'owner/roles/2 type: not a struct',
      'owner/roles/3/name missing: missing',
      'owner/roles/3/title unknown: is no member of owner.roles[]',
    ]);
  });

  it('are left out by null where a protocol says so', () => {
    const check = compileCheck(params, { nullIsAbsent: true });
    expect(check({ ...good, note: null, other: null })).toEqual([]);
    expect(check({ ...good, id: null })).toEqual<Problem[]>([
      { path: ['id'], rule: 'missing', message: 'missing' },
    ]);
    expect(check({ ...good, owner: { login: 'a', roles: [null] } })).toHaveLength(1);
  });
});

describe('a problem', () => {
  it('names no value', () => {
    const params = struct({
      number: int(''),
      word: string('', { maxLength: 1, minLength: 100, pattern: /^x$/, values: CURRENCIES }),
      list: array(boolean(''), ''),
      inner: struct({}),
    });
    const secret = 's3cret-value';
    const problems = compileCheck(params)({
      number: secret,
      word: secret,
      list: [secret],
      inner: secret,
      more: secret,
    });
    expect(problems).toHaveLength(8);
    expect(JSON.stringify(problems)).not.toContain(secret);
  });
});
