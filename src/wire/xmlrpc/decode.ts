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
export const createResponseDecoder = (limits: WireLimits = DEFAULT_LIMITS): ResponseDecoder =>
  new MethodResponseDecoder(limits);

class MethodResponseDecoder implements ResponseDecoder {
  readonly #builder: ResponseBuilder;
  readonly #reader: XmlReader;

  constructor(limits: WireLimits) {
    this.#builder = new ResponseBuilder((message) => {
      throw new WireError(`not XML-RPC: ${message}`, this.#reader.offset);
    });
    this.#reader = createXmlReader(this.#builder, limits);
  }

  get repairs(): number {
    return this.#reader.repairs;
  }

  write(text: string): void {
    this.#reader.write(text);
  }

  end(): XmlRpcValue {
    this.#reader.end();
    const { value, isFault } = this.#builder;
    if (!isFault) return value;
    throw XmlRpcFault.decode(value) ?? new WireError('not XML-RPC: a fault that is no struct');
  }
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
