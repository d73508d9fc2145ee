import type { WireLimits } from '../limits.js';
import { contentOf, withLineFeeds } from './content.js';
import { XML_DECLARATION } from './declaration.js';
import { standsAt, type XmlName } from './known-names.js';
import { endOfName, isName, skipBlanks } from './names.js';
import { endOfText, SpecialFinder } from './special-finder.js';
import { type Attributes, malformed, readStartTag, StartTag } from './start-tag.js';
import { TagEnd } from './tag-end.js';

/** What the tokenizer tells, in the order of the document. */
export interface TokenHandlers {
  open(name: XmlName, attributes: Attributes): void;
  /** Inside the root element; one run of text can come in several calls. */
  text(text: string): void;
  close(name: XmlName): void;
}

/** Far above what any peer writes in a tag, its attributes among it, or in the target of an instruction. */
const MAX_MARKUP_LENGTH = 1024 * 1024;

const LESS = 0x3c;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const SLASH = 0x2f;
const GREATER = 0x3e;
const BYTE_ORDER_MARK = '\ufeff';

/** What the repairer makes of every comment that is one. */
const COMMENT = '<!---->';
const CDATA = '<![CDATA[';
const END_OF_CDATA = ']]>';

/**
 * Reads XML that has passed the {@link XmlRepairer}, as it arrives: every reference in it is one that XML defines, no
 * character is one that it forbids, comments and instructions are empty, there is no document type, and no chunk ends
 * inside a reference, the opening of a mark, a line end or `]]`. Each character is looked at once, and of a tag that
 * several chunks share its pieces are kept.
 *
 * @see XML 1.0 (fifth edition), sections 2.1 to 3.1
 */
export class XmlTokenizer {
  /** Units up to the end of what was read last. */
  position = 0;

