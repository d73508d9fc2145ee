import type { WireNotes } from '../../../operation/operation.js';
import { isOptional, type Shape, type StructShape, struct } from '../../../operation/shape.js';
import { DEFAULT_LIMITS, type WireLimits } from '../../limits.js';
import { WireError } from '../../wire-error.js';
import { escapeAttribute } from '../../xml/escape.js';
import { createEnvelopeReader, type EnvelopeReader } from '../envelope.js';
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
  /** In place of what ASP.NET makes of name and namespace. */
  readonly wire?: Omit<WireNotes, 'name' | 'namespace'> | undefined;
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
 * element, in both directions. Where a WSDL says otherwise, `wire` and the notes of the shapes do.
 *
 * @see WS-I Basic Profile 1.1, section 4.7; .NET Framework, "XML Web services using ASP.NET"
 */
export function compileMethod({ name, namespace, params, result, wire }: MethodDescription): DocumentMethod {
  const encodeParams = compileEncoder(params, namespace);
  const head =
    `${DECLARATION}<soap:Envelope xmlns:soap="${SOAP_11}"><soap:Body>` +
    `<${name} xmlns="${escapeAttribute(namespace)}">`;
  const tail = `</${name}></soap:Body></soap:Envelope>`;
  const response = wire?.response ?? `${name}Response`;
  const resultName = wire?.resultElement === undefined ? `${name}Result` : wire.resultElement;
  const body = struct({ [response]: responseShape(result, resultName) });
  // The node of a struct is that of a record.
  const node = compileNode(body, namespace) as RecordNode;

  return {
    soapAction: `"${wire?.action ?? `${namespace}/${name}`}"`,
    encode: (input) => `${head}${encodeParams(input)}${tail}`,
    createDecoder: (limits = DEFAULT_LIMITS) =>
      new MethodDecoder({ node, namespace, response, resultName, result }, limits),
  };
}

/** What all decoders of a method share. */
interface ResponsePlan {
  readonly node: RecordNode;
  readonly namespace: string;
  readonly response: string;
  readonly resultName: string | null;
  readonly result: Shape | null;
}

class MethodDecoder implements AnswerDecoder {
  readonly #shapes: ShapeReader;
  readonly #reader: EnvelopeReader;

  constructor(
    private readonly plan: ResponsePlan,
    limits: WireLimits,
  ) {
    this.#shapes = new ShapeReader(
      plan.node,
      plan.namespace,
      () => this.#reader.offset,
      (prefix) => this.#reader.resolve(prefix),
    );
    this.#reader = createEnvelopeReader(this.#shapes, limits);
  }

  get repairs(): number {
    return this.#reader.repairs;
  }

  write(text: string): void {
    this.#reader.write(text);
  }

  end(): unknown {
    this.#reader.end();
    const { response, resultName, result } = this.plan;
    if (result !== null && resultName === null) {
      return this.#shapes.value[response] ?? absent(result, response);
    }
    // The record of a struct, or what stands in its place when it is not there.
    const answer = this.#shapes.value[response] as Readonly<Record<string, unknown>> | null;
    if (answer === null) throw new WireError(`not an answer: no ${response}`);
    return result === null || resultName === null ? null : (answer[resultName] ?? absent(result, resultName));
  }
}

/** @param resultName - `null`: the result is all that the answer's element holds */
function responseShape(result: Shape | null, resultName: string | null): Shape {
  if (result === null) return struct({});
  return resultName === null ? result : struct({ [resultName]: result });
}

/** An absent result is null; null says "none" where a list is expected. */
function absent(result: Shape, resultName: string): unknown {
  if (isOptional(result)) return null;
  if (result.kind === 'array') return [];
  throw new WireError(`not an answer: no ${resultName}`);
}
