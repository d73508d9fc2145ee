import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { writeAnswer, writeFault } from '../../../../../src/sandbox/poa/wire/write-answer.js';

// The package ships no types.
const Deserializer = createRequire(import.meta.url)('xmlrpc/lib/deserializer') as new () => {
  deserializeMethodResponse(stream: Readable, done: (error: unknown, value: unknown) => void): void;
};
const readBack = (text: string) =>
  new Promise((resolve, reject) => {
    new Deserializer().deserializeMethodResponse(Readable.from([text]), (error, value) =>
      error ? reject(error) : resolve(value),
    );
  });

/** All text of a document, by a parser that normalises line ends as XML 1.0 demands. */
function textOf(xml: string): string {
  let text = '';
  const parser = new SaxesParser();
  const add = (piece: string) => {
    text += piece;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(xml).close();
  return text;
}

describe('writeAnswer', () => {
  it('writes what the xmlrpc package reads', async () => {
    const value = { a: [1, -2147483648, true, false], b: { c: '', d: 'é😀' }, e: [], f: {} };
    expect(await readBack(writeAnswer(value))).toEqual(value);
  });

  it.each(['a\rb', '<a>\r\n</a>', ']]>', '<x>]]>]]>', '&amp;', ' spaces\t\n'])(
    'carries %j unharmed',
    (text) => {
      expect(textOf(writeAnswer(text))).toBe(text);
    },
  );

  it('writes markup as CDATA, which clients must read', () => {
    expect(writeAnswer('R & D')).toContain('<string><![CDATA[R & D]]></string>');
  });

  it.each([2 ** 31, 0.5, Number.NaN])('refuses %d, which is no int of 32 bits', (value) => {
    expect(() => writeAnswer([value])).toThrow('is not an int of 32 bits');
  });
});

describe('writeFault', () => {
  it('writes a fault, with ? for what XML cannot carry', async () => {
    await expect(readBack(writeFault(-500, 'a\u0000b\uD800c]]><d>'))).rejects.toMatchObject({
      faultCode: -500,
      faultString: 'a?b?c]]><d>',
    });
  });
});
