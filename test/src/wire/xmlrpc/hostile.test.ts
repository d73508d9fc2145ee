import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../../src/wire/limits.js';
import { WireError } from '../../../../src/wire/wire-error.js';
import { decodeBytes } from '../../../../src/wire/xml/charset.js';
import {
  createResponseDecoder,
  decodeMethodResponse,
  encodeValue,
  XmlRpcFault,
} from '../../../../src/wire/xmlrpc/index.js';
import { cutAtRandom, eachUnit } from '../xml/chunks.js';
import { anyValue } from './values.js';

const HEAD = '<?xml version="1.0"?><methodResponse><params><param>';
const TAIL = '</param></params></methodResponse>';
const respond = (value: string): string => HEAD + value + TAIL;
const attributes = (count: number): string =>
  Array.from({ length: count }, (_, index) => `a${index}=""`).join(' ');
const MILLION = 1_000_000;

describe('an answer that means harm', () => {
  it.each([
    ['a million nested arrays', HEAD + '<value><array><data>'.repeat(MILLION), 'elements nested too deeply'],
    [
      'a million nested structs',
      HEAD + '<value><struct><member><name>a</name>'.repeat(MILLION / 2),
      'elements nested too deeply',
    ],
    ['80 KB of <', '<'.repeat(80_000), 'not well-formed XML'],
    ['80 KB of < in a value', `${HEAD}<value>${'<'.repeat(80_000)}`, 'not well-formed XML'],
    ['a megabyte of ampersands', `${HEAD}<value>${'&'.repeat(MILLION)}`, 'more characters that XML forbids'],
    ['a megabyte of NUL', `${HEAD}<value>${'\0'.repeat(MILLION)}`, 'more characters that XML forbids'],
    [
      'an int of a million digits',
      respond(`<value><int>${'9'.repeat(MILLION)}</int></value>`),
      'no value of its type',
    ],
    [
      'an i8 of a million digits',
      respond(`<value><i8>${'9'.repeat(MILLION)}</i8></value>`),
      'no value of its type',
    ],
    [
      'a double of a million digits',
      respond(`<value><double>${'9'.repeat(MILLION)}</double></value>`),
      'no value of its type',
    ],
    [
      'a double that is a million digits and a letter',
      respond(`<value><double>${'9'.repeat(MILLION)}x</double></value>`),
      'no value of its type',
    ],
    [
      'a date of a million digits',
      respond(`<value><dateTime.iso8601>${'1'.repeat(MILLION)}</dateTime.iso8601></value>`),
      'no value of its type',
    ],
    [
      'base64 of a million = signs',
      respond(`<value><base64>${'='.repeat(MILLION)}</base64></value>`),
      'no value of its type',
    ],
    [
      'base64 with junk behind a million characters',
      respond(`<value><base64>${'A'.repeat(MILLION)}%</base64></value>`),
      'no value of its type',
    ],
    [
      'an entity that grows',
      `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "${'c'.repeat(1000)}">]>${respond('&b;')}`,
      'a document type declaration',
    ],
    ['a document type that never ends', `<!DOCTYPE ${'['.repeat(MILLION)}`, 'a document type declaration'],
    ['a megabyte of a tag’s name', `${HEAD}<${'a'.repeat(MILLION)}`, 'not well-formed XML'],
    ['a million attributes', `${HEAD}<value ${attributes(MILLION)}>`, 'too many attributes in one element'],
    ['a reference that never ends', `${HEAD}<value>${'&#'.padEnd(MILLION, '1')}`, 'not well-formed XML'],
    ['a comment that never ends', `${HEAD}<!--${'-'.repeat(MILLION)}`, 'not well-formed XML'],
    ['CDATA that never ends', `${HEAD}<value><![CDATA[${']'.repeat(MILLION)}`, 'not well-formed XML'],
  ])('is refused: %s', (_id, xml, message) => {
    const attempt = () => decodeMethodResponse(xml);
    expect(attempt).toThrow(WireError);
    expect(attempt).toThrow(message);
  });

  it('is refused at the limit of elements, not after it', () => {
    const limits = { ...DEFAULT_LIMITS, maxElements: 1000 };
    const decoder = createResponseDecoder(limits);
    decoder.write(`${HEAD}<value><array><data>`);
    let written = 0;
    expect(() => {
      for (; written < MILLION; written += 1) decoder.write('<value/>');
    }).toThrow('too many elements');
    expect(written).toBeLessThan(1000);
  });

  it('is refused at the limit of a text', () => {
    const limits = { ...DEFAULT_LIMITS, maxTextLength: 10 };
    expect(decodeMethodResponse(respond('<value>0123456789</value>'), limits)).toBe('0123456789');
    expect(() => decodeMethodResponse(respond('<value>01234567890</value>'), limits)).toThrow(
      'a text that is too long',
    );
  });

  it('is taken if it is only large', () => {
    const rows = decodeMethodResponse(
      respond(`<value><array><data>${'<value/>'.repeat(100_000)}</data></array></value>`),
    );
    expect(rows).toHaveLength(100_000);
  });

  it('gives bytes memory of their own, however many there are', () => {
    for (const length of [0, 1, 2, 3, 1000, 3 * MILLION]) {
      const sent = Buffer.alloc(length, 'bytes');
      const lines = sent.toString('base64').replaceAll(/.{76}/g, '$&\r\n');
      const value = decodeMethodResponse(respond(`<value><base64>${lines}</base64></value>`));
      expect(value).toBeInstanceOf(Uint8Array);
      if (!(value instanceof Uint8Array)) continue;
      expect(value.buffer.byteLength).toBe(length);
      expect(Buffer.compare(value, sent)).toBe(0);
    }
  });

  it('is mended within limits, and the repairs are told', () => {
    const decoder = createResponseDecoder();
    decoder.write(respond('<value>AT&T &nbsp; \u0001</value>'));
    expect(decoder.end()).toBe('AT&T &nbsp; \ufffd');
    expect(decoder.repairs).toBe(3);
    expect(() =>
      decodeMethodResponse(respond('<value>AT&T</value>'), { ...DEFAULT_LIMITS, maxRepairs: 0 }),
    ).toThrow(WireError);
  });

  it('never reaches the message', () => {
    for (const value of [
      '<int>s3cret</int>',
      's3cret<nil/>',
      '<s3cret><a/></s3cret>',
      '<struct>s3cret</struct>',
    ]) {
      expect(() => decodeMethodResponse(respond(`<value>${value}</value>`))).toThrow(
        expect.objectContaining({
          message: expect.not.stringContaining('s3cret'),
          offset: expect.any(Number),
        }),
      );
    }
  });
});

