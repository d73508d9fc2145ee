import { isUtf8 } from 'node:buffer';
import { WireError } from '../wire-error.js';

type Decoder = InstanceType<typeof TextDecoder>;

/** Bytes in, text out; a character that two chunks share comes with the second. */
export interface ByteDecoder {
  /**
   * @returns the text that is certain so far, without a byte-order mark
   * @throws {@link WireError} if the encoding is unknown or the bytes are not of it
   */
  write(chunk: Uint8Array): string;
  /** @throws {@link WireError} also if the last character is cut off */
  end(): string;
}

/** A declaration is some 40 bytes long; one that has not ended by here is none. */
const MAX_DECLARATION_BYTES = 1024;

const GREATER_THAN = 0x3e;

const CHARSET_PARAMETER = /;\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/i;
const DECLARED_ENCODING = /^<\?xml\s[^>]*?\sencoding\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/** Panels say the same of each answer: what was read of it last is kept. */
function rememberingLast(read: (text: string) => string | undefined): (text: string) => string | undefined {
  let last = '';
  let found = read(last);
  return (text) => {
    if (text !== last) {
      found = read(text);
      last = text;
    }
    return found;
  };
}

const hasPrefix = (bytes: Uint8Array, ...prefix: number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);

/** Whether it begins with `<?xml`, in an encoding that has ASCII in it. */
const startsDeclaration = (head: Uint8Array): boolean => hasPrefix(head, 0x3c, 0x3f, 0x78, 0x6d, 0x6c);

/** Decoders that have come to the end of a body, to be used for the next one: making one costs more than its use. */
const idle = new Map<string, Decoder>();

function textDecoder(label: string): Decoder {
  const known = idle.get(label);
  if (known !== undefined) {
    idle.delete(label);
    return known;
  }
  try {
    return new TextDecoder(label.trim(), { fatal: true });
  } catch {
    // Without the `cause`, which quotes the label.
    throw new WireError('an unknown character encoding');
  }
}

/** `UTF-16` says nothing on the order of bytes, and without a mark the first character, a `<`, shows it. */
function sixteenBit(head: Uint8Array): Decoder | undefined {
  if (hasPrefix(head, 0x00, 0x3c)) return textDecoder('utf-16be');
  if (hasPrefix(head, 0x3c, 0x00)) return textDecoder('utf-16le');
  return undefined;
}

function fromMark(head: Uint8Array): Decoder | undefined {
  if (hasPrefix(head, 0xef, 0xbb, 0xbf)) return textDecoder('utf-8');
  if (hasPrefix(head, 0xfe, 0xff)) return textDecoder('utf-16be');
  if (hasPrefix(head, 0xff, 0xfe)) return textDecoder('utf-16le');
  return undefined;
}

function charsetOf(contentType: string): string | undefined {
  const match = CHARSET_PARAMETER.exec(contentType);
  return (match?.[1] ?? match?.[2] ?? match?.[3])?.toLowerCase();
}

const rememberedCharset = rememberingLast(charsetOf);
const rememberedEncoding = rememberingLast(encodingOf);

function fromHeader(contentType: string, head: Uint8Array): Decoder | undefined {
  const label = rememberedCharset(contentType);
  if (label === undefined) return undefined;
  const decoder = textDecoder(label);
  return decoder.encoding.startsWith('utf-16') ? (sixteenBit(head) ?? decoder) : decoder;
}

function encodingOf(declaration: string): string | undefined {
  const match = DECLARED_ENCODING.exec(declaration);
  return (match?.[1] ?? match?.[2])?.toLowerCase();
}

/** @returns a label, as it is declared */
function declaredLabel(head: Uint8Array): string | undefined {
  if (!startsDeclaration(head)) return undefined;
  const length = Math.min(head.indexOf(GREATER_THAN) + 1, MAX_DECLARATION_BYTES);
  return rememberedEncoding(Buffer.from(head.buffer, head.byteOffset, length).toString('latin1'));
}

function fromDeclaration(head: Uint8Array): Decoder | undefined {
  const label = declaredLabel(head);
  if (label === undefined) return undefined;
  const decoder = textDecoder(label);
  // .NET writes the encoding of its strings, UTF-16, at the head of UTF-8 bytes. A declaration that was
  // read byte by byte cannot be in UTF-16, so it is the one that is wrong.
  return decoder.encoding.startsWith('utf-16') ? undefined : decoder;
}

