import { describe, expect, it } from 'vitest';
import {
  array,
  boolean,
  dateTime,
  decimal,
  double,
  int,
  int64,
  optional,
  type StructShape,
  string,
  struct,
} from '../../../../../src/operation/shape.js';
import { compileMethod } from '../../../../../src/wire/soap/document/index.js';
import { WireError } from '../../../../../src/wire/wire-error.js';
import { NAMESPACE } from './answers.js';

const methodOf = (params: StructShape, namespace = NAMESPACE) =>
  compileMethod({ name: 'Put', namespace, params, result: null });

/** What stands in the method's element. */
function contentOf(params: StructShape, input: unknown): string {
  const [, content = ''] = /<Put xmlns="[^"]*">(.*)<\/Put>/s.exec(methodOf(params).encode(input)) ?? [];
  return content;
}

describe('a call', () => {
  it('is an element of the method’s name in an envelope, in the namespace of the service', () => {
    const method = methodOf(struct({ userId: int('') }));
    expect(method.encode({ userId: 42 })).toBe(
      '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">' +
        '<soap:Body><Put xmlns="http://panel.example/services"><userId>42</userId></Put></soap:Body></soap:Envelope>',
    );
    expect(method.soapAction).toBe('"http://panel.example/services/Put"');
  });

  it('writes members in the order of the shape, nested ones and lists by the names of their items', () => {
    const plan = struct({
      PlanId: int(''),
      Price: decimal(''),
      Groups: array(struct({ GroupId: int(''), Enabled: boolean('') }), '', { itemName: 'GroupInfo' }),
      UserId: int64(''),
    });
    const groups = [
      { Enabled: true, GroupId: 1 },
      { GroupId: 2, Enabled: false },
    ];
    expect(
      contentOf(struct({ plan, on: dateTime('') }), {
        on: '2016-04-06T00:00:00',
        plan: { UserId: 2n ** 40n, Groups: groups, PlanId: 0, Price: '9.95' },
      }),
    ).toBe(
      '<plan><PlanId>0</PlanId><Price>9.95</Price><Groups><GroupInfo><GroupId>1</GroupId><Enabled>true</Enabled>' +
        '</GroupInfo><GroupInfo><GroupId>2</GroupId><Enabled>false</Enabled></GroupInfo></Groups>' +
        '<UserId>1099511627776</UserId></plan><on>2016-04-06T00:00:00</on>',
    );
  });

  it('leaves null out, and writes an empty text and an empty list as empty elements', () => {
    const params = struct({
      name: optional(string('')),
      comments: optional(string('')),
      groups: optional(array(int(''), '', { itemName: 'int' })),
    });
    expect(contentOf(params, { name: null, comments: undefined })).toBe('');
    expect(contentOf(params, { name: '', groups: [] })).toBe('<name></name><groups></groups>');
  });

  it('writes numbers without an end as XML Schema does', () => {
    const params = struct({ a: double(''), b: double('') });
    expect(contentOf(params, { a: Number.POSITIVE_INFINITY, b: -0 })).toBe('<a>INF</a><b>-0</b>');
  });

  it('escapes text', () => {
    expect(contentOf(struct({ name: string('') }), { name: 'a<b>&"c"\r\n]]>😀' })).toBe(
      '<name>a&lt;b&gt;&amp;"c"&#13;\n]]&gt;😀</name>',
    );
  });

  it('takes any namespace that a configuration has', () => {
    expect(methodOf(struct({}), 'urn:a&b"c').encode({})).toContain('<Put xmlns="urn:a&amp;b&quot;c"></Put>');
  });

  it.each<[string, StructShape, unknown, string]>([
    ['a missing member', struct({ a: struct({ b: int('') }) }), { a: {} }, 'a.b: missing'],
    [
      'a member that the shape does not name',
      struct({}),
      { a: 'secret' },
      'a: is no member of the parameters',
    ],
    ['null for a member that has to be there', struct({ a: int('') }), { a: null }, 'a: missing'],
    ['an integer beyond 32 bits', struct({ a: int('') }), { a: 2 ** 31 }, 'a: not a 32-bit integer'],
    ['a fraction', struct({ a: int('') }), { a: 0.5 }, 'a: not a 32-bit integer'],
    ['an integer beyond 64 bits', struct({ a: int64('') }), { a: 2n ** 63n }, 'a: not a 64-bit integer'],
    ['a number for a text', struct({ a: string('') }), { a: 1 }, 'a: not a string'],
    ['a word for a boolean', struct({ a: boolean('') }), { a: 'true' }, 'a: not a boolean'],
    ['a time with a zone', struct({ a: dateTime('') }), { a: '2016-04-06T00:00:00Z' }, 'a: not a date'],
    ['a date without a time', struct({ a: dateTime('') }), { a: '2016-04-06' }, 'a: not a date'],
    ['money as a number', struct({ a: decimal('') }), { a: 9.95 }, 'a: not a decimal number'],
    [
      'an item that does not fit',
      struct({ a: array(int(''), '', { itemName: 'int' }) }),
      { a: [1, '2'] },
      'a[1]: not a 32-bit integer',
    ],
    [
      'a list that is none',
      struct({ a: array(int(''), '', { itemName: 'int' }) }),
      { a: 1 },
      'a: not an array',
    ],
    ['a struct that is none', struct({ a: struct({}) }), { a: [] }, 'a: not a struct'],
    ['a character that XML cannot carry', struct({ a: string('') }), { a: 'secret\0' }, 'a: a character'],
  ])('refuses %s, with its path and without its value', (_name, params, input, message) => {
    const encode = () => contentOf(params, input);
    expect(encode).toThrow(WireError);
    expect(encode).toThrow(message);
    expect(encode).not.toThrow('secret');
  });

  it('cannot be made for shapes that documents have no form for', () => {
    expect(() => methodOf(struct({ a: array(int(''), '') }))).toThrow('no name');
  });
});