  /** Names of the elements that are open, outermost first. */
  readonly #open: XmlName[] = [];
  readonly #tag = new StartTag();
  #elements = 0;
  /** Of the text that is open, its pieces taken together. */
  #textLength = 0;
  #isInCdata = false;
  /** Where the chunk begins that is being read. */
  #base = 0;
  /** Where an XML declaration may stand: nothing has been read yet. */
  #start = 0;
  #specials = new SpecialFinder('');
  /** Markup whose end has not come. */
  #unfinished: TagEnd | undefined;
  readonly #refuseAt = (problem: string, at: number): never => {
    this.position = this.#base + at;
    return this.refuse(problem);
  };

  /** @param refuse - throws, with `position` for the place */
  constructor(
    private readonly handlers: TokenHandlers,
    private readonly limits: WireLimits,
    private readonly refuse: (problem: string) => never,
  ) {}

  /** @throws what `refuse` throws for what is not well-formed, and whatever a handler throws */
  write(chunk: string): void {
    if (chunk === '') return;
    let at = 0;
    if (this.#unfinished !== undefined) {
      at = this.#finish(this.#unfinished, chunk);
    } else if (this.#base === 0 && chunk.startsWith(BYTE_ORDER_MARK)) {
      at = 1;
      this.#start = 1;
    }
    this.#specials = new SpecialFinder(chunk);
    this.#read(chunk, at);
    this.#base += chunk.length;
  }

  /** @throws what `refuse` throws if the document is not complete */
  end(): void {
    if (this.#unfinished !== undefined || this.#isInCdata) this.#malformed('unexpected end', 0);
    if (this.#open.length > 0) this.#malformed('unclosed tag', 0);
    if (this.#elements === 0) this.#malformed('document must contain a root element', 0);
  }

  /** @returns where to read on in `chunk` */
  #finish(unfinished: TagEnd, chunk: string): number {
    const end = unfinished.add(chunk);
    if (end === -1) {
      this.#limit(unfinished);
      return chunk.length;
    }
    const base = this.#base;
    this.#base = unfinished.start;
    this.#unfinished = undefined;
    if (this.#markup(unfinished.text, 0) === -1) this.#malformed('markup without an end', unfinished.length);
    this.#base = base;
    return end;
  }

  #read(text: string, start: number): void {
    let at = start;
    while (at < text.length) {
      if (this.#isInCdata) {
        at = this.#cdata(text, at);
        continue;
      }
      if (text.charCodeAt(at) !== LESS) {
        const end = endOfText(text, at);
        this.#text(text, at, end);
        at = end;
        continue;
      }
      const end = this.#markup(text, at);
      if (end === -1) {
        this.#unfinished = new TagEnd(text.slice(at), this.#base + at);
        this.#limit(this.#unfinished);
        return;
      }
      at = end;
    }
  }

  /** @returns behind the markup that begins at `at`; -1 where the text ends inside it */
  #markup(text: string, at: number): number {
    switch (text.charCodeAt(at + 1)) {
      case SLASH:
        return this.#endTag(text, at);
      case EXCLAMATION:
        return this.#commentOrCdata(text, at);
      case QUESTION:
        return this.#instruction(text, at);
      default:
        return at + 1 === text.length ? -1 : this.#startTag(text, at);
    }
  }

  #startTag(text: string, at: number): number {
    if (this.#elements > 0 && this.#open.length === 0) this.#malformed('a second root element', at);
    const tag = this.#tag;
    readStartTag(text, at, tag, this.#refuseAt);
    const { name, attributes, isEmpty, end } = tag;
    if (end === -1) return -1;
    this.#open.push(name);
    this.#textLength = 0;
    this.position = this.#base + end;
    if (this.#open.length > this.limits.maxDepth) this.refuse('elements nested too deeply');
    if (++this.#elements > this.limits.maxElements) this.refuse('too many elements');
    this.handlers.open(name, attributes);
    if (isEmpty) this.#close(name);
    return end;
  }

  #endTag(text: string, at: number): number {
    const name = this.#open[this.#open.length - 1];
    if (name !== undefined && standsAt(name, text, at + 2)) {
      const end = skipBlanks(text, at + 2 + name.text.length);
      if (end === text.length) return -1;
      if (text.charCodeAt(end) === GREATER) {
        this.position = this.#base + end + 1;
        this.#close(name);
        return end + 1;
      }
    }
    const end = text.indexOf('>', at);
    return end === -1 ? -1 : this.#malformed('unexpected close tag', end + 1);
  }

  #close(name: XmlName): void {
    this.#open.pop();
    this.#textLength = 0;
    this.handlers.close(name);
  }

  #commentOrCdata(text: string, at: number): number {
    if (text.startsWith(CDATA, at)) {
      if (this.#open.length === 0) this.#malformed('text data outside of root node', at);
      this.#isInCdata = true;
      return at + CDATA.length;
    }
    if (text.startsWith(COMMENT, at)) return at + COMMENT.length;
    return COMMENT.startsWith(text.slice(at)) ? -1 : this.#malformed('a comment with two dashes in it', at);
  }

  #cdata(text: string, at: number): number {
    const mark = text.indexOf(END_OF_CDATA, at);
    const end = mark === -1 ? text.length : mark;
    this.#isInCdata = mark === -1;
    const next = mark === -1 ? end : end + END_OF_CDATA.length;
    this.position = this.#base + next;
    if (end > at) this.#tell(withLineFeeds(text.slice(at, end)));
    return next;
  }

  /** The XML declaration, too, which looks like one. */
  #instruction(text: string, at: number): number {
    const mark = text.indexOf('?>', at + 2);
    if (mark === -1) return -1;
    const end = endOfName(text, at + 2);
    const target = text.slice(at + 2, end);
    if (target === 'xml') {
      if (this.#base + at !== this.#start) this.#malformed('an XML declaration that is not the first', at);
      if (!XML_DECLARATION.test(text.slice(at, mark + 2)))
        this.#malformed('an XML declaration that is none', at);
    } else if (end !== mark || !isName(text, at + 2, end) || target.toLowerCase() === 'xml') {
      this.#malformed('an instruction whose target is no name', at);
    }
    return mark + 2;
  }

  #text(text: string, at: number, end: number): void {
    this.position = this.#base + end;
    if (this.#open.length === 0) {
      if (skipBlanks(text, at) < end) this.#malformed('text data outside of root node', at);
      return;
    }
    const raw = text.slice(at, end);
    if (this.#specials.next(at) >= end) {
      this.#tell(raw);
      return;
    }
    const forbidden = raw.indexOf(END_OF_CDATA);
    if (forbidden !== -1) this.#malformed('the string "]]>" is disallowed in char data', at + forbidden);
    this.#tell(contentOf(raw));
  }

  #tell(piece: string): void {
    this.#textLength += piece.length;
    if (this.#textLength > this.limits.maxTextLength) this.refuse('a text that is too long');
    this.handlers.text(piece);
  }

  #limit({ length }: TagEnd): void {
    if (length > MAX_MARKUP_LENGTH) this.#refuseAt('markup that is too long', 0);
  }

  #malformed(problem: string, at: number): never {
    return this.#refuseAt(malformed(problem), at);
  }
}
