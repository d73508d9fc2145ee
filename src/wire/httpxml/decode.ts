import type { OutputOf } from '../../operation/infer.js';
import type { Shape, StructShape } from '../../operation/shape.js';
import { DEFAULT_LIMITS, type WireLimits } from '../limits.js';
import { WireError } from '../wire-error.js';
import { createXmlReader, type XmlReader } from '../xml/reader.js';
import { StructNode } from './compile-shape.js';
import { envelopeNode, judge, NOT_DONE, type Refusal } from './envelope.js';
import { ResultBuilder } from './result-builder.js';

const ROOT = 'interface-response';
const NO_RESULT = new StructNode({ kind: 'struct', description: '', members: {} });

export type Answer<T> =
  | { readonly refusal?: undefined; readonly result: T }
  | {
      readonly refusal: Refusal;
      /** What stands beside the errors, of a write that did a part; `null` where it does not fit the shape. */
      readonly beside: T | null;
    };

/** Text in by chunks, one answer out. */
export interface ResponseDecoder<T> {
  /** @throws {@link WireError} as soon as the text cannot become an answer any more */
  write(text: string): void;
  /**
   * @returns a refusal wherever the service tells one, even beside data and in an answer that is not whole
   * @throws {@link WireError} if the answer is not complete, or not what its shape says
   */
  end(): Answer<T>;
  /** Offences against XML that were mended; worth a line in the log when not 0. */
  readonly repairs: number;
  /** Whether the answer said itself that it is whole; known once it has ended. */
  readonly isDone: boolean;
}

export interface DecoderOptions {
  readonly limits?: WireLimits;
  /** What stands for a row that cannot be read, in a list of {@link Rows}; the problem itself when absent. */
  readonly toRowError?: (problem: WireError) => Error;
  /** Whether an answer must say itself that it is whole, or may leave that to its last tag; it must when absent. */
  readonly requireDone?: boolean;
}

/**
 * Makes, once, what makes the decoders of an operation's answers.
 *
 * Reads element names without their case, hyphens and underscores; text without the blanks around it, CDATA or
 * not, an empty one as `null`; of a value that comes twice the first. Numbers with thousands separators, the words
 * for true and false in all their spellings and dates in all their forms are read as what they are: see
 * `read-scalar.ts` and `date-time.ts`. How lists are written: see `compile-shape.ts`.
 *
 * @param result - `null`: whatever comes beside the envelope is passed over, and the result is `null`
 */
export function compileDecoder<R extends StructShape | null>(
  result: R,
): (options?: DecoderOptions) => ResponseDecoder<OutputOf<R>> {
  const node = result === null ? NO_RESULT : new StructNode(result);
  return (options = {}) => new AnswerDecoder<OutputOf<R>>(node, options);
}

class AnswerDecoder<T> implements ResponseDecoder<T> {
  readonly #builder: ResultBuilder;
  readonly #reader: XmlReader;
  readonly #requireDone: boolean;
  #hasBegun = false;
  isDone = true;

  constructor(
    private readonly node: StructNode,
    { limits = DEFAULT_LIMITS, toRowError = (problem) => problem, requireDone = true }: DecoderOptions,
  ) {
    this.#requireDone = requireDone;
    this.#builder = new ResultBuilder(
      { name: ROOT, envelope: envelopeNode, result: node },
      (message) => {
        throw new WireError(message, this.#reader.offset);
      },
      toRowError,
    );
    this.#reader = createXmlReader(this.#builder, limits);
  }

  get repairs(): number {
    return this.#reader.repairs;
  }

  write(text: string): void {
    // Pages of the older servers begin with blank lines where their authors left some.
    const rest = this.#hasBegun ? text : text.trimStart();
    if (rest === '') return;
    this.#hasBegun = true;
    this.#reader.write(rest);
  }

  end(): Answer<T> {
    this.#reader.end();
    const builder = this.#builder;
    // The builder checks at run time what OutputOf says of the shape it was made from.
    const result = (this.node === NO_RESULT ? null : builder.result) as T;
    const verdict = judge(builder.envelope);
    switch (verdict.is) {
      case 'refused':
        return { refusal: verdict.refusal, beside: builder.problem === undefined ? result : null };
      case 'unusable':
        throw new WireError(verdict.problem);
      case 'whole':
        if (!verdict.done && this.#requireDone) throw new WireError(NOT_DONE);
        this.isDone = verdict.done;
        if (builder.problem !== undefined) throw builder.problem;
        return { result };
    }
  }
}

/** Whether answers of this shape can be decoded: they are structs, or nothing. */
export const isResultShape = (shape: Shape | null): shape is StructShape | null =>
  shape === null || shape.kind === 'struct';
