import type { OutputOf } from '../../../../src/operation/infer.js';
import type { StructShape } from '../../../../src/operation/shape.js';
import { compileDecoder, type DecoderOptions } from '../../../../src/wire/httpxml/index.js';

/** An answer with these elements before the envelope's own. */
export const answer = (elements: string, envelope = '<ErrCount>0</ErrCount><Done>true</Done>'): string =>
  `<?xml version="1.0" encoding="utf-8"?>\r\n<interface-response>\r\n${elements}\r\n${envelope}\r\n</interface-response>`;

export function decode<S extends StructShape>(shape: S, text: string, options: DecoderOptions = {}) {
  const decoder = compileDecoder(shape)(options);
  decoder.write(text);
  return decoder.end();
}

/** @throws where the answer is a refusal */
export function resultOf<S extends StructShape>(shape: S, text: string): OutputOf<S> {
  const decoded = decode(shape, text);
  if (decoded.refusal !== undefined) throw new Error('a refusal');
  return decoded.result;
}
