import type { Shape } from '../../../../../src/operation/shape.js';
import type { WireLimits } from '../../../../../src/wire/limits.js';
import { compileReader, createReplyDecoder } from '../../../../../src/wire/soap/encoded/index.js';

/** An envelope as Axis 1.4 begins it, around the children of its body. */
export const envelope = (body: string): string =>
  '<?xml version="1.0" encoding="utf-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ' +
  'xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
  'xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/">' +
  `<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;

/** A response with these children, and what stands beside it. */
export const reply = (content: string, ...referents: readonly string[]): string =>
  envelope(`<ns1:askResponse xmlns:ns1="AdminServices">${content}</ns1:askResponse>${referents.join('')}`);

export const multiRef = (id: string, content: string, attributes = ''): string =>
  `<multiRef id="${id}" soapenc:root="0" ${attributes}>${content}</multiRef>`;

export const ref = (id: string, name = 'item'): string => `<${name} href="#${id}"/>`;

/** Decodes a whole answer and reads it by a shape. */
export function decode(shape: Shape | null, xml: string, limits?: WireLimits): unknown {
  const decoder = createReplyDecoder(limits);
  decoder.write(xml);
  return compileReader(shape)(decoder.end());
}
