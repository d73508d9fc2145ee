import { DEFAULT_LIMITS, type WireLimits } from '../limits.js';
import { WireError } from '../wire-error.js';
import { ElementStack } from './element-stack.js';
import type { XmlName } from './known-names.js';
import { XmlRepairer } from './repair.js';
import type { Attributes } from './start-tag.js';
import { type TokenHandlers, XmlTokenizer } from './tokenizer.js';

/** What a reader without namespaces tells. */
export interface XmlHandlers {
  /** @param name - as written, prefix and all */
  open(name: string, attributes: Attributes): void;
  /**
   * Text or CDATA inside the root element, untrimmed, with line ends normalised to LF. One run of text can
   * come in several calls; white space between elements comes too.
   */
  text(text: string): void;
  close(name: string): void;
}

/** An attribute with its namespace, which is `''` for one without a prefix. */
export interface XmlAttribute {
  readonly local: string;
  readonly uri: string;
  readonly value: string;
}

/** A start tag with its namespace, which is `''` if it is in none. */
export interface XmlElement {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  /** By their names as written; the `xmlns` declarations are among them. Without a prototype. */
  readonly attributes: Readonly<Record<string, XmlAttribute>>;
  /** Those that declare no namespace, in the order of the document. */
  readonly ownAttributes: readonly XmlAttribute[];
}

/** What a reader with namespaces tells. */
export interface NamespaceHandlers {
  open(element: XmlElement): void;
  /** As in {@link XmlHandlers}. */
  text(text: string): void;
  /** @param element - the one that `open` was called with */
  close(element: XmlElement): void;
}

/** Text in, handlers called. After its first error it repeats that error. */
export interface XmlReader {
  /** @throws {@link WireError}, and whatever a handler throws */
  write(text: string): void;
  /** @throws {@link WireError} if the document is not complete */
  end(): void;
  /** UTF-16 units of the source read so far: where an error that a handler throws belongs. */
  readonly offset: number;
  /** Offences that were mended, see {@link XmlRepairer}. */
  readonly repairs: number;
}

export interface NamespaceReader extends XmlReader {
  /**
   * The namespace that a prefix stands for, `''` being the default one's: for names in attribute values
   * and text, such as `xsi:type`. Only to be asked while `open` or `close` runs, for the element they are told.
   */
  resolve(prefix: string): string | undefined;
}

/** What both kinds of readers share: errors, and the order repair, then parse. */
class ReaderCore {
  #failure: unknown;
  readonly #repairer: XmlRepairer;
  readonly #tokenizer: XmlTokenizer;

  constructor(handlers: TokenHandlers, limits: WireLimits) {
    this.#repairer = new XmlRepairer(limits.maxRepairs);
    this.#tokenizer = new XmlTokenizer(handlers, limits, (problem) => this.refuse(problem));
  }

  get offset(): number {
    return this.#repairer.toSourceOffset(this.#tokenizer.position);
  }

  get repairs(): number {
    return this.#repairer.count;
  }

  refuse(problem: string): never {
    throw new WireError(problem, this.offset);
  }

  write(text: string): void {
    if (this.#failure !== undefined) this.#repeat();
    try {
      this.#tokenizer.write(this.#repairer.write(text));
    } catch (error) {
      this.#failure = error;
      throw error;
    }
  }

  end(): void {
    if (this.#failure !== undefined) this.#repeat();
    try {
      this.#tokenizer.write(this.#repairer.end());
      this.#tokenizer.end();
      this.#failure = ENDED;
    } catch (error) {
      this.#failure = error;
      throw error;
    }
  }

  #repeat(): never {
    throw this.#failure === ENDED ? new Error(ENDED) : this.#failure;
  }
}

const ENDED = 'the XML reader has ended';

/**
 * Reads XML whose namespaces do not matter, as a push parser: XML-RPC and plain XML answers.
 *
 * Strict but for what {@link XmlRepairer} mends. Refuses document types, so that no entity is ever defined,
 * and whatever exceeds `limits`.
 *
 * @see XML 1.0 (fifth edition); a declared version 1.1 is read by the rules of 1.0
 */
export const createXmlReader = (handlers: XmlHandlers, limits: WireLimits = DEFAULT_LIMITS): XmlReader =>
  new ReaderCore(new PlainTeller(handlers), limits);

/** Tells what the tokenizer tells to those who ask for no namespaces. */
class PlainTeller implements TokenHandlers {
  constructor(private readonly handlers: XmlHandlers) {}

  open(name: XmlName, attributes: Attributes): void {
    this.handlers.open(name.text, attributes);
  }

  text(text: string): void {
    this.handlers.text(text);
  }

  close(name: XmlName): void {
    this.handlers.close(name.text);
  }
}

/**
 * As {@link createXmlReader}, with namespaces: SOAP.
 *
 * @see Namespaces in XML 1.0 (third edition); an unbound prefix is an error
 */
export const createNamespaceReader = (
  handlers: NamespaceHandlers,
  limits: WireLimits = DEFAULT_LIMITS,
): NamespaceReader => new NamespaceCore(handlers, limits);

class NamespaceCore extends ReaderCore implements NamespaceReader {
  readonly #elements: ElementStack;

  constructor(handlers: NamespaceHandlers, limits: WireLimits) {
    const elements = new ElementStack(handlers, (problem) => this.refuse(problem));
    super(elements, limits);
    this.#elements = elements;
  }

  resolve(prefix: string): string | undefined {
    return this.#elements.resolve(prefix);
  }
}
