import { WireError } from '../wire-error.js';
import { asciiText, type ByteDecoder, decoderOf, UndecidedBytes } from './byte-decoder.js';

/** A declaration is some 40 bytes long; one that has not ended by here is none. */
const MAX_DECLARATION_BYTES = 1024;

const GREATER_THAN = 0x3e;

const CHARSET_PARAMETER = /;\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/i;
const DECLARED_ENCODING = /^<\?xml\s[^>]*?\sencoding\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/** Panels say the same of each answer: what was read of it last is kept. */
function rememberingLast<T>(read: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly found: T } | undefined;
  return (text) => {
    if (last === undefined || text !== last.text) last = { text, found: read(text) };
    return last.found;
  };
}

const charsetOf = rememberingLast((contentType) => {
  const match = CHARSET_PARAMETER.exec(contentType);
  return (match?.[1] ?? match?.[2] ?? match?.[3])?.toLowerCase();
});

const encodingOf = rememberingLast((declaration) => {
  const match = DECLARED_ENCODING.exec(declaration);
  return (match?.[1] ?? match?.[2])?.toLowerCase();
});

/** Labels that have been asked for; those that mean nothing are not kept, so there are never many. */
const encodings = new Map<string, string>();

/** The name that the Encoding Standard has for what `label` says. */
function encodingNamed(label: string): string {
  const known = encodings.get(label);
  if (known !== undefined) return known;
  const trimmed = label.trim();
  try {
    const { encoding } = new TextDecoder(trimmed);
    encodings.set(trimmed, encoding);
    return encoding;
  } catch {
    // Without the `cause`, which quotes the label.
    throw new WireError('an unknown character encoding');
  }
}

/** Whether it begins with `<?xml`, in an encoding that has ASCII in it. */
const startsDeclaration = (head: Uint8Array): boolean =>
  head[0] === 0x3c && head[1] === 0x3f && head[2] === 0x78 && head[3] === 0x6d && head[4] === 0x6c;

/** A byte-order mark. */
interface Mark {
  readonly encoding: string;
  readonly length: number;
}

const UTF_8_MARK: Mark = { encoding: 'utf-8', length: 3 };
const UTF_16BE_MARK: Mark = { encoding: 'utf-16be', length: 2 };
const UTF_16LE_MARK: Mark = { encoding: 'utf-16le', length: 2 };

function markOf(head: Uint8Array): Mark | undefined {
  const [first, second, third] = [head[0], head[1], head[2]];
  if (first === 0xef && second === 0xbb && third === 0xbf) return UTF_8_MARK;
  if (first === 0xfe && second === 0xff) return UTF_16BE_MARK;
  if (first === 0xff && second === 0xfe) return UTF_16LE_MARK;
  return undefined;
}

/** `UTF-16` says nothing on the order of bytes, and without a mark the first character, a `<`, shows it. */
function sixteenBit(head: Uint8Array): string | undefined {
  if (head[0] === 0x00 && head[1] === 0x3c) return 'utf-16be';
  if (head[0] === 0x3c && head[1] === 0x00) return 'utf-16le';
  return undefined;
}

const isSixteenBit = (encoding: string): boolean => encoding.startsWith('utf-16');

function fromHeader(contentType: string, head: Uint8Array): string | undefined {
  const label = charsetOf(contentType);
  if (label === undefined) return undefined;
  const encoding = encodingNamed(label);
  return isSixteenBit(encoding) ? (sixteenBit(head) ?? encoding) : encoding;
}

/** @returns a label, as it is declared */
function declaredLabel(head: Uint8Array): string | undefined {
  if (!startsDeclaration(head)) return undefined;
  const length = Math.min(head.indexOf(GREATER_THAN) + 1, MAX_DECLARATION_BYTES);
  return encodingOf(asciiText(head, length));
}

function fromDeclaration(head: Uint8Array): string | undefined {
  const label = declaredLabel(head);
  if (label === undefined) return undefined;
  const encoding = encodingNamed(label);
  // .NET writes the encoding of its strings, UTF-16, at the head of UTF-8 bytes. A declaration that was
  // read byte by byte cannot be in UTF-16, so it is the one that is wrong.
  return isSixteenBit(encoding) ? undefined : encoding;
}

/** Whether more bytes could change the choice: the mark, the first characters, or the whole declaration. */
function isDecisive(head: Uint8Array): boolean {
  if (head.length < 5) return false;
  return !startsDeclaration(head) || head.includes(GREATER_THAN) || head.length >= MAX_DECLARATION_BYTES;
}

/** What reads a body that begins with `head`, once a mark is off it. */
function decoderFor(head: Uint8Array, contentType: string): ByteDecoder {
  const encoding = fromHeader(contentType, head) ?? sixteenBit(head);
  if (encoding === undefined) return decoderOf(fromDeclaration(head) ?? 'utf-8');
  // Servers put UTF-8 into every header, so bytes that are not UTF-8 prove an 8-bit encoding right that is declared.
  const declared = encoding === 'utf-8' ? (fromDeclaration(head) ?? encoding) : encoding;
  return declared === encoding ? decoderOf(encoding) : new UndecidedBytes(declared);
}

const NO_BYTES = new Uint8Array(0);

/** Keeps bytes until they show what they are. */
class HeadDecoder implements ByteDecoder {
  #head: Uint8Array = NO_BYTES;
  #decoder: ByteDecoder | undefined;

  constructor(private readonly contentType: string) {}

  write(chunk: Uint8Array): string {
    if (this.#decoder !== undefined) return this.#decoder.write(chunk);
    this.#head = this.#head.length === 0 ? chunk : Buffer.concat([this.#head, chunk]);
    return isDecisive(this.#head) ? this.#start() : '';
  }

  end(): string {
    const text = this.#decoder === undefined ? this.#start() : '';
    return text + (this.#decoder?.end() ?? '');
  }

  #start(): string {
    const mark = markOf(this.#head);
    this.#decoder = mark === undefined ? decoderFor(this.#head, this.contentType) : decoderOf(mark.encoding);
    return this.#decoder.write(mark === undefined ? this.#head : this.#head.subarray(mark.length));
  }
}

/**
 * Decodes a body that comes in chunks. Its encoding is that of its byte-order mark, else of the `charset`
 * of `contentType`, else of its XML declaration, else UTF-8; a declaration of an 8-bit encoding wins over a `charset`
 * of UTF-8 where the bytes are not UTF-8. Labels are those of the WHATWG Encoding
 * Standard, in which `iso-8859-1` and `us-ascii` are names of windows-1252.
 *
 * @param contentType - the header's value as it came; a header without `charset` decides nothing
 * @returns what gives the text without its byte-order mark, and throws {@link WireError} also for an unknown encoding
 * @see XML 1.0 (fifth edition), section 4.3.3 and appendix F; RFC 7303, section 3
 */
export const createByteDecoder = (contentType = ''): ByteDecoder => new HeadDecoder(contentType);

/** Decodes a body that is all there; encodings and errors as in {@link createByteDecoder}. */
export function decodeBytes(bytes: Uint8Array, contentType = ''): string {
  const decoder = createByteDecoder(contentType);
  return decoder.write(bytes) + decoder.end();
}
