import { describe, expect, it } from 'vitest';
import { int, key, optional, string, struct } from '../../../../../src/operation/shape.js';
import { compileMethod } from '../../../../../src/wire/soap/document/index.js';

const NAMESPACE = 'urn:panel';
const record = struct(
  {
    Id: key(int('Number.')),
    Name: optional(string('Name.')),
    Note: optional(string('Remarks.')),
    Password: optional(string('Password.', { secret: true })),
  },
  '',
  { open: true },
);
const get = compileMethod({
  name: 'Get',
  namespace: NAMESPACE,
  params: struct({}),
  result: optional(record),
});
const put = compileMethod({
  name: 'Put',
  namespace: NAMESPACE,
  params: struct({ record }),
  result: int('0.'),
});

const read = (content: string): Readonly<Record<string, unknown>> => {
  const decoder = get.createDecoder();
  decoder.write(
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:t="urn:types"><s:Body>` +
      `<GetResponse xmlns="${NAMESPACE}"><GetResult>${content}</GetResult></GetResponse></s:Body></s:Envelope>`,
  );
  // The result is a record.
  return decoder.end() as Readonly<Record<string, unknown>>;
};
const written = (values: Readonly<Record<string, unknown>>): string =>
  /<record>(.*)<\/record>/s.exec(put.encode({ record: values }))?.[1] ?? '';

describe('a record that is read, changed in part and written back', () => {
  it('keeps what its shape does not name, each in its place', () => {
    const content =
      '<First>1</First><Id>7</Id><Between> a &amp; b </Between><Name>old</Name><Vlans><Vlan><Id>3</Id></Vlan></Vlans><Last></Last>';
    expect(written(read(content))).toBe(content);
    expect(written({ ...read(content), Name: 'new' })).toBe(content.replace('old', 'new'));
  });

  it('puts a member that was not there between its neighbours', () => {
    const content = '<Id>7</Id><X>1</X><Name>n</Name><Y>2</Y>';
    expect(written({ ...read(content), Note: 'new' })).toBe(
      '<Id>7</Id><X>1</X><Name>n</Name><Y>2</Y><Note>new</Note>',
    );
    expect(written({ ...read(content), Name: null })).toBe('<Id>7</Id><X>1</X><Y>2</Y>');
  });

  it('keeps several members of one name together', () => {
    expect(written(read('<Id>7</Id><X>1</X><Name>n</Name><X>2</X>'))).toBe(
      '<Id>7</Id><X>1</X><X>2</X><Name>n</Name>',
    );
  });

  it('keeps attributes, other namespaces and names of types, by prefixes of its own', () => {
    const answer = '<Id>7</Id><X xsi:nil="true" a="&lt;"/><Y xsi:type="t:Special"><t:Z>1</t:Z></Y>';
    expect(written(read(answer))).toBe(
      '<Id>7</Id><X xmlns:n0="http://www.w3.org/2001/XMLSchema-instance" n0:nil="true" a="&lt;"></X>' +
        '<Y xmlns:n0="http://www.w3.org/2001/XMLSchema-instance" xmlns:n0t="urn:types" n0:type="n0t:Special"><Z xmlns="urn:types">1</Z></Y>',
    );
  });

  it('drops secrets, members of other namespaces and text between the members', () => {
    expect(written(read('<Password>S3cret</Password><Id>7</Id> text <t:Other>1</t:Other>'))).toBe(
      '<Id>7</Id>',
    );
  });

  it('takes members of hostile names for members like others', () => {
    const content = '<__proto__>1</__proto__><Id>7</Id><constructor>2</constructor>';
    const values = read(content);
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
    expect(written(values)).toBe(content);
    expect(written({ ...values })).toBe(content);
  });

  it('writes no markup that a caller made up', () => {
    expect(written({ Id: 7, Other: { xml: '<Evil/>', after: 'Id' }, Name: '<Evil/>' })).toBe(
      '<Id>7</Id><Name>&lt;Evil/&gt;</Name>',
    );
  });
});

describe('a record that may come as a bare number', () => {
  const add = compileMethod({
    name: 'Get',
    namespace: NAMESPACE,
    params: struct({}),
    result: struct({ Result: key(int('Number.')), Rest: optional(string('More.')) }, '', { bare: 'Result' }),
  });
  const answer = (content: string): unknown => {
    const decoder = add.createDecoder();
    decoder.write(
      `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><GetResponse xmlns="${NAMESPACE}"><GetResult>${content}</GetResult></GetResponse></s:Body></s:Envelope>`,
    );
    return decoder.end();
  };

  it.each([
    ['17', { Result: 17, Rest: null }],
    [' -305\n', { Result: -305, Rest: null }],
    ['<Result>17</Result>', { Result: 17, Rest: null }],
    ['\n<Result>17</Result>\n<Rest>x</Rest>', { Result: 17, Rest: 'x' }],
  ])('is read from %j', (content, expected) => {
    expect(answer(content)).toEqual(expected);
  });

  it.each(['', 'seventeen', '<Other>1</Other>'])('is refused without one: %j', (content) => {
    expect(() => answer(content)).toThrow(/Result: (?:missing|not a 32-bit integer)/);
  });
});
