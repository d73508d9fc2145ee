import { createByteDecoder } from './charset.js';

/** Text by chunks in, one value out. */
export interface TextDecoder<T> {
  write(text: string): void;
  end(): T;
}

/**
 * Feeds bytes to a decoder of text.
 *
 * @param contentType - header of the answer, which may name the encoding
 * @returns what throws {@link WireError} as `createByteDecoder` does, and whatever `decoder` throws
 */
export function byteFed<T>(contentType: string, decoder: TextDecoder<T>) {
  const bytes = createByteDecoder(contentType);
  return {
    write(chunk: Uint8Array): void {
      decoder.write(bytes.write(chunk));
    },
    end(): T {
      decoder.write(bytes.end());
      return decoder.end();
    },
  };
}
