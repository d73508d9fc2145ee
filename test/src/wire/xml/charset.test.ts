import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WireError } from '../../../../src/wire/wire-error.js';
import { createByteDecoder, decodeBytes } from '../../../../src/wire/xml/charset.js';
import { cutAtRandom, eachByte } from './chunks.js';

const utf16 = (text: string, order: 'le' | 'be'): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const marked = (mark: number[], bytes: Uint8Array) => Buffer.concat([Uint8Array.from(mark), bytes]);

const inChunks = (chunks: Iterable<Uint8Array>, contentType?: string): string => {
  const decoder = createByteDecoder(contentType);
  let text = '';
  for (const chunk of chunks) text += decoder.write(chunk);
  return text + decoder.end();
};

interface Case {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  readonly text: string;
}

const LATIN1_DECLARED = '<?xml version="1.0" encoding="ISO-8859-1"?><a>Zoë</a>';
const UTF16_DECLARED = '<?xml version="1.0" encoding="utf-16"?><a>Zoë 😀</a>';

const CASES: readonly Case[] = [
  { id: 'UTF-8 when nothing says otherwise', bytes: utf8('<a>Zoë 😀</a>'), text: '<a>Zoë 😀</a>' },
  {
    id: 'a UTF-8 mark, which is dropped',
    bytes: marked([0xef, 0xbb, 0xbf], utf8('<a>ë</a>')),
    text: '<a>ë</a>',
  },
  {
    id: 'a mark before a header that contradicts it',
    bytes: marked([0xef, 0xbb, 0xbf], utf8('<a>ë</a>')),
    contentType: 'text/xml; charset=iso-8859-1',
    text: '<a>ë</a>',
  },
  { id: 'a UTF-16LE mark', bytes: marked([0xff, 0xfe], utf16('<a>ë</a>', 'le')), text: '<a>ë</a>' },
  { id: 'a UTF-16BE mark', bytes: marked([0xfe, 0xff], utf16('<a>ë</a>', 'be')), text: '<a>ë</a>' },
  { id: 'UTF-16LE without a mark', bytes: utf16(UTF16_DECLARED, 'le'), text: UTF16_DECLARED },
  { id: 'UTF-16BE without a mark', bytes: utf16(UTF16_DECLARED, 'be'), text: UTF16_DECLARED },
  {
    id: 'a header of UTF-16 that leaves the order to the bytes',
    bytes: utf16('<a/>', 'be'),
    contentType: 'text/xml; charset=UTF-16',
    text: '<a/>',
  },
  { id: 'the declaration', bytes: latin1(LATIN1_DECLARED), text: LATIN1_DECLARED },
  {
    id: 'the declaration in single quotes, after blanks',
    bytes: latin1("<?xml version = '1.0'\n encoding = 'latin1' ?><a>ë</a>"),
    text: "<?xml version = '1.0'\n encoding = 'latin1' ?><a>ë</a>",
  },
  {
    id: 'the header before the declaration',
    bytes: utf8(LATIN1_DECLARED),
    contentType: 'text/xml; charset="utf-8"',
    text: LATIN1_DECLARED,
  },
  {
    id: 'the declaration when the header has no charset',
    bytes: latin1(LATIN1_DECLARED),
    contentType: 'text/xml; boundary=x',
    text: LATIN1_DECLARED,
  },
  {
    id: 'a header with parameters before and after, in any case',
    bytes: latin1('<a>ë</a>'),
    contentType: 'Text/XML; profile="x" ; Charset = ISO-8859-1; q=1',
    text: '<a>ë</a>',
  },
  {
    id: 'UTF-8 for 8-bit bytes that claim to be UTF-16, as .NET writes them',
    bytes: utf8(UTF16_DECLARED),
    text: UTF16_DECLARED,
  },
  {
    id: 'windows-1251 by declaration',
    bytes: Buffer.from([
      ...latin1('<?xml version="1.0" encoding="windows-1251"?><a>'),
      0xcf,
      ...latin1('</a>'),
    ]),
    text: '<?xml version="1.0" encoding="windows-1251"?><a>П</a>',
  },
  {
    id: 'a label of ISO 8859-1, which means windows-1252',
    bytes: Buffer.from([
      ...latin1('<?xml version="1.0" encoding="ISO-8859-1"?><a>'),
      0x80,
      0x92,
      0x81,
      0xff,
      ...latin1('</a>'),
    ]),
    text: '<?xml version="1.0" encoding="ISO-8859-1"?><a>€’\u0081ÿ</a>',
  },
  { id: 'an empty body', bytes: new Uint8Array(0), text: '' },
  { id: 'fewer bytes than a mark has', bytes: utf8('<'), text: '<' },
  {
    id: 'a declaration that never ends',
    bytes: utf8(`<?xml ${' '.repeat(3000)}`),
    text: `<?xml ${' '.repeat(3000)}`,
  },
];

