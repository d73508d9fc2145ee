import { DEFAULT_LIMITS, type WireLimits } from '../limits.js';
import { WireError } from '../wire-error.js';
import {
  createNamespaceReader,
  type NamespaceHandlers,
  type NamespaceReader,
  type XmlElement,
} from '../xml/reader.js';
import { FaultReader } from './fault.js';
import { isSoapNamespace } from './namespaces.js';

/** Text in by chunks; what stands in the body goes to the handlers that it was made with. */
export interface EnvelopeReader {
  /** @throws {@link WireError} as soon as the text cannot become an envelope any more, and what the handlers throw */
  write(text: string): void;
  /**
   * @throws {@link SoapFault} if the body holds one
   * @throws {@link WireError} if the envelope is not complete
   */
  end(): void;
  /** UTF-16 units of the source read so far. */
  readonly offset: number;
  /** Offences against XML that were mended. */
  readonly repairs: number;
  /** The namespace that a prefix stands for; only to be asked while a handler for `open` or `close` runs. */
  resolve(prefix: string): string | undefined;
}

/**
 * Reads a SOAP answer while it arrives: passes over the header, which gateways fill with addressing, keeps a fault for
 * `end`, and hands over everything else in the body.
 *
 * @param body - told of the children of `Body`, one or several, and all inside them
 * @see Simple Object Access Protocol (SOAP) 1.1, section 4
 */
export const createEnvelopeReader = (
  body: NamespaceHandlers,
  limits: WireLimits = DEFAULT_LIMITS,
): EnvelopeReader => new BodyReader(body, limits);

/** A class, and not an object with accessors: V8 makes a hidden class of its own for each of those, which lives long. */
class BodyReader implements EnvelopeReader, NamespaceHandlers {
  readonly #reader: NamespaceReader;
  #depth = 0;
  #isInBody = false;
  #bodies = 0;
  #fault: FaultReader | null = null;
  /** Whom the child of the body that is open concerns. */
  #current: NamespaceHandlers;

  constructor(
    private readonly body: NamespaceHandlers,
    limits: WireLimits,
  ) {
    this.#current = body;
    this.#reader = createNamespaceReader(this, limits);
  }

  get offset(): number {
    return this.#reader.offset;
  }

  get repairs(): number {
    return this.#reader.repairs;
  }

  resolve(prefix: string): string | undefined {
    return this.#reader.resolve(prefix);
  }

  write(text: string): void {
    this.#reader.write(text);
  }

  end(): void {
    this.#reader.end();
    if (this.#bodies === 0) throw new WireError('not SOAP: an envelope without a body');
    if (this.#fault !== null) throw this.#fault.fault;
  }

  open(element: XmlElement): void {
    this.#depth += 1;
    if (this.#depth > 3) {
      if (this.#isInBody) this.#current.open(element);
    } else if (this.#depth === 3) {
      if (this.#isInBody) this.#openInBody(element);
    } else if (this.#depth === 2) {
      this.#enterPart(element);
    } else {
      requireEnvelope(element, this.offset);
    }
  }

  text(piece: string): void {
    if (this.#isInBody && this.#depth > 2) this.#current.text(piece);
  }

  close(element: XmlElement): void {
    const isFaultItself = this.#depth === 3 && this.#current === this.#fault;
    if (this.#isInBody && this.#depth > 2 && !isFaultItself) this.#current.close(element);
    else if (this.#depth === 2) this.#isInBody = false;
    this.#depth -= 1;
  }

  #enterPart({ local, uri }: XmlElement): void {
    this.#isInBody = local === 'Body' && isSoapNamespace(uri);
    if (this.#isInBody && ++this.#bodies > 1) throw new WireError('not SOAP: two bodies', this.offset);
  }

  #openInBody(element: XmlElement): void {
    if (element.local === 'Fault' && isSoapNamespace(element.uri)) {
      this.#fault = new FaultReader((prefix) => this.resolve(prefix));
      this.#current = this.#fault;
    } else {
      this.#current = this.body;
      this.body.open(element);
    }
  }
}

function requireEnvelope({ local, uri }: XmlElement, offset: number): void {
  if (local !== 'Envelope' || !isSoapNamespace(uri)) throw new WireError('not a SOAP envelope', offset);
}
