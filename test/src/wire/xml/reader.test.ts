import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WireError } from '../../../../src/wire/wire-error.js';
import { createXmlReader } from '../../../../src/wire/xml/reader.js';
import { cutAtRandom, eachUnit } from './chunks.js';
import { readEvents as read } from './events.js';

/** What the repairer and the parser may have to look at in one go. */
const SLICE_LENGTH = 256 * 1024;

const textOf = (xml: string): string =>
  read([xml])
    .filter(([kind]) => kind === 'text')
    .map(([, text]) => text)
    .join('|');

describe('the XML reader', () => {
  it('tells of elements, attributes and text in the order of the document', () => {
    expect(read(['<?xml version="1.0"?><!-- x --><a b="c" x:d=\'\'> e<f/>g</a>\n<!-- y -->'])).toEqual([
      ['open', 'a', { b: 'c', 'x:d': '' }],
      ['text', ' e'],
      ['open', 'f', {}],
      ['close', 'f'],
      ['text', 'g'],
      ['close', 'a'],
    ]);
  });

  it.each([
    ['blanks and line ends', '<a>  b \n\t c  </a>', '  b \n\t c  '],
    ['CDATA like text', '<a>b<![CDATA[<&c]]]>d</a>', 'b<&c]d'],
    ['an empty CDATA section', '<a>b<![CDATA[]]>c</a>', 'bc'],
    ['text around a comment and an instruction', '<a>b<!-- x -->c<?x y?>d</a>', 'bcd'],
    ['references', '<a>&lt;&#65;&#x1F600;&amp;amp;</a>', '<A😀&amp;'],
    ['references to both halves of a character', '<a>&#xD83D;&#xDE00;&#55357;&#56832;</a>', '😀😀'],
    ['CR LF and CR as LF', '<a>b\r\nc\rd</a>', 'b\nc\nd'],
    ['CR LF in CDATA as LF', '<a><![CDATA[b\r\nc]]></a>', 'b\nc'],
    ['a CR that is written as a reference', '<a>b&#13;&#10;c</a>', 'b\r\nc'],
    ['what was mended', '<a>AT&T \u0001</a>', 'AT&T \ufffd'],
    ['a first byte-order mark by dropping it', '\ufeff<a>b</a>', 'b'],
    ['a no-break space', '<a>\u00a0b\u00a0</a>', '\u00a0b\u00a0'],
  ])('delivers %s', (_id, xml, text) => {
    expect(textOf(xml)).toBe(text);
    expect(read(eachUnit(xml))).toEqual(read([xml]));
  });

  it('reads a document that says it is XML 1.1 by the rules of 1.0', () => {
    expect(textOf('<?xml version="1.1"?><a>b\u0085c\u2028&#x7f;</a>')).toBe('b\u0085c\u2028\u007f');
  });

  it('gives an element the attributes of its own names only', () => {
    const [open] = read(['<a constructor="1" __proto__="2"/>']);
    expect(open).toEqual([
      'open',
      'a',
      Object.fromEntries([
        ['constructor', '1'],
        ['__proto__', '2'],
      ]),
    ]);
  });

  it('tells the same however the document is cut', () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-8"?><!-- a & b --><r x="1&2" y="&#13;">a&lt;😀 &nbsp; ]] <![CDATA[]] ]]]>b\r\nc<e/><f>\0</f></r> ';
    const whole = read([xml]);
    expect(read(eachUnit(xml))).toEqual(whole);
    fc.assert(
      fc.property(cutAtRandom(xml), (chunks) => {
        expect(read(chunks)).toEqual(whole);
      }),
    );
  });

  it('tells a long text in pieces that together are the same, whatever they end in', () => {
    const units = fc.constantFrom(
      ...['b', ']', ']]', '>', '\r', '\n', '\r\n', '😀', '&lt;', '&', '<![CDATA[]]]]>', '<!-- -->'],
    );
    const scrap = fc.array(units, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
    const meaning = (xml: string): string =>
      xml
        .replaceAll(/\r\n?/g, '\n')
        .replaceAll('<![CDATA[]]]]>', ']]')
        .replaceAll('<!-- -->', '')
        .replaceAll('&lt;', '<');
    // Of the second slice the text before the cut is told, wherever in the scrap that is.
    const length = 2 * SLICE_LENGTH - '<a>'.length;
    fc.assert(
      fc.property(scrap, fc.nat(12), (end, cut) => {
        const xml = 'x'.repeat(length - Math.min(cut, end.length)) + end;
        if (xml.replaceAll(/<!\[CDATA\[\]{4}>|<!-- -->/g, '|').includes(']]>')) {
          expect(() => textOf(`<a>${xml}</a>`)).toThrow('"]]>"');
        } else {
          expect(textOf(`<a>${xml}</a>`)).toBe(meaning(xml));
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n'],
    ['only a declaration', '<?xml version="1.0"?>'],
    ['text', 'upstream timed out'],
    ['text before the root', 'x<a/>'],
    ['text after the root', '<a/>x'],
    ['CDATA after the root', '<a/><![CDATA[x]]>'],
    ['an ampersand after the root', '<a/>&'],
    ['two roots', '<a/><b/>'],
    ['a root that stays open', '<a>'],
    ['a tag that stays open', '<a><b'],
    ['an attribute that stays open', '<a b="'],
    ['a comment that stays open', '<a><!-- '],
    ['a CDATA section that stays open', '<a><![CDATA[ ]]'],
    ['an instruction that stays open', '<a><?b'],
    ['a reference that stays open', '<a>&am'],
    ['a document that ends in <', '<a/><'],
    ['crossed tags', '<a><b></a></b>'],
    ['a closing tag without an opening one', '</a>'],
    ['an attribute that comes twice', '<a b="1" b="2"/>'],
    ['an attribute without quotes', '<a b=c/>'],
    ['an attribute without a value', '<a b/>'],
    ['an attribute with <', '<a b="<"/>'],
    ['the end of a CDATA section in text', '<a>]]></a>'],
    ['two dashes in a comment', '<a><!-- -- --></a>'],
    ['a comment that ends in three dashes', '<a><!-- ---></a>'],
    ['a comment in a tag', '<a <!-- --> b="c"/>'],
    ['a comment in an attribute', '<a b="<!-- -->"/>'],
    ['an instruction without a target', '<a><? b?></a>'],
    ['an instruction whose target is no name', '<a><?1 b?></a>'],
    ['an instruction that is called xml in capitals', '<a><?XML b?></a>'],
    ['an XML declaration without a version', '<?xml encoding="UTF-8"?><a/>'],
    ['an XML declaration behind a comment', '<!-- --><?xml version="1.0"?><a/>'],
    ['an XML declaration that stays open', '<?xml version="1.0"'],
    ['a tag name that begins with a digit', '<1/>'],
    ['a late XML declaration', '<a/><?xml version="1.0"?>'],
    ['80 KB of <', '<'.repeat(80_000)],
  ])('refuses %s', (_id, xml) => {
    expect(() => read([xml])).toThrow(WireError);
    expect(() => read(eachUnit(xml))).toThrow(WireError);
  });

  it.each([
    ['an internal subset', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    [
      'a billion laughs',
      '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l>&b;</l>',
    ],
    ['an external entity', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'],
    ['one that never ends', `<!DOCTYPE a [${' '.repeat(10_000)}`],
    ['an HTML page', '<!doctype html><html></html>'],
  ])('refuses a document type before anything is read of it: %s', (_id, xml) => {
    const seen = xml.slice(0, xml.indexOf('<!') + 3);
    const reader = createXmlReader({ open: () => {}, text: () => {}, close: () => {} });
    expect(() => reader.write(seen)).toThrow(new WireError('a document type declaration', xml.indexOf('<!')));
    expect(() => read([xml])).toThrow(WireError);
  });

  it.each([
    ['<s3cret>', 'not well-formed XML: unclosed tag'],
    ['<s3cret></t>', 'not well-formed XML: unexpected close tag'],
    ['<a></s3cret></a>', 'not well-formed XML: unexpected close tag'],
    ['<a s3cret="1" s3cret="2"/>', 'not well-formed XML: duplicate attribute'],
    ['<a>s3cret]]></a>', 'not well-formed XML: the string "]]>" is disallowed in char data'],
    ['s3cret', 'not well-formed XML: text data outside of root node'],
  ])('says what is wrong with %j and quotes nothing of it', (xml, message) => {
    let caught: unknown;
    try {
      read([xml]);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(WireError);
    // The cause belongs to the chain that is logged, so it must be as silent as the error.
    for (let error = caught; error instanceof Error; error = error.cause) {
      expect(error.message).not.toContain('s3cret');
      expect(error.stack).not.toContain('s3cret');
    }
    expect((caught as WireError).message).toContain(message);
  });

  it('says where in the source an error is, repairs or not', () => {
    const offsetOf = (xml: string): number | undefined => {
      try {
        read([xml]);
      } catch (error) {
        if (error instanceof WireError) return error.offset;
      }
      return undefined;
    };
    expect(offsetOf('<a>b</c>')).toBe(8);
    expect(offsetOf('<a>&&&</c>')).toBe(10);
    expect(offsetOf('<a>&#0;</c>')).toBe(11);
    expect(offsetOf('<a><!-- & --></c>')).toBe(17);
    expect(offsetOf('<a><?b & ?>&</c>')).toBe(16);
    expect(offsetOf(`<a>${'b'.repeat(300_000)}</c>`)).toBe(300_007);
    expect(offsetOf(`<a><![CDATA[${'b'.repeat(300_000)}]]></c>`)).toBe(300_019);
  });

  it('repeats its first error', () => {
    const reader = createXmlReader({ open: () => {}, text: () => {}, close: () => {} });
    expect(() => reader.write('<a></b>')).toThrow(WireError);
    expect(() => reader.write('<c/>')).toThrow('unexpected close tag');
    expect(() => reader.end()).toThrow('unexpected close tag');
  });

  it('is used up at its end', () => {
    const reader = createXmlReader({ open: () => {}, text: () => {}, close: () => {} });
    reader.write('<a/>');
    reader.end();
    expect(() => reader.write('<b/>')).toThrow('the XML reader has ended');
  });

  it('counts what it mends', () => {
    const reader = createXmlReader({ open: () => {}, text: () => {}, close: () => {} });
    reader.write('<a>&&');
    reader.write('\0</a>');
    reader.end();
    expect(reader.repairs).toBe(3);
  });
});
