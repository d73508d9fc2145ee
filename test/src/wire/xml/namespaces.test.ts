import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../../src/wire/limits.js';
import { WireError } from '../../../../src/wire/wire-error.js';
import { createNamespaceReader } from '../../../../src/wire/xml/reader.js';
import { eachUnit } from './chunks.js';

describe('the XML reader with namespaces', () => {
  const ENVELOPE =
    '<s:Envelope xmlns:s="urn:soap" xmlns="urn:default"><Body s:actor="x" plain="y" xmlns:t="urn:types">' +
    '<item xsi:type="t:int" xmlns:xsi="urn:xsi"/></Body></s:Envelope>';

  const readNames = (chunks: readonly string[]): string[] => {
    const names: string[] = [];
    const reader = createNamespaceReader({
      open({ local, uri, attributes }) {
        names.push(`${local} in ${uri}`);
        for (const [name, attribute] of Object.entries(attributes)) {
          names.push(`${name}: ${attribute.local} in ${attribute.uri} = ${attribute.value}`);
        }
        names.push(`t is ${reader.resolve('t')}, default is ${reader.resolve('')}`);
      },
      text: () => {},
      close: ({ local }) => names.push(`/${local}`),
    });
    for (const chunk of chunks) reader.write(chunk);
    reader.end();
    return names;
  };

  it('tells namespaces of elements and attributes, and resolves prefixes', () => {
    const xmlns = 'http://www.w3.org/2000/xmlns/';
    expect(readNames([ENVELOPE])).toEqual([
      'Envelope in urn:soap',
      `xmlns:s: s in ${xmlns} = urn:soap`,
      `xmlns: xmlns in ${xmlns} = urn:default`,
      't is undefined, default is urn:default',
      'Body in urn:default',
      's:actor: actor in urn:soap = x',
      'plain: plain in  = y',
      `xmlns:t: t in ${xmlns} = urn:types`,
      't is urn:types, default is urn:default',
      'item in urn:default',
      'xsi:type: type in urn:xsi = t:int',
      `xmlns:xsi: xsi in ${xmlns} = urn:xsi`,
      't is urn:types, default is urn:default',
      '/item',
      '/Body',
      '/Envelope',
    ]);
    expect(readNames(eachUnit(ENVELOPE))).toEqual(readNames([ENVELOPE]));
  });

  it.each([
    ['an unbound prefix', '<a:b/>'],
    ['an unbound prefix of an attribute', '<b a:c=""/>'],
    ['a name of two colons', '<a:b:c xmlns:a="urn:a"/>'],
    ['one attribute under two prefixes', '<a xmlns:b="u" xmlns:c="u" b:x="" c:x=""/>'],
    ['a document type', '<!DOCTYPE a><a/>'],
  ])('refuses %s', (_id, xml) => {
    expect(() => readNames([xml])).toThrow(WireError);
  });

  it('holds the same limits', () => {
    const handlers = { open: () => {}, text: () => {}, close: () => {} };
    const limits = { ...DEFAULT_LIMITS, maxDepth: 2, maxTextLength: 3 };
    expect(() => createNamespaceReader(handlers, limits).write('<a><b><c>')).toThrow('nested too deeply');
    expect(() => createNamespaceReader(handlers, limits).write('<a>1234<b>')).toThrow('too long');
  });
});
