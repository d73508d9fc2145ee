import { isAscii, isUtf8 } from 'node:buffer';
import { WireError } from '../wire-error.js';

/** Bytes in, text out; a character that two chunks share comes with the second. */
export interface ByteDecoder {
  /**
   * @returns the text that is certain so far
   * @throws {@link WireError} if the bytes are not of the encoding
   */
  write(chunk: Uint8Array): string;
  /** @throws {@link WireError} also if the last character is cut off */
  end(): string;
}

type Decoder = InstanceType<typeof TextDecoder>;

/** What windows-1252 has at 0x80 to 0x9f; five of its bytes stand for the controls of that number. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Decoders that have come to the end of a character, to be used for the next body: making one costs more than its use. */
const idle = new Map<string, Decoder>();

function takeDecoder(encoding: string): Decoder {
  const known = idle.get(encoding);
  if (known === undefined) return new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  idle.delete(encoding);
  return known;
}

const giveBack = (decoder: Decoder): void => {
  idle.set(decoder.encoding, decoder);
};

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
 * Bytes of one encoding, without a byte-order mark.
 *
 * @param encoding - by the name that the Encoding Standard has for it
 */
export const decoderOf = (encoding: string): ByteDecoder =>
  encoding === 'utf-8' ? new Utf8Bytes() : new StreamedBytes(encoding);

class StreamedBytes implements ByteDecoder {
  readonly #decoder: Decoder;

  constructor(encoding: string) {
    this.#decoder = takeDecoder(encoding);
  }

  write(chunk: Uint8Array): string {
    return decode(this.#decoder, chunk, true);
  }

  end(): string {
    const text = decode(this.#decoder, undefined, false);
    giveBack(this.#decoder);
    return text;
  }
}

const NO_BYTES = Buffer.alloc(0);

/** A streaming `TextDecoder` would cost five times as much on the small answers that most are. */
class Utf8Bytes implements ByteDecoder {
  /** Of a character whose end is still to come. */
  #begun: Uint8Array = NO_BYTES;

  write(chunk: Uint8Array): string {
    const bytes = this.#begun.length === 0 ? chunk : Buffer.concat([this.#begun, chunk]);
    const end = endOfCharacters(bytes);
    this.#begun = end === bytes.length ? NO_BYTES : Buffer.from(bytes.subarray(end));
    const whole = bufferOf(bytes).subarray(0, end);
    // Most answers are ASCII from end to end, or most chunks of one are, and are read at half the price.
    if (isAscii(whole)) return whole.toString('latin1');
    if (!isUtf8(whole)) throw notUtf8();
    return whole.toString('utf8');
  }

  end(): string {
    if (this.#begun.length > 0) throw notUtf8();
    return '';
  }
}

const notUtf8 = (): WireError => new WireError('bytes that are not utf-8');

const MAX_CHARACTER_BYTES = 4;

/** Where a character begins that is not whole; the length where the last one is, or is none at all. */
function endOfCharacters(bytes: Uint8Array): number {
  const { length } = bytes;
  for (let behind = 1; behind < MAX_CHARACTER_BYTES && behind <= length; behind += 1) {
    const byte = bytes[length - behind] ?? 0;
    if (byte < 0x80) return length;
    if (byte >= 0xc0) return bytesOfCharacter(byte) > behind ? length - behind : length;
  }
  return length;
}

/** @param first - of its bytes, two or more */
const bytesOfCharacter = (first: number): number => (first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2);

const bufferOf = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

/** @param end - behind the last byte that is wanted */
export const asciiText = (bytes: Uint8Array, end = bytes.length): string =>
  bufferOf(bytes).toString('latin1', 0, end);

/**
 * Keeps what UTF-8 and another encoding read differently until all of it is there: its first character is no proof of
 * either.
 */
export class UndecidedBytes implements ByteDecoder {
  readonly #kept: Uint8Array[] = [];

  /** @param other - what the bytes are where they are not UTF-8 */
  constructor(private readonly other: string) {}

  write(chunk: Uint8Array): string {
    const ascii = this.#kept.length > 0 ? 0 : chunk.findIndex((byte) => byte > 0x7f);
    if (ascii < 0) return asciiText(chunk);
    this.#kept.push(chunk.slice(ascii));
    return asciiText(chunk, ascii);
  }

  end(): string {
    const bytes = Buffer.concat(this.#kept);
    const decoder = takeDecoder(isUtf8(bytes) ? 'utf-8' : this.other);
    const text = decode(decoder, bytes, false);
    giveBack(decoder);
    return text;
  }
}
