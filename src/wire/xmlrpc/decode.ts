import { DEFAULT_LIMITS, type WireLimits } from '../limits.js';
import { WireError } from '../wire-error.js';
import { createXmlReader, type XmlReader } from '../xml/reader.js';
import { XmlRpcFault } from './fault.js';
import { ResponseBuilder } from './response-builder.js';
import type { XmlRpcValue } from './value.js';

/** Text in by chunks, one value out. */
export interface ResponseDecoder {
  /** @throws {@link WireError} as soon as the text cannot become a methodResponse any more */
  write(text: string): void;
  /**
   * @returns the value of the one `<param>`; `null` if there is none
   * @throws {@link WireError} if the answer is not complete
   * @throws {@link XmlRpcFault} if it is a fault
   */
  end(): XmlRpcValue;
  /** Offences against XML that were mended; worth a line in the log when not 0. */
  readonly repairs: number;
}

/**
 * Reads an XML-RPC response while it arrives.
 *
 * Takes all that the specification allows, and what its implementations made of it: `nil`, Apache's
 * extensions under any prefix, `true` and `false`, empty and missing containers. An element inside
 * `<value>` that nobody knows counts as text.
 *
 * @see XML-RPC Specification, "Response format"
 */
export function createResponseDecoder(limits: WireLimits = DEFAULT_LIMITS): ResponseDecoder {
  const builder = new ResponseBuilder((message) => {
    throw new WireError(`not XML-RPC: ${message}`, reader.offset);
  });
  const reader: XmlReader = createXmlReader(builder, limits);
  return {
    write: (text) => reader.write(text),
    end() {
      reader.end();
      if (!builder.isFault) return builder.value;
      throw XmlRpcFault.decode(builder.value) ?? new WireError('not XML-RPC: a fault that is no struct');
    },
    get repairs() {
      return reader.repairs;
    },
  };
}

/**
 * Reads an XML-RPC response that is all there.
 *
 * @param body - the response, already text by its declared charset
 * @returns the value of its one `<param>`, `null` if it has none
 * @throws {@link WireError} if `body` is no methodResponse; `offset` counts UTF-16 units
 * @throws {@link XmlRpcFault} if it is one, and a fault
 * @see XML-RPC Specification, "Response format"
 */
export function decodeMethodResponse(body: string, limits: WireLimits = DEFAULT_LIMITS): XmlRpcValue {
  const decoder = createResponseDecoder(limits);
  decoder.write(body);
  return decoder.end();
}