/** Whether more bytes could change the choice: the mark, the first characters, or the whole declaration. */
function isDecisive(head: Uint8Array): boolean {
  if (head.length < 5) return false;
  return !startsDeclaration(head) || head.includes(GREATER_THAN) || head.length >= MAX_DECLARATION_BYTES;
}

function choose(head: Uint8Array, contentType: string): Decoder {
  return (
    fromMark(head) ??
    fromHeader(contentType, head) ??
    sixteenBit(head) ??
    fromDeclaration(head) ??
    textDecoder('utf-8')
  );
}

/** What windows-1252 has at 0x80 to 0x9f; five of its bytes stand for the controls of that number. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decode(decoder: Decoder, bytes: Uint8Array | undefined, stream: boolean): string {
  let text: string;
  try {
    text = decoder.decode(bytes, { stream });
  } catch (cause) {
    throw new WireError(`bytes that are not ${decoder.encoding}`, undefined, { cause });
  }
  if (decoder.encoding !== 'windows-1252') return text;
  // Node 20 reads windows-1252 as if it were ISO 8859-1. On releases that do not, this changes nothing.
  return text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));
}

/**
 * The 8-bit encoding that a declaration states where the header says UTF-8. Servers put that into every header, so
 * bytes that are not UTF-8 prove the declaration right.
 */
function contradicting(chosen: Decoder, head: Uint8Array): Decoder | undefined {
  if (chosen.encoding !== 'utf-8' || declaredLabel(head) === 'utf-8') return undefined;
  if (fromMark(head) !== undefined) return undefined;
  const declared = fromDeclaration(head);
  return declared?.encoding === 'utf-8' ? undefined : declared;
}

/** Keeps what two encodings read differently until all of it is there: its first character is no proof of either. */
class UndecidedBytes implements ByteDecoder {
  readonly #kept: Uint8Array[] = [];

  constructor(
    private readonly chosen: Decoder,
    private readonly declared: Decoder,
  ) {}

  write(chunk: Uint8Array): string {
    const ascii = this.#kept.length > 0 ? 0 : chunk.findIndex((byte) => byte > 0x7f);
    if (ascii < 0) return decode(this.chosen, chunk, true);
    this.#kept.push(chunk.slice(ascii));
    return ascii === 0 ? '' : decode(this.chosen, chunk.subarray(0, ascii), true);
  }

  end(): string {
    const bytes = Buffer.concat(this.#kept);
    return isUtf8(bytes) ? decode(this.chosen, bytes, false) : decode(this.declared, bytes, false);
  }
}

/**
 * Decodes a body that comes in chunks. Its encoding is that of its byte-order mark, else of the `charset`
 * of `contentType`, else of its XML declaration, else UTF-8; a declaration of an 8-bit encoding wins over a `charset`
 * of UTF-8 where the bytes are not UTF-8. Labels are those of the WHATWG Encoding
 * Standard, in which `iso-8859-1` and `us-ascii` are names of windows-1252.
 *
 * @param contentType - the header's value as it came; a header without `charset` decides nothing
 * @see XML 1.0 (fifth edition), section 4.3.3 and appendix F; RFC 7303, section 3
 */
export function createByteDecoder(contentType = ''): ByteDecoder {
  let head: Uint8Array = new Uint8Array(0);
  let decoder: ByteDecoder | undefined;

  const start = (): ByteDecoder => {
    decoder = decoderOf(head, contentType);
    return decoder;
  };

  return {
    write(chunk) {
      if (decoder !== undefined) return decoder.write(chunk);
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
      return isDecisive(head) ? start().write(head) : '';
    },
    end() {
      if (decoder !== undefined) return decoder.end();
      const late = start();
      return late.write(head) + late.end();
    },
  };
}

function decoderOf(head: Uint8Array, contentType: string): ByteDecoder {
  const chosen = choose(head, contentType);
  const declared = contradicting(chosen, head);
  if (declared !== undefined) return new UndecidedBytes(chosen, declared);
  return {
    write: (chunk) => decode(chosen, chunk, true),
    end() {
      const text = decode(chosen, undefined, false);
      idle.set(chosen.encoding, chosen);
      return text;
    },
  };
}

/** Decodes a body that is all there; encodings and errors as in {@link createByteDecoder}. */
export function decodeBytes(bytes: Uint8Array, contentType = ''): string {
  const decoder = decoderOf(bytes, contentType);
  return decoder.write(bytes) + decoder.end();
}
