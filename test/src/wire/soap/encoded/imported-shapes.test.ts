import { describe, expect, it } from 'vitest';
import {
  any,
  array,
  bytes,
  dateTime,
  double,
  int,
  optional,
  type StructShape,
  string,
  struct,
} from '../../../../../src/operation/shape.js';
import {
  compileEncoder,
  compileReader,
  createReplyDecoder,
} from '../../../../../src/wire/soap/encoded/index.js';
import { WireError } from '../../../../../src/wire/wire-error.js';
import { decode, envelope, multiRef, ref, reply } from './replies.js';

const SETTINGS = { namespace: 'urn:call', typeNamespace: 'urn:types', beans: 'inline' } as const;

/** What stands in the method's element. */
const sent = (params: StructShape, input: unknown): string =>
  /<ns1:ask [^>]*>(.*)<\/ns1:ask>/s.exec(compileEncoder('ask', params, SETTINGS)(input as never))?.[1] ?? '';

describe('values that state their types', () => {
  it('state the one that the WSDL has', () => {
    const params = struct({
      a: int('', { wireType: 'xsd:short' }),
      b: double('', { wireType: 'xsd:float' }),
      c: optional(int('', { wireType: 'soapenc:int' })),
      d: optional(int('', { nil: true })),
    });
    expect(sent(params, { a: 1, b: 0.5 })).toBe(
      '<a xsi:type="xsd:short">1</a><b xsi:type="xsd:float">0.5</b>' +
        '<c xsi:type="soapenc:int" xsi:nil="true"/><d xsi:type="xsd:int" xsi:nil="true"/>',
    );
  });

  it('state the namespace of a bean that is in another', () => {
    const bean = (typeNamespace: string) =>
      struct({ x: string('') }, '', { typeName: 'Bean', typeNamespace });
    expect(sent(struct({ b: bean('urn:other') }), { b: { x: '1' } })).toBe(
      '<b xmlns:tns="urn:other" xsi:type="tns:Bean"><x xsi:type="xsd:string">1</x></b>',
    );
    expect(sent(struct({ b: bean('urn:types') }), { b: { x: '1' } })).toContain('<b xsi:type="tns:Bean">');
  });

  it('may be bytes and times', () => {
    const params = struct({ a: bytes(''), b: dateTime(''), c: optional(dateTime('')) });
    expect(sent(params, { a: new Uint8Array([1]), b: '2016-04-06T07:00:00Z' })).toBe(
      '<a xsi:type="xsd:base64Binary">AQ==</a><b xsi:type="xsd:dateTime">2016-04-06T07:00:00Z</b>' +
        '<c xsi:type="xsd:dateTime" xsi:nil="true"/>',
    );
    expect(() => sent(struct({ b: dateTime('') }), { b: 'tomorrow' })).toThrow('b: not a date and time');
    expect(
      decode(
        struct({ a: bytes(''), b: dateTime(''), c: dateTime('') }),
        reply('<r><a>AQ==</a><b> 2016-04-06T07:00:00Z </b><c/></r>'),
      ),
    ).toEqual({
      a: new Uint8Array([1]),
      b: '2016-04-06T07:00:00Z',
      c: null,
    });
  });

  it('are those that they have here where the WSDL has none', () => {
    const params = struct({ a: any('') });
    const of = (value: unknown) => sent(params, { a: value });
    expect(of('x<')).toBe('<a xsi:type="xsd:string">x&lt;</a>');
    expect(of(1)).toBe('<a xsi:type="xsd:int">1</a>');
    expect(of(0.5)).toBe('<a xsi:type="xsd:double">0.5</a>');
    expect(of(2n)).toBe('<a xsi:type="xsd:long">2</a>');
    expect(of(true)).toBe('<a xsi:type="xsd:boolean">true</a>');
    expect(of([1, null])).toBe(
      '<a xsi:type="soapenc:Array" soapenc:arrayType="xsd:anyType[2]"><item xsi:type="xsd:int">1</item><item xsi:nil="true"/></a>',
    );
    const circle: unknown[] = [];
    circle.push(circle);
    for (const value of [{ x: 1 }, circle, () => 1]) expect(() => of(value)).toThrow(WireError);
  });
});

describe('members of an array', () => {
  it('are null where they are nil and may be', () => {
    const xml = reply('<r><i>a</i><i xsi:nil="true"/></r>');
    expect(decode(array(optional(string('')), ''), xml)).toEqual(['a', null]);
    expect(() => decode(array(string(''), ''), xml)).toThrow('[1]: missing');
  });
});

describe('an answer of any shape', () => {
  it('is text, records and lists', () => {
    const xml = reply('<r><a>1</a><b><item>x</item></b><c><d>1</d><d>2</d></c><e xsi:nil="true"/></r>');
    expect(decode(any(''), xml)).toEqual({ a: '1', b: ['x'], c: ['1', '2'], e: null });
  });

  it('is read through references, which cannot make it deeper than it may be', () => {
    expect(decode(array(any(''), ''), reply(`<r>${ref('id0')}</r>`, multiRef('id0', '<a>1</a>')))).toEqual([
      { a: '1' },
    ]);
    const chain = Array.from({ length: 1_000 }, (_, index) => multiRef(`id${index}`, ref(`id${index + 1}`)));
    const deep = envelope(
      `<ns1:askResponse xmlns:ns1="x">${ref('id0', 'r')}</ns1:askResponse>${chain.join('')}${multiRef('id1000', 'x')}`,
    );
    expect(() => decode(any(''), deep)).toThrow('nested too deeply');
  });

  it('may be several values', () => {
    const decoder = createReplyDecoder();
    decoder.write(reply('<a>1</a><b>2</b>'));
    const readWhole = compileReader(struct({ a: int(''), b: int('') }), { whole: true });
    expect(readWhole(decoder.end())).toEqual({ a: 1, b: 2 });
  });

  it('is dropped where it is secret', () => {
    expect(decode(optional(string('', { secret: true })), reply('<r>hidden</r>'))).toBeNull();
  });
});
