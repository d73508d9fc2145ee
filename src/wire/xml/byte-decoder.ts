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

/** Most answers are ASCII from end to end, or most chunks of one are, and those are read at a tenth of the price. */
class Utf8Bytes implements ByteDecoder {
  /** From the first byte beyond ASCII on. */
  #decoder: Decoder | undefined;
  /** Whether the last byte was none of ASCII: only then may there be a character whose end is still to come. */
  #mayBeInCharacter = false;

  write(chunk: Uint8Array): string {
    const last = chunk[chunk.length - 1];
    if (last === undefined) return '';
    if (!this.#mayBeInCharacter && isAscii(chunk)) return asciiText(chunk);
    this.#decoder ??= takeDecoder('utf-8');
    this.#mayBeInCharacter = last > 0x7f;
    return decode(this.#decoder, chunk, true);
  }

  end(): string {
    if (this.#decoder === undefined) return '';
    const text = this.#mayBeInCharacter ? decode(this.#decoder, undefined, false) : '';
    giveBack(this.#decoder);
    return text;
  }
}

/** @param end - behind the last byte that is wanted */
export function asciiText(bytes: Uint8Array, end = bytes.length): string {
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return buffer.toString('latin1', 0, end);
}

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
