import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, type WireLimits } from '../../../../src/wire/limits.js';
import { WireError } from '../../../../src/wire/wire-error.js';
import { SLICE_LENGTH } from '../../../../src/wire/xml/feed.js';
import { createNamespaceReader, createXmlReader } from '../../../../src/wire/xml/reader.js';
import { cutAtRandom, eachUnit } from './chunks.js';

type Event = readonly ['open', string, Record<string, string>] | readonly ['text' | 'close', string];

/** The events of a document, runs of text joined. */
const read = (chunks: readonly string[], limits: WireLimits = DEFAULT_LIMITS): Event[] => {
  const events: Event[] = [];
  const reader = createXmlReader(
    {
      open: (name, attributes) => events.push(['open', name, { ...attributes }]),
      text(piece) {
        const last = events.at(-1);
        if (last?.[0] === 'text') events[events.length - 1] = ['text', last[1] + piece];
        else events.push(['text', piece]);
      },
      close: (name) => events.push(['close', name]),
    },
    limits,
  );
  for (const chunk of chunks) reader.write(chunk);
  reader.end();
  return events;
};

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
