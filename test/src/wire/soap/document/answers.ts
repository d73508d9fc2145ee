import type { Shape } from '../../../../../src/operation/shape.js';
import { struct } from '../../../../../src/operation/shape.js';
import { compileMethod } from '../../../../../src/wire/soap/document/index.js';

export const NAMESPACE = 'http://panel.example/services';

/** An answer of the method `Get`, around the content of its response element. */
export const answer = (content: string): string =>
  '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" ' +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soap:Body>' +
  `<GetResponse xmlns="${NAMESPACE}">${content}</GetResponse></soap:Body></soap:Envelope>`;

export const result = (content: string): string => answer(`<GetResult>${content}</GetResult>`);

/** Reads a whole document as the answer of a method `Get` whose result is `shape`. */
export function read(shape: Shape | null, document: string, piece = document.length): unknown {
  const decoder = compileMethod({
    name: 'Get',
    namespace: NAMESPACE,
    params: struct({}),
    result: shape,
  }).createDecoder();
  for (let start = 0; start < document.length; start += piece)
    decoder.write(document.slice(start, start + piece));
  return decoder.end();
}
