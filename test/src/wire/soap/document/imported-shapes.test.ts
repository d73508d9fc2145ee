import { describe, expect, it } from 'vitest';
import {
  any,
  array,
  bytes,
  int,
  optional,
  type Shape,
  type StructShape,
  string,
  struct,
} from '../../../../../src/operation/shape.js';
import { compileMethod } from '../../../../../src/wire/soap/document/index.js';
import { WireError } from '../../../../../src/wire/wire-error.js';
import { answer, NAMESPACE, read, result } from './answers.js';

const methodOf = (params: StructShape, resultShape: Shape | null = null, wire = {}) =>
  compileMethod({ name: 'Get', namespace: NAMESPACE, params, result: resultShape, wire });

/** What stands in the method's element. */
const sent = (params: StructShape, input: unknown): string =>
  /<Get xmlns="[^"]*">(.*)<\/Get>/s.exec(methodOf(params).encode(input))?.[1] ?? '';

describe('elements in namespaces of their own', () => {
  const inner = struct({ x: int('', { namespace: 'urn:b' }), y: int('') }, '', { namespace: 'urn:a' });

  it('are written where the schema has them', () => {
    expect(sent(struct({ a: inner, b: int('', { namespace: '' }) }), { a: { x: 1, y: 2 }, b: 3 })).toBe(
      '<a xmlns="urn:a"><x xmlns="urn:b">1</x><y>2</y></a><b xmlns="">3</b>',
    );
  });

  it('are read there only', () => {
    const shape = struct({ x: int('', { namespace: 'urn:b' }), y: int('') });
    expect(read(shape, result('<x xmlns="urn:b">1</x><y>2</y>'))).toEqual({ x: 1, y: 2 });
    expect(read(shape, result('<x>1</x><y xmlns="urn:b">2</y>'))).toEqual({ x: null, y: null });
  });

  it('include the items of lists', () => {
    const items = array(int('', { namespace: 'urn:b' }), '', { itemName: 'i' });
    expect(sent(struct({ a: items }), { a: [1] })).toBe('<a><i xmlns="urn:b">1</i></a>');
    expect(read(items, result('<i xmlns="urn:b">1</i><i>2</i>'))).toEqual([1]);
  });
});

describe('lists without an element of their own', () => {
  const shape = struct({ id: int(''), tag: array(string(''), '', { inline: true }) });

  it('repeat the element of the member', () => {
    expect(sent(shape, { id: 1, tag: ['a', 'b'] })).toBe('<id>1</id><tag>a</tag><tag>b</tag>');
    expect(sent(shape, { id: 1, tag: [] })).toBe('<id>1</id>');
  });

  it('are read from among other elements, and are empty where there is none', () => {
    expect(read(shape, result('<tag>a</tag><id>1</id><tag>b</tag>'))).toEqual({ id: 1, tag: ['a', 'b'] });
    expect(read(shape, result('<id>1</id>'))).toEqual({ id: 1, tag: [] });
  });

  it('name the item that does not fit', () => {
    expect(() => sent(struct({ tag: array(int(''), '', { inline: true }) }), { tag: [1, 'x'] })).toThrow(
      'tag[1]: ',
    );
  });

  it('are of each record its own', () => {
    const rows = array(shape, '', { itemName: 'row' });
    expect(read(rows, result('<row><tag>a</tag></row><row><tag>b</tag></row>'))).toEqual([
      { id: null, tag: ['a'] },
      { id: null, tag: ['b'] },
    ]);
  });
});

describe('what is left out', () => {
  it('is said by xsi:nil where the schema demands it', () => {
    const nil = '<a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>';
    const shape = struct({ a: optional(int('', { nil: true })), b: optional(int('')) });
    expect(sent(shape, {})).toBe(nil);
    expect(sent(shape, { a: null })).toBe(nil);
    expect(sent(shape, { a: 1 })).toBe('<a>1</a>');
  });
});

