import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { array, int, key, rows, string, struct } from '../../../../src/operation/shape.js';
import { compileDecoder } from '../../../../src/wire/httpxml/index.js';
import { DEFAULT_LIMITS } from '../../../../src/wire/limits.js';
import { WireError } from '../../../../src/wire/wire-error.js';
import { answer, decode } from './answers.js';

const SHAPE = struct({
  text: string(''),
  pop: key(rows(struct({ user: key(string('')), size: int('') }), '')),
  names: key(array(struct({ Domain: string('') }), '', { itemName: '' })),
});

describe('what is no answer', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \r\n '],
    ['a page of HTML', '<html><body>maintenance</body></html>'],
    ['a page of HTML with a DOCTYPE', '<!DOCTYPE html><html><body>maintenance</body></html>'],
    ['the text form', ';URL Interface\r\nErrCount=0\r\nDone=true\r\n'],
    ['JSON', '{"interface-response":{"ErrCount":"0"}}'],
    ['another root', '<response><ErrCount>0</ErrCount><Done>true</Done></response>'],
    ['an answer cut off', answer('<text>a</text>').slice(0, -30)],
    ['an answer and more', `${answer('')}<more/>`],
    ['elements that cross', answer('<text><b></text></b>')],
    ['an entity of its own', answer('').replace('?>', '?><!DOCTYPE a [<!ENTITY e "x">]>')],
    ['an external entity', answer('').replace('?>', '?><!DOCTYPE a SYSTEM "file:///etc/passwd">')],
  ])('is refused: %s', (_, text) => {
    expect(() => decode(SHAPE, text)).toThrow(WireError);
  });

  it('is not quoted in the refusal', () => {
    for (const text of [
      '<hunter2/>',
      answer('<text>hunter2<text>'),
      answer('<pop><size>hunter2</size></pop>'),
    ]) {
      expect(JSON.stringify(decodeOrError(text))).not.toContain('hunter2');
    }
  });
});

describe('names in more spellings than anybody keeps', () => {
  const caseOf = (name: string, bits: number): string =>
    [...name].map((letter, at) => ((bits >> at) % 2 === 1 ? letter.toUpperCase() : letter)).join('');

  it('are read as the same ones, and what they are not stays unread', () => {
    const createDecoder = compileDecoder(struct({ spelling: string(''), text: string('') }));
    for (let bits = 0; bits < 600; bits += 1) {
      const decoder = createDecoder();
      const name = caseOf('s-pelling', bits);
      decoder.write(answer(`<no${bits}x>0</no${bits}x><${name}>${bits}</${name}><TEXT>t</TEXT>`));
      expect(decoder.end()).toEqual({ result: { spelling: String(bits), text: 't' } });
    }
  });

  it('are items, numbered ones too, in each answer', () => {
    const createDecoder = compileDecoder(SHAPE);
    for (let count = 1; count < 300; count += 60) {
      const numbers = Array.from({ length: count }, (_, index) => index + 1);
      const decoder = createDecoder();
      decoder.write(
        answer(
          numbers.map((number) => `<DOMAIN${number}>${number}</DOMAIN${number}><Pop${number}/>`).join(''),
        ),
      );
      expect(decoder.end()).toEqual({
        result: {
          text: null,
          pop: numbers.map((_, index) => new WireError(`pop[${index}].user: missing`)),
          names: numbers.map((number) => ({ Domain: String(number) })),
        },
      });
    }
  });
});

describe('limits of an answer', () => {
  it.each([
    ['depth', { maxDepth: 10 }, '<a>'.repeat(20) + '</a>'.repeat(20)],
    ['elements', { maxElements: 100 }, '<a/>'.repeat(200)],
    ['text', { maxTextLength: 100 }, `<text>${'a'.repeat(200)}</text>`],
    ['mended characters', { maxRepairs: 3 }, '<text>&&&&&</text>'],
  ])('hold for %s', (_, limits, elements) => {
    expect(() => decode(SHAPE, answer(elements), { limits: { ...DEFAULT_LIMITS, ...limits } })).toThrow(
      WireError,
    );
  });

  it('are not needed for fields with huge numbers', () => {
    const decoded = decode(
      SHAPE,
      answer('<Domain999999>a</Domain999999><Domain99999999999>b</Domain99999999999>'),
    );
    expect(decoded).toMatchObject({ result: { names: [{ Domain: 'a' }] } });
  });
});

describe('an answer in pieces', () => {
  const text = `\r\n\r\n${answer(
    '<text>k&#228;se &amp; <![CDATA[ <b> ]]></text><pop><user>a</user></pop><pop><size>x</size></pop><Domain1>d</Domain1>',
  )}`;

  it('is the same answer, wherever it is cut', () => {
    const whole = decode(SHAPE, text);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: text.length }), { maxLength: 20 }), (cuts) => {
        const decoder = compileDecoder(SHAPE)();
        const at = [0, ...cuts.sort((a, b) => a - b), text.length];
        for (const [index, start] of at.entries()) decoder.write(text.slice(start, at[index + 1] ?? start));
        expect(decoder.end()).toEqual(whole);
      }),
    );
  });

  it('is read or refused with a WireError, whatever it is made of', () => {
    const piece = fc.constantFrom(
      '<pop>',
      '</pop>',
      '<user>',
      '</user>',
      '<Domain1>',
      '</Domain1>',
      '<names>',
      '</names>',
      'x',
      '&',
      '<!--',
      '<![CDATA[',
      ']]>',
      '<errors><Err1>',
      '</Err1></errors>',
      '<Success>False</Success>',
      '<text/>',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const decoded = decodeOrError(answer(pieces.join('')));
        expect(decoded instanceof WireError || typeof decoded === 'object').toBe(true);
        expect(decoded instanceof Error && !(decoded instanceof WireError)).toBe(false);
      }),
    );
  });
});

function decodeOrError(text: string): unknown {
  try {
    return decode(SHAPE, text);
  } catch (error) {
    return error;
  }
}
