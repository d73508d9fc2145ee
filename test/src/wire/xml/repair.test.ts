import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WireError } from '../../../../src/wire/wire-error.js';
import { XmlRepairer } from '../../../../src/wire/xml/repair.js';
import { cutAtRandom, eachUnit } from './chunks.js';

const repair = (chunks: readonly string[], maxRepairs = 1000) => {
  const repairer = new XmlRepairer(maxRepairs);
  let text = '';
  for (const chunk of chunks) text += repairer.write(chunk);
  return { text: text + repairer.end(), count: repairer.count };
};

describe('repair', () => {
  it.each([
    ['nothing', '', '', 0],
    ['clean text', '<a b="c">d</a>', '<a b="c">d</a>', 0],
    ['predefined entities', '&amp;&lt;&gt;&quot;&apos;', '&amp;&lt;&gt;&quot;&apos;', 0],
    [
      'references to legal characters',
      '&#65;&#x1F600;&#13;&#0000000065;',
      '&#65;&#x1F600;&#13;&#0000000065;',
      0,
    ],
    ['a CDATA section', '<![CDATA[AT&T ]] &#0;]]>', '<![CDATA[AT&T ]] &#0;]]>', 0],
    ['halves in a CDATA section', '<![CDATA[&#xD83D;&#xDE00;]]>', '<![CDATA[&#xD83D;&#xDE00;]]>', 0],
    ['an XML declaration', '<?xml version="1.0" a="&"?>', '<?xml version="1.0" a="&"?>', 0],
    ['exclamation and question marks in text', 'a! b? <c>!?</c>', 'a! b? <c>!?</c>', 0],
    ['an emoji', '😀', '😀', 0],
    ['U+007F and U+0085, which XML 1.0 allows', '\u007f\u0085', '\u007f\u0085', 0],
  ])('leaves %s alone', (_id, source, expected, count) => {
    expect(repair([source])).toEqual({ text: expected, count });
  });

  it.each([
    ['an ampersand in a word', 'AT&T', 'AT&amp;T', 1],
    ['an ampersand between blanks', 'a & b', 'a &amp; b', 1],
    ['ampersands of a query', '?x=1&y=2&amp=3', '?x=1&amp;y=2&amp;amp=3', 2],
    ['an unknown entity', '&nbsp;', '&amp;nbsp;', 1],
    ['an entity in capitals', '&AMP;', '&amp;AMP;', 1],
    ['an ampersand before a tag', 'a&<b/>', 'a&amp;<b/>', 1],
    ['two ampersands in a row', '&&amp;', '&amp;&amp;', 1],
    ['an empty reference', '&;&#;&#x;', '&amp;;&amp;#;&amp;#x;', 3],
    ['a reference with a capital X', '&#X41;', '&amp;#X41;', 1],
    ['an ampersand in an attribute', '<a b="?c=1&d=2"/>', '<a b="?c=1&amp;d=2"/>', 1],
    ['ampersands around a comment', '&<!-- & -->&', '&amp;<!---->&', 1],
    ['ampersands after a section that looks nested', '<![CDATA[<!-- & ]]>& ', '<![CDATA[<!-- & ]]>&amp; ', 1],
    [
      'controls, also in CDATA and comments',
      'a\0<![CDATA[\u0008]]><!--\u001f-->',
      'a\ufffd<![CDATA[\ufffd]]><!---->',
      3,
    ],
    ['noncharacters and lone surrogates', '\ufffe \uffff \ud800 \udc00 ', '\ufffd \ufffd \ufffd \ufffd ', 4],
    [
      'references to what XML forbids',
      '&#0;&#x1f;&#xD800;&#xFFFE;&#1114112;',
      '\ufffd\ufffd\ufffd\ufffd\ufffd',
      5,
    ],
    ['a character in two references', '&#xD83D;&#xDE00;', '😀', 1],
    ['a character in two decimal references', '&#55357;&#56832;', '😀', 1],
    ['a character in references of both kinds', '&#xd83d;&#56832;!&#055357;&#x0DE00;', '😀!😀', 2],
    ['first halves without a second one', '&#xD83D;&#xD83D;&#xDE00;&#xD83D;', '\ufffd😀\ufffd', 3],
    ['second halves without a first one', '&#xDE00;&#xDE00;&#xD83D;', '\ufffd\ufffd\ufffd', 3],
    ['halves with something between them', '&#xD83D; &#xDE00;', '\ufffd \ufffd', 2],
    ['a half before other references', '&#xD83D;&amp;&#xD83D;&#65;', '\ufffd&amp;\ufffd&#65;', 2],
    ['a half before an ampersand and the end', '&#xD83D;&x&#xD83D;', '\ufffd&amp;x\ufffd', 3],
    ['a half as a reference, the other as itself', '&#xD83D;\ude00 ', '\ufffd\ufffd ', 2],
    ['references to the halves of a character', '&#xD83D;&#56832;&#xD83D;', '😀\ufffd', 2],
    ['a reference of far too many digits', `&#${'9'.repeat(100)};`, `&amp;#${'9'.repeat(100)};`, 1],
  ])('mends %s', (_id, source, expected, count) => {
    expect(repair([source])).toEqual({ text: expected, count });
  });

  it.each([
    ['a comment', '<!-- AT&T <b> &nbsp; - -->', '<!---->'],
    ['an empty comment', '<!----><!-- -->', '<!----><!---->'],
    ['a comment that never ends', '<a><!-- - ->', '<a><!--'],
    ['a processing instruction, but for its target', '<?php a & b ? > ?>', '<?php?>'],
    ['a processing instruction without any', '<?php?>', '<?php?>'],
    [
      'one whose target begins like that of the declaration',
      '<?xml-stylesheet href="&"?>',
      '<?xml-stylesheet?>',
    ],
    ['one that never ends', '<a/><?b c', '<a/><?b'],
  ])('passes on the marks of %s, and nothing inside', (_id, source, expected) => {
    expect(repair([source])).toEqual({ text: expected, count: 0 });
    expect(repair(eachUnit(source))).toEqual({ text: expected, count: 0 });
  });

  it('passes on what makes a comment malformed, for the parser to refuse', () => {
    expect(repair(['<!-- a -- b --><!-- c --->'])).toEqual({ text: '<!---- --><!-----', count: 0 });
  });

  it.each([
    ['a reference', 'a&am', 'a'],
    ['the first half of a character', 'a\ud83d', 'a'],
    ['a line end', 'a\r', 'a'],
    ['what may be the end of CDATA, in text', 'a]]]', 'a]'],
    ['what may be the end of CDATA, in it', '<![CDATA[a]]', '<![CDATA[a'],
    ['what may open a section', 'a<![CDA', 'a'],
  ])('does not end a piece inside %s', (_id, chunk, piece) => {
    expect(new XmlRepairer(0).write(chunk)).toBe(piece);
  });

  it('does the same however its input is cut', () => {
    const parts = fc.constantFrom(
      ...[
        '&',
        'amp;',
        '&lt;',
        '&nbsp;',
        '&#',
        '&#x',
        '&#xD83D;',
        '&#56832;',
        '&#xD8',
        '0;',
        '65;',
        ';',
        '<a>',
        '<',
        '<!--',
        '-->',
        '--',
        '<![CDATA[',
        ']]>',
        ']',
        '<?',
        '?>',
        '?',
        '\0',
        '\ud83d',
        '\ude00',
        '😀',
        'x',
        '! ',
      ],
    );
    const source = fc.array(parts, { maxLength: 20 }).map((pieces) => pieces.join(''));
    const outcome = (chunks: readonly string[]) => {
      try {
        return repair(chunks);
      } catch (error) {
        return error instanceof WireError ? { message: error.message } : error;
      }
    };
    fc.assert(
      fc.property(
        source.chain((text) => fc.tuple(fc.constant(text), cutAtRandom(text))),
        ([text, chunks]) => {
          const whole = outcome([text]);
          expect(outcome(eachUnit(text))).toEqual(whole);
          expect(outcome(chunks)).toEqual(whole);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('stops at one repair too many and says where', () => {
    expect(repair(['&a&b '], 2).count).toBe(2);
    expect(() => repair(['&a&b &c '], 2)).toThrow(
      new WireError('more characters that XML forbids than are mended', 5),
    );
    expect(() => repair(['a', '\0'], 0)).toThrow(
      new WireError('more characters that XML forbids than are mended', 1),
    );
  });

  it('does not look at the rest of a megabyte of ampersands', () => {
    const repairer = new XmlRepairer(100);
    expect(() => repairer.write('&'.repeat(1_000_000))).toThrow(WireError);
    expect(repairer.count).toBe(100);
  });

  it.each([
    ['<!DOCTYPE', '<!DOCTYPE'],
    ['<!doctype html>', '<!doctype html>'],
    ['<!E', '<!ENTITY'],
    ['<! ', '<! x'],
    ['<!-a', '<!-a'],
    ['<![IGNORE[', '<![IGNORE['],
  ])('refuses a declaration at its first character that is no comment: %s', (_id, source) => {
    const expected = new WireError('a document type declaration', 4);
    expect(() => repair([`<a/>${source}`])).toThrow(expected);
    expect(() => repair(eachUnit(`<a/>${source}`))).toThrow(expected);
  });

  it('counts a character in two references as one repair', () => {
    expect(repair(['<a>&#xD83D;&#xDE00;</a>'], 1).count).toBe(1);
    expect(() => repair(['<a>&#xD83D;&#xDE00;&#xD83D;</a>'], 1)).toThrow(
      new WireError('more characters that XML forbids than are mended', 19),
    );
  });

  it('holds back no more than a pair of references', () => {
    const repairer = new XmlRepairer(10);
    expect(repairer.write('a&#xD83D;')).toBe('a');
    expect(repairer.write('&#x')).toBe('');
    expect(repairer.write('DE0')).toBe('');
    expect(repairer.write('0;b')).toBe('😀b');
    expect(repairer.write('&#xD83D;')).toBe('');
    expect(repairer.write('</c>')).toBe('\ufffd</c>');
  });

  it('maps offsets behind its repairs, and behind what it leaves out, back to the source', () => {
    const source = 'ab&c &#0;d<!-- & -->e\0f&amp;g<?h & ?>i&j ';
    const repairer = new XmlRepairer(10);
    const text = repairer.write(source);
    for (const letter of 'bcdefghij') {
      expect(repairer.toSourceOffset(text.lastIndexOf(letter))).toBe(source.lastIndexOf(letter));
    }
  });

  it('maps offsets in each piece while it is the last', () => {
    const source = `a&b${'<!-- c -->'.repeat(100)}d&&e`;
    const repairer = new XmlRepairer(10);
    let emitted = 0;
    for (const unit of eachUnit(source)) {
      const piece = repairer.write(unit);
      for (const letter of 'bde') {
        const at = piece.indexOf(letter);
        if (at !== -1) expect(repairer.toSourceOffset(emitted + at)).toBe(source.lastIndexOf(letter));
      }
      emitted += piece.length;
    }
    expect(emitted).toBeGreaterThan(700);
  });
});