describe('bytes', () => {
  it('travel as base64', () => {
    expect(sent(struct({ a: bytes('') }), { a: new Uint8Array([1, 255]) })).toBe('<a>Af8=</a>');
    expect([...(read(bytes(''), result('A\nf8=')) as Uint8Array)]).toEqual([1, 255]);
    expect(() => read(bytes(''), result('*'))).toThrow('not base64');
  });
});

describe('a value of any shape', () => {
  it('is read by its elements, with several of one name in a list', () => {
    const xml = '<id>1</id><row><a>x</a></row><row><a/></row><none xsi:nil="true"/><row>y</row>';
    expect(read(any(''), result(xml))).toEqual({ id: '1', row: [{ a: 'x' }, { a: '' }, 'y'], none: null });
    expect(read(any(''), result('a &amp; <![CDATA[b]]>'))).toBe('a & b');
  });

  it('is a member like others, and costs no member after it', () => {
    expect(read(struct({ a: any(''), b: int('') }), result('<a><b>9</b></a><b>2</b>'))).toEqual({
      a: { b: '9' },
      b: 2,
    });
  });

  it('has members of any name', () => {
    const value = read(
      any(''),
      result('<__proto__><x>1</x></__proto__><constructor>2</constructor>'),
    ) as object;
    expect(Object.entries(value)).toEqual([
      ['__proto__', { x: '1' }],
      ['constructor', '2'],
    ]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it('that is a DataSet is its tables', () => {
    const diffgram =
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="x"/></xs:schema>' +
      '<d:diffgram xmlns:d="urn:schemas-microsoft-com:xml-diffgram-v1"><Set xmlns=""><T><A>1</A></T><U><B>2</B></U><U><B>3</B></U></Set></d:diffgram>';
    expect(read(any(''), result(diffgram))).toEqual({ T: [{ A: '1' }], U: [{ B: '2' }, { B: '3' }] });
    const empty = '<d:diffgram xmlns:d="urn:schemas-microsoft-com:xml-diffgram-v1"/>';
    expect(read(any(''), result(empty))).toEqual({});
  });

  it('is written as it is read', () => {
    const value = { id: 1, on: true, row: [{ a: 'x & y' }, 'z'], none: null, missing: undefined };
    const xml = sent(struct({ a: any('') }), { a: value });
    expect(xml).toBe('<a><id>1</id><on>true</on><row><a>x &amp; y</a></row><row>z</row></a>');
  });

  it('is refused where XML has no form for it', () => {
    const circle: { a?: unknown } = {};
    circle.a = circle;
    for (const value of [circle, [1], () => 1, { 'a b': 1 }, { 'a><b': 1 }]) {
      expect(() => sent(struct({ a: any('') }), { a: value })).toThrow(WireError);
    }
  });
});

/** Reads an answer whose element is the result itself. */
function wholeAnswer(shape: Shape, content: string): unknown {
  const decoder = methodOf(struct({}), shape, { resultElement: null }).createDecoder();
  decoder.write(answer(content));
  return decoder.end();
}

describe('what a WSDL says of a method', () => {
  it('goes before what ASP.NET makes of its name', () => {
    const method = methodOf(struct({}), int(''), {
      action: 'urn:x#get',
      response: 'GetOut',
      resultElement: 'return',
    });
    expect(method.soapAction).toBe('"urn:x#get"');
    const decoder = method.createDecoder();
    decoder.write(
      answer('').replaceAll('GetResponse', 'GetOut').replace('></GetOut>', '><return>5</return></GetOut>'),
    );
    expect(decoder.end()).toBe(5);
  });

  it('may make all of the answer the result', () => {
    const shape = struct({ GetResult: int(''), total: int('') });
    const decoder = methodOf(struct({}), shape, { resultElement: null }).createDecoder();
    decoder.write(answer('<GetResult>1</GetResult><total>2</total>'));
    expect(decoder.end()).toEqual({ GetResult: 1, total: 2 });
    expect(wholeAnswer(int(''), '7')).toBe(7);
    expect(wholeAnswer(string(''), '')).toBe('');
    expect(() => wholeAnswer(int(''), '')).toThrow('not an answer: no GetResponse');
  });
});
