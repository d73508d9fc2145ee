import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WireError } from '../../../src/wire/wire-error.js';
import { createByteDecoder } from '../../../src/wire/xml/charset.js';
import { createResponseDecoder, decodeMethodResponse } from '../../../src/wire/xmlrpc/index.js';
import { cutAtRandom, eachByte } from '../../src/wire/xml/chunks.js';
import { REFUSALS } from './refusals.js';
import { VECTORS } from './vectors.js';

/** The way an answer takes from the socket: bytes to text, text to a value, chunk by chunk. */
const decodeChunks = (chunks: Iterable<Uint8Array>) => {
  const bytes = createByteDecoder('text/xml');
  const decoder = createResponseDecoder();
  for (const chunk of chunks) decoder.write(bytes.write(chunk));
  decoder.write(bytes.end());
  return decoder.end();
};

describe('a reader of XML-RPC responses', () => {
  it.each(VECTORS)('$level read $id: $reason', ({ xml, value }) => {
    const bytes = Buffer.from(xml);
    expect(decodeMethodResponse(xml)).toEqual(value);
    expect(decodeChunks(eachByte(bytes))).toEqual(value);
    fc.assert(
      fc.property(cutAtRandom(bytes), (chunks) => {
        expect(decodeChunks(chunks)).toEqual(value);
      }),
      { numRuns: 30 },
    );
  });

  it.each(REFUSALS)('MUST refuse $id: $reason', ({ xml }) => {
    expect(() => decodeMethodResponse(xml)).toThrow(WireError);
    expect(() => decodeChunks(eachByte(Buffer.from(xml)))).toThrow(WireError);
  });

  it.each(VECTORS)('MUST refuse every beginning of $id', ({ xml }) => {
    const whole = xml.trimEnd().replace(/<!-- -->$/, '');
    for (let length = 0; length < whole.length; length += 1) {
      expect(() => decodeMethodResponse(whole.slice(0, length))).toThrow(WireError);
    }
  });

  it('has an id of its own for each vector', () => {
    const ids = [...VECTORS, ...REFUSALS].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