describe('the encoding of a body', () => {
  it.each(CASES)('is found by $id', ({ bytes, contentType, text }) => {
    expect(decodeBytes(bytes, contentType)).toBe(text);
    expect(inChunks([bytes], contentType)).toBe(text);
    expect(inChunks(eachByte(bytes), contentType)).toBe(text);
    fc.assert(
      fc.property(cutAtRandom(bytes), (chunks) => {
        expect(inChunks(chunks, contentType)).toBe(text);
      }),
    );
  });

  it.each([
    ['an unknown label in the header', utf8('<a/>'), 'text/xml; charset=klingon'],
    [
      'an unknown label in the declaration',
      utf8('<?xml version="1.0" encoding="x-klingon"?><a/>'),
      undefined,
    ],
    ['a Latin-1 byte in UTF-8', latin1('<a>Zoë</a>'), undefined],
    [
      'an overlong UTF-8 slash',
      Buffer.from([0x3c, 0x61, 0x3e, 0xc0, 0xaf, 0x3c, 0x2f, 0x61, 0x3e]),
      undefined,
    ],
    [
      'a UTF-8 surrogate',
      Buffer.from([0x3c, 0x61, 0x3e, 0xed, 0xa0, 0x80, 0x3c, 0x2f, 0x61, 0x3e]),
      undefined,
    ],
    ['a UTF-8 character that is cut off', utf8('<a>ë').subarray(0, -1), undefined],
    ['half a UTF-16 unit', utf16('<a/>', 'le').subarray(0, -1), undefined],
    ['a lone UTF-16 surrogate', Buffer.from([0xff, 0xfe, 0x3c, 0x00, 0x00, 0xd8, 0x3c, 0x00]), undefined],
  ])('refuses %s', (_id, bytes, contentType) => {
    expect(() => decodeBytes(bytes, contentType)).toThrow(WireError);
    expect(() => inChunks([bytes], contentType)).toThrow(WireError);
    expect(() => inChunks(eachByte(bytes), contentType)).toThrow(WireError);
  });

  it('is not quoted when it is unknown', () => {
    expect(() => decodeBytes(utf8('<a/>'), 'text/xml; charset=s3cret')).toThrow(
      'an unknown character encoding',
    );
  });
});

describe('a character of UTF-8 that two chunks share', () => {
  const [first, second] = [Uint8Array.of(0x3c, 0x61, 0x3e, 0xc3, 0xab, 0x3c, 0xc3), Uint8Array.of(0xab)];

  it('comes with the second', () => {
    const decoder = createByteDecoder();
    expect(decoder.write(first)).toBe('<a>ë<');
    expect(decoder.write(new Uint8Array(0))).toBe('');
    expect(decoder.write(second)).toBe('ë');
    expect(decoder.end()).toBe('');
  });

  it('is refused when the second begins with another', () => {
    const decoder = createByteDecoder();
    decoder.write(first);
    expect(() => decoder.write(utf8('</a>'))).toThrow('bytes that are not utf-8');
  });

  it('is its own body’s, while others are read and after one that was given up', () => {
    createByteDecoder().write(first);
    const [one, other] = [createByteDecoder(), createByteDecoder()];
    expect(one.write(first)).toBe('<a>ë<');
    expect(other.write(utf8('<b>ü</b>')) + other.end()).toBe('<b>ü</b>');
    expect(one.write(second) + one.end()).toBe('ë');
  });
});

describe('a declaration that contradicts a header of UTF-8', () => {
  const text = '<?xml version="1.0" encoding="iso-8859-1"?><a>Jürgen Größe</a>';
  const header = 'text/xml; charset=utf-8';

  it.each([1, 7, 4096])('is right where the bytes are not UTF-8, in chunks of %i', (size) => {
    const bytes = Buffer.from(text, 'latin1');
    const decoder = createByteDecoder(header);
    let read = '';
    for (let at = 0; at < bytes.length; at += size) read += decoder.write(bytes.subarray(at, at + size));
    expect(read + decoder.end()).toBe(text);
    expect(decodeBytes(bytes, header)).toBe(text);
  });

  it('is wrong where they are', () => {
    expect(decodeBytes(Buffer.from(text, 'utf8'), header)).toBe(text);
    expect(decodeBytes(Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><a/>'), header)).toMatch(
      /<a\/>$/,
    );
  });

  it('leaves bytes that neither can read an error', () => {
    const bytes = Buffer.from('<?xml version="1.0" encoding="gb18030"?><a>\u00ff</a>', 'latin1');
    expect(() => decodeBytes(bytes, header)).toThrow('bytes that are not');
  });
});
