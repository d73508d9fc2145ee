import { isOptional, type Shape, type StructShape, struct } from '../../../operation/shape.js';
import { DEFAULT_LIMITS, type WireLimits } from '../../limits.js';
import { WireError } from '../../wire-error.js';
import { escapeAttribute } from '../../xml/escape.js';
import { createEnvelopeReader } from '../envelope.js';
import { SOAP_11 } from '../namespaces.js';
import { compileEncoder } from './shape-encoder.js';
import { compileNode, type RecordNode } from './shape-node.js';
import { ShapeReader } from './shape-reader.js';

/** What a method looks like on the wire. */
export interface MethodDescription {
  readonly name: string;
  /** Of its elements, and the front of its SOAPAction. */
  readonly namespace: string;
  readonly params: StructShape;
  /** `null`: it answers nothing. */
  readonly result: Shape | null;
}

/** Text in by chunks, one result out. */
export interface AnswerDecoder {
  /** @throws {@link WireError} as soon as the text cannot become an answer any more */
  write(text: string): void;
  /**
   * @returns what the result's shape says; `null`, or an empty list, where the answer has no result element
   * @throws {@link WireError} if the answer is not complete, or is that of another method
   * @throws {@link SoapFault} if it is a fault
   */
  end(): unknown;
  /** Offences against XML that were mended; worth a line in the log when not 0. */
  readonly repairs: number;
}

/** A method that calls can be written for and answers read of. */
export interface DocumentMethod {
  /** The header's value, in quotes. */
  readonly soapAction: string;
  /** @throws {@link WireError} where a parameter does not fit, with its path and without its value */
  encode(params: unknown): string;
  createDecoder(limits?: WireLimits): AnswerDecoder;
}

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>';

/**
 * Prepares a method of an ASP.NET web service: SOAP 1.1, document/literal, wrapped. Its call is an element of its name,
 * its answer `<NameResponse>` with `<NameResult>` in it, all in the service's namespace. Null is the absence of an
 * element, in both directions.
 *
 * @see WS-I Basic Profile 1.1, section 4.7; .NET Framework, "XML Web services using ASP.NET"
 */
export function compileMethod({ name, namespace, params, result }: MethodDescription): DocumentMethod {
  const encodeParams = compileEncoder(params);
  const head =
    `${DECLARATION}<soap:Envelope xmlns:soap="${SOAP_11}"><soap:Body>` +
    `<${name} xmlns="${escapeAttribute(namespace)}">`;
  const tail = `</${name}></soap:Body></soap:Envelope>`;
  const response = `${name}Response`;
  const resultName = `${name}Result`;
  const body = struct({ [response]: struct(result === null ? {} : { [resultName]: result }) });
  // The node of a struct is that of a record.
  const node = compileNode(body, namespace) as RecordNode;

  return {
    soapAction: `"${namespace}/${name}"`,
    encode: (input) => `${head}${encodeParams(input)}${tail}`,
    createDecoder(limits = DEFAULT_LIMITS) {
      const shapes: ShapeReader = new ShapeReader(
        node,
        () => reader.offset,
        (prefix) => reader.resolve(prefix),
      );
      const reader = createEnvelopeReader(shapes, limits);
      return {
        write: (text) => reader.write(text),
        end() {
          reader.end();
          // The record of a struct, or what stands in its place when it is not there.
          const answer = shapes.value[response] as Readonly<Record<string, unknown>> | null;
          if (answer === null) throw new WireError(`not an answer: no ${response}`);
          return result === null ? null : (answer[resultName] ?? absent(result, resultName));
        },
        get repairs() {
          return reader.repairs;
        },
      };
    },
  };
}

/** An absent result is null; null says "none" where a list is expected. */
function absent(result: Shape, resultName: string): unknown {
  if (isOptional(result)) return null;
  if (result.kind === 'array') return [];
  throw new WireError(`not an answer: no ${resultName}`);
}
