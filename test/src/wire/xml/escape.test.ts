import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WireError } from '../../../../src/wire/wire-error.js';
import { escapeAttribute, escapeText } from '../../../../src/wire/xml/escape.js';
import { createXmlReader } from '../../../../src/wire/xml/reader.js';
import { recordOf } from './events.js';

const read = (xml: string): { text: string; attribute: string | undefined } => {
  let text = '';
  let attribute: string | undefined;
  const reader = createXmlReader({
    open: (_name, attributes) => {
      attribute = recordOf(attributes).b;
    },
    text: (piece) => {
      text += piece;
    },
    close: () => {},
  });
  reader.write(xml);
  reader.end();
  expect(reader.repairs).toBe(0);
  return { text, attribute };
};

/** Strings full of what XML treats in its own way. */
const carriable = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '&',
        '<',
        '>',
        '"',
        "'",
        ']]>',
        '\r',
        '\n',
        '\r\n',
        '\t',
        '  ',
        '&amp;',
        '&#0;',
        '<!--',
        '😀',
        '\u0085',
      ),
      fc.string(),
      fc.string({ unit: 'grapheme' }),
    ),
  )
  .map((parts) => parts.join(''))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the characters that XML cannot carry
  .filter((text) => !/[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/u.test(text));

describe('escaping', () => {
  it.each([
    ['plain text', 'Web and mail', 'Web and mail'],
    ['text beyond Latin-1 and beyond 16 bits', 'ĞŁ😀', 'ĞŁ😀'],
    ['ampersands and brackets', 'a & b < c > d', 'a &amp; b &lt; c &gt; d'],
    ['the end of a CDATA section', ']]>', ']]&gt;'],
    ['quotes', `"'`, `"'`],
    ['a reference that is text', '&amp;', '&amp;amp;'],
    ['line ends', 'a\r\nb\nc\td', 'a&#13;\nb\nc\td'],
  ])('of text keeps or escapes %s', (_id, value, expected) => {
    expect(escapeText(value)).toBe(expected);
  });

  it.each([
    ['quotes', `"'`, `&quot;'`],
    ['white space', 'a\r\n\tb ', 'a&#13;&#10;&#9;b '],
    ['brackets', '<&>', '&lt;&amp;&gt;'],
  ])('of attributes escapes %s', (_id, value, expected) => {
    expect(escapeAttribute(value)).toBe(expected);
  });

  it.each([
    '\0',
    'a\u001fb',
    '\u000b',
    '\u000c',
    '\ufffe',
    '\uffff',
    '\ud800',
    '\udc00',
    '\udc00\ud800',
    'a\ud83d',
  ])('refuses %j and does not quote it', (value) => {
    const message = 'a character that XML 1.0 cannot carry';
    expect(() => escapeText(value)).toThrow(new WireError(message));
    expect(() => escapeAttribute(value)).toThrow(new WireError(message));
  });

  it('gives a reader back exactly what it was given', () => {
    fc.assert(
      fc.property(carriable, (value) => {
        const { text, attribute } = read(`<a b="${escapeAttribute(value)}">${escapeText(value)}</a>`);
        expect(text).toBe(value);
        expect(attribute).toBe(value);
      }),
    );
  });
});
