import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, type WireLimits } from '../../../../src/wire/limits.js';
import { WireError } from '../../../../src/wire/wire-error.js';
import { createXmlReader } from '../../../../src/wire/xml/reader.js';
import { readEvents as read } from './events.js';

describe('the limits of the XML reader', () => {
  const limits = (changed: Partial<WireLimits>): WireLimits => ({ ...DEFAULT_LIMITS, ...changed });

  it('hold the depth', () => {
    expect(read(['<a><b><c/></b></a>'], limits({ maxDepth: 3 }))).toHaveLength(6);
    expect(() => read(['<a><b><c/></b></a>'], limits({ maxDepth: 2 }))).toThrow(
      new WireError('elements nested too deeply', 10),
    );
  });

  it('hold the number of elements', () => {
    expect(read(['<a><b/><c/></a>'], limits({ maxElements: 3 }))).toHaveLength(6);
    expect(() => read(['<a><b/><c/></a>'], limits({ maxElements: 2 }))).toThrow('too many elements');
  });

  it('hold the length of one text, its pieces taken together', () => {
    const xml = '<a>12<![CDATA[34]]><!-- -->5<b>678</b>9012</a>';
    expect(read([xml], limits({ maxTextLength: 5 })).length).toBeGreaterThan(0);
    expect(() => read([xml], limits({ maxTextLength: 4 }))).toThrow('a text that is too long');
  });

  const discard = { open: () => {}, text: () => {}, close: () => {} };
  const MIB = 1024 * 1024;

  /** Units that a reader takes of `unit` over and over, behind `head`, before it refuses. */
  const takenOf = (head: string, unit: string, most: number, message: string): number => {
    const reader = createXmlReader(discard, limits({ maxTextLength: MIB }));
    reader.write(head);
    const chunk = unit.repeat(Math.ceil(10_000 / unit.length));
    let taken = 0;
    expect(() => {
      for (; taken < most; taken += chunk.length) reader.write(chunk);
    }).toThrow(message);
    return taken;
  };

  it.each([
    ['a name', '<a><', 'b'],
    ['the name of an attribute', '<a ', 'b'],
    ['the value of an attribute', '<a b="', 'c>&amp;'],
    ['white space in a tag', '<a ', ' \n'],
    ['a closing tag', '<a></a', ' '],
    ['the target of an instruction', '<?', 'b'],
    ['an XML declaration', '<?xml version="', '1'],
    ['a tag behind much else', `<a>${'b'.repeat(2 * MIB - 1)}<`.replace(/b{2}/g, '<b/>'), 'c'],
  ])('end a tag that does not end by itself: %s', (_id, head, unit) => {
    const taken = takenOf(head, unit, 4 * MIB, 'markup that is too long');
    expect(taken).toBeGreaterThan(MIB - 10_000);
    expect(taken).toBeLessThan(1.2 * MIB);
  });

  it('leave room for a long attribute', () => {
    const value = 'b'.repeat(MIB - 100);
    const [open] = read([`<a b="${value}"/>`]);
    expect(open).toEqual(['open', 'a', { b: value }]);
  });

  it.each([
    ['text', '<a>', 'b'],
    ['text full of references', '<a>', '&lt;bcd'],
    ['CDATA', '<a><![CDATA[', 'b]]'],
    ['CDATA full of what looks like tags', '<a><![CDATA[', '<b>'],
    ['text between comments', '<a>', 'bcdefghijklmno<!---->'],
  ])('end a text before its end has come: %s', (_id, head, unit) => {
    expect(takenOf(head, unit, 4 * MIB, 'a text that is too long')).toBeLessThan(2.5 * MIB);
  });

  it.each([
    ['a comment', '<!--', ' - &', '-->'],
    ['an instruction', '<?b ', ' ? & >', '?>'],
    ['white space around the root', ' ', ' \r\n', ' '],
  ])('do not concern %s of any length', (_id, head, unit, tail) => {
    const reader = createXmlReader(discard, limits({ maxTextLength: 1 }));
    for (const place of ['', '<a>', '</a>']) {
      reader.write(place);
      if (place === '<a>' && unit.trim() === '') continue;
      reader.write(head);
      for (let round = 0; round < 20; round += 1) reader.write(unit.repeat(20_000));
      reader.write(tail);
    }
    reader.end();
    expect(reader.repairs).toBe(0);
  });

  it('hold the number of attributes', () => {
    const attributes = (count: number) =>
      Array.from({ length: count }, (_, index) => `a${index}="1"`).join(' ');
    expect(read([`<a ${attributes(256)}><b ${attributes(256)}/></a>`])).toHaveLength(4);
    expect(() => read([`<a ${attributes(257)}`])).toThrow('too many attributes in one element');
  });

  it('end a document of a million nested elements at the first that is too deep', () => {
    let opened = 0;
    const reader = createXmlReader({
      open: () => {
        opened += 1;
      },
      text: () => {},
      close: () => {},
    });
    expect(() => reader.write('<a>'.repeat(1_000_000))).toThrow('elements nested too deeply');
    expect(opened).toBe(DEFAULT_LIMITS.maxDepth);
  });
});
