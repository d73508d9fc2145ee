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
  const pass = (text: string): void => {
    if (text !== '') decoder.write(text);
  };
  return {
    write: (chunk: Uint8Array): void => pass(bytes.write(chunk)),
    end(): T {
      pass(bytes.end());
      return decoder.end();
    },
  };
}
