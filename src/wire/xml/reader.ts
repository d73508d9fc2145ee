import { type SaxesOptions, SaxesParser } from 'saxes';
import { DEFAULT_LIMITS, type WireLimits } from '../limits.js';
import { WireError } from '../wire-error.js';
import { ParserFeed } from './feed.js';
import { XmlRepairer } from './repair.js';

/** What a reader without namespaces tells. */
export interface XmlHandlers {
  /** @param name - as written, prefix and all */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
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

/** Far above what any peer writes; each costs an object before the first handler is called. */
const MAX_ATTRIBUTES = 256;

/** What a text may be long without being laid out. */
const SHORT_TEXT = 4096;
const ANY_TEXT = /^/;

/**
 * The parser joins a text from pieces, down to single characters, and V8 keeps it as a tree of them, ten times its
 * size, until someone looks at it: a regular expression always does.
 */
const layOut = (text: string): boolean => ANY_TEXT.test(text);

const OPTIONS = { position: false, defaultXMLVersion: '1.0', forceXMLVersion: true } as const;

/**
 * What both kinds of readers share: counters, errors, and the order repair, then parse.
 *
 * The parser keeps each handler as a property of its own. Beyond the six that are set, V8 makes a dictionary of the
 * parser, and it reads four times slower.
 */
class ReaderCore {
  failure: unknown;
  depth = 0;
  #elements = 0;
  #attributes = 0;
  #textLength = 0;
  readonly #repairer: XmlRepairer;
  readonly #feed: ParserFeed;

  constructor(
    private readonly parser: SaxesParser<SaxesOptions>,
    private readonly limits: WireLimits,
  ) {
    this.#repairer = new XmlRepairer(limits.maxRepairs);
    this.#feed = new ParserFeed(parser, this.#repairer);
    // Where the parser's messages quote the source they end in `: ` and the quotation. It is no `cause`
    // either, since causes are logged.
    parser.on('error', ({ message }) =>
      this.refuse(`not well-formed XML: ${message.replace(/(?::|\.$).*/s, '')}`),
    );
    parser.on('attribute', () => {
      if (++this.#attributes > MAX_ATTRIBUTES) this.refuse('too many attributes in one element');
    });
  }

  get offset(): number {
    return this.#feed.offset;
  }

  get repairs(): number {
    return this.#repairer.count;
  }

  enter(): void {
    if (++this.depth > this.limits.maxDepth) this.refuse('elements nested too deeply');
    if (++this.#elements > this.limits.maxElements) this.refuse('too many elements');
    this.#attributes = 0;
    this.#textLength = 0;
    this.#feed.textSince = this.parser.position;
  }

  leave(): void {
    this.depth -= 1;
    this.#textLength = 0;
    this.#feed.textSince = this.parser.position;
  }

  /** Has the parser tell of text, wherever it comes from. */
  onText(handlers: Pick<XmlHandlers, 'text'>): void {
    const tell = (text: string): void => {
      if (this.depth === 0) return;
      this.#textLength += text.length;
      if (this.#textLength > this.limits.maxTextLength) this.refuse('a text that is too long');
      if (text.length > SHORT_TEXT) layOut(text);
      handlers.text(text);
    };
    this.parser.on('text', tell);
    this.parser.on('cdata', (text) => {
      this.#feed.textSince = this.parser.position;
      tell(text);
    });
  }

  refuse(message: string): never {
    throw new WireError(message, this.offset);
  }

  write(text: string): void {
    this.#run(() => this.#feed.write(text));
  }

  end(): void {
    this.#run(() => this.#feed.end());
    this.failure = new Error('the XML reader has ended');
  }

  #run(step: () => void): void {
    if (this.failure !== undefined) throw this.failure;
    try {
      step();
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }
}

/**
 * Reads XML whose namespaces do not matter, as a push parser: XML-RPC and plain XML answers.
 *
 * Strict but for what {@link XmlRepairer} mends. Refuses document types, so that no entity is ever defined,
 * and whatever exceeds `limits`.
 *
 * @see XML 1.0 (fifth edition); a declared version 1.1 is read by the rules of 1.0
 */
export function createXmlReader(handlers: XmlHandlers, limits: WireLimits = DEFAULT_LIMITS): XmlReader {
  const parser = new SaxesParser({ ...OPTIONS, xmlns: false });
  const core = new ReaderCore(parser, limits);
  parser.on('opentag', (tag) => {
    core.enter();
    handlers.open(tag.name, tag.attributes);
  });
  parser.on('closetag', (tag) => {
    core.leave();
    handlers.close(tag.name);
  });
  core.onText(handlers);
  return core;
}

/**
 * As {@link createXmlReader}, with namespaces: SOAP.
 *
 * @see Namespaces in XML 1.0 (third edition); an unbound prefix is an error
 */
export function createNamespaceReader(
  handlers: NamespaceHandlers,
  limits: WireLimits = DEFAULT_LIMITS,
): NamespaceReader {
  const parser = new SaxesParser({ ...OPTIONS, xmlns: true });
  const core = new ReaderCore(parser, limits);
  parser.on('opentag', (tag) => {
    core.enter();
    handlers.open(tag);
  });
  parser.on('closetag', (tag) => {
    core.leave();
    handlers.close(tag);
  });
  core.onText(handlers);
  return Object.assign(core, { resolve: (prefix: string) => parser.resolve(prefix) });
}
