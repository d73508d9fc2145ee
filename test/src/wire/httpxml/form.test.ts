import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  array,
  boolean,
  bytes,
  decimal,
  int,
  int64,
  optional,
  string,
  struct,
} from '../../../../src/operation/shape.js';
import { compileForm, fieldText } from '../../../../src/wire/httpxml/index.js';
import { WireError } from '../../../../src/wire/wire-error.js';

const user = struct({
  UserName: string(''),
  Password: optional(string('', { secret: true })),
  IsAdmin: optional(boolean('')),
});

describe('compileForm', () => {
  it('writes fields in the order of the shape, whatever the order of the values', () => {
    const encode = compileForm(struct({ sld: string(''), tld: string(''), Quantity: int('') }));
    expect(encode({ Quantity: 3, tld: 'co.uk', sld: 'a' })).toBe('sld=a&tld=co.uk&Quantity=3');
  });

  it('writes flags as 1 and 0, big numbers and money as their digits', () => {
    const encode = compileForm(struct({ a: boolean(''), b: boolean(''), c: int64(''), d: decimal('') }));
    expect(encode({ a: true, b: false, c: 9007199254740993n, d: '10.50' })).toBe(
      'a=1&b=0&c=9007199254740993&d=10.50',
    );
  });

  it('numbers the fields of lists from 1', () => {
    const encode = compileForm(struct({ users: array(user, ''), NS: optional(array(string(''), '')) }));
    const users = [
      { UserName: 'jo', Password: 'a&b' },
      { UserName: 'ida', IsAdmin: true },
    ];
    expect(encode({ users, NS: ['x', 'y'] })).toBe(
      'UserName1=jo&Password1=a%26b&UserName2=ida&IsAdmin2=1&NS1=x&NS2=y',
    );
    expect(encode({ users: [] })).toBe('');
  });

  it.each([
    ['a required value that is missing', {}, 'UserName: missing'],
    ['a value of another type', { UserName: 7 }, 'UserName: not a string'],
    [
      'a field that the shape does not name',
      { UserName: 'a', Pasword: 'b' },
      'Pasword: is no member of the parameters',
    ],
    ['what is no struct', null, 'not a struct'],
    ['half a surrogate pair', { UserName: 'a\ud800' }, 'UserName: a text that is not well-formed'],
  ])('refuses %s without quoting it', (_, input, message) => {
    // The types forbid these inputs; callers that are not compiled with them exist.
    const encode = compileForm(user) as (input: unknown) => string;
    expect(() => encode(input)).toThrow(new WireError(message));
  });

  it('cannot be made for what has no form', () => {
    expect(() => compileForm(struct({ a: bytes('') }))).toThrow('no fields for a parameter of kind bytes');
  });

  it('writes text that every reader of forms reads back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const body = `${fieldText('a', a)}&${fieldText('b', b)}`;
        expect([...new URLSearchParams(body)]).toEqual([
          ['a', a],
          ['b', b],
        ]);
      }),
    );
  });
});