describe('an answer that is damaged', () => {
  const scraps = fc.constantFrom(
    ...['<', '>', '/', '&', ';', '"', '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '<!', '\0', '\ud83d'],
    ...['<value>', '</value>', '<nil/>', '<name>', '</member>', '<int>', '</data>', 'a', ' '],
  );
  const cut = fc.record({ from: fc.nat(), length: fc.nat(12), scrap: fc.option(scraps, { nil: '' }) });

  const damaged = fc.tuple(anyValue, fc.array(cut, { minLength: 1, maxLength: 3 })).map(([value, cuts]) =>
    cuts.reduce(
      (xml, { from, length, scrap }) => {
        const start = from % xml.length;
        return xml.slice(0, start) + scrap + xml.slice(start + length);
      },
      respond(encodeValue(value)),
    ),
  );

  const outcome = (chunks: readonly string[]): unknown => {
    const decoder = createResponseDecoder();
    try {
      for (const chunk of chunks) decoder.write(chunk);
      return decoder.end();
    } catch (error) {
      expect([WireError, XmlRpcFault]).toContain((error as Error).constructor);
      return 'refused';
    }
  };

  it('is a value, a fault or a WireError, and the same however it is cut', () => {
    fc.assert(
      fc.property(
        damaged.chain((xml) => fc.tuple(fc.constant(xml), cutAtRandom(xml))),
        ([xml, chunks]) => {
          const whole = outcome([xml]);
          expect(outcome(eachUnit(xml))).toEqual(whole);
          expect(outcome(chunks)).toEqual(whole);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('an answer in another encoding', () => {
  const text = respond('<value>Zoë 😀</value>');
  const declared = (encoding: string): string =>
    text.replace('?>', ` encoding="${encoding}"?>`).replace(' 😀', '');

  it.each([
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), undefined, 'Zoë 😀'],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le').swap16(), undefined, 'Zoë 😀'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), undefined, 'Zoë 😀'],
    ['Latin-1 by declaration', Buffer.from(declared('ISO-8859-1'), 'latin1'), undefined, 'Zoë'],
    [
      'Latin-1 by header',
      Buffer.from(text.replace(' 😀', ''), 'latin1'),
      'text/xml; charset=iso-8859-1',
      'Zoë',
    ],
  ])('is read: %s', (_id, body, contentType, value) => {
    expect(decodeMethodResponse(decodeBytes(body, contentType))).toBe(value);
  });

  it('is refused where its bytes are none of it', () => {
    const overlong = Buffer.concat([
      Buffer.from(`${HEAD}<value>`),
      Buffer.of(0xc0, 0xbc),
      Buffer.from(`</value>${TAIL}`),
    ]);
    expect(() => decodeBytes(overlong)).toThrow(WireError);
  });
});
