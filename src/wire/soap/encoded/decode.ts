import { DEFAULT_LIMITS, type WireLimits } from '../../limits.js';
import { WireError } from '../../wire-error.js';
import type { NamespaceHandlers, XmlElement } from '../../xml/reader.js';
import { createEnvelopeReader, type EnvelopeReader } from '../envelope.js';
import { isNil, SOAP_ENCODING } from '../namespaces.js';
import { ElementTable, NONE } from './element-table.js';

/** A whole answer, its references settled; a compiled reader makes a result of it. */
export interface EncodedReply {
  readonly table: ElementTable;
  /** The response: the element that holds the return value. */
  readonly response: number;
}

/** Text in by chunks, one reply out. */
export interface ReplyDecoder {
  /** @throws {@link WireError} as soon as the text cannot become an answer any more */
  write(text: string): void;
  /**
   * @throws {@link SoapFault} if the answer is a fault
   * @throws {@link WireError} if it is not complete, or has references that lead nowhere or round in a circle
   */
  end(): EncodedReply;
  /** Offences against XML that were mended; worth a line in the log when not 0. */
  readonly repairs: number;
}

/**
 * Reads the answer to an RPC call with section 5 encoding while it arrives: takes references in any order and
 * nesting, and elements of any name and prefix. Types that elements state, and sizes that arrays state, are not
 * looked at: the shape of the result says what to read, and peers err in both.
 *
 * @see Simple Object Access Protocol (SOAP) 1.1, sections 4, 5 and 7
 */
export const createReplyDecoder = (limits: WireLimits = DEFAULT_LIMITS): ReplyDecoder =>
  new TableDecoder(limits);

class TableDecoder implements ReplyDecoder {
  readonly #builder: TableBuilder;
  readonly #reader: EnvelopeReader;

  constructor(limits: WireLimits) {
    this.#builder = new TableBuilder(limits.maxElements);
    this.#reader = createEnvelopeReader(this.#builder, limits);
  }

  get repairs(): number {
    return this.#reader.repairs;
  }

  write(text: string): void {
    this.#reader.write(text);
  }

  end(): EncodedReply {
    this.#reader.end();
    const { table, bodyChildren } = this.#builder;
    table.settle();
    const response = bodyChildren.find((row) => !table.isReferredTo(row)) ?? NONE;
    if (response === NONE) throw new WireError('not SOAP RPC: a body without a response');
    return { table, response };
  }
}

class TableBuilder implements NamespaceHandlers {
  readonly table: ElementTable;
  /** Children of the body that do not say that they are there for others to refer to. */
  readonly bodyChildren: number[] = [];
  /** Rows of the elements that are open, outermost first. */
  readonly #open: number[] = [];

  constructor(maxLooks: number) {
    this.table = new ElementTable(maxLooks);
  }

  open(element: XmlElement): void {
    const parent = this.#open[this.#open.length - 1] ?? NONE;
    const row = this.table.add(parent, {
      name: element.local,
      id: plainAttribute(element, 'id'),
      href: plainAttribute(element, 'href'),
      isNil: isNil(element),
    });
    if (parent === NONE && !isReferent(element)) this.bodyChildren.push(row);
    this.#open.push(row);
  }

  text(piece: string): void {
    const row = this.#open[this.#open.length - 1];
    if (row !== undefined) this.table.addText(row, piece);
  }

  close(): void {
    this.#open.pop();
  }
}

/** An attribute in no namespace, as `id` and `href` are. */
const plainAttribute = ({ ownAttributes }: XmlElement, name: string): string | undefined =>
  ownAttributes.find(({ local, uri }) => uri === '' && local === name)?.value;

/** Whether an element says that it is in the body only for others to refer to. */
const isReferent = ({ ownAttributes }: XmlElement): boolean =>
  ownAttributes.some(
    ({ local, uri, value }) => local === 'root' && uri === SOAP_ENCODING && value.trim() === '0',
  );
