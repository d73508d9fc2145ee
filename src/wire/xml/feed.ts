import type { SaxesOptions, SaxesParser } from 'saxes';
import { WireError } from '../wire-error.js';
import type { XmlRepairer } from './repair.js';

/** UTF-16 units of the document that the parser is given at once, and about as many that it gathers of a text. */
export const SLICE_LENGTH = 256 * 1024;

/** Far above what any peer writes in a tag, its attributes among it, or in the target of an instruction. */
const MAX_MARKUP_LENGTH = 1024 * 1024;

/**
 * Gives a document to the parser, mended and slice by slice, so that what the parser holds does not grow with the
 * document. By itself it would tell of a text or a tag only at its end, and gather it until then, character by
 * character if need be. So a long text is told in pieces, and a tag that does not end is refused.
 */
export class ParserFeed {
  /**
   * The parser's position when it last told of a tag or of a CDATA section, behind which text can follow. To be set
   * by whoever listens to the parser: at every tag, so it is a mere number.
   */
  textSince = 0;
  /** Units of the document that the parser was given, mended ones. */
  #given = 0;
  /** Units that it was given besides: together with those above, its position. */
  #inserted = 0;
  /** The parser's position at the last `<` of the document. */
  #lastOpened = -1;
  /** The parser's position behind the last comment, CDATA section or processing instruction. */
  #sectionClosedAt = 0;

  constructor(
    private readonly parser: SaxesParser<SaxesOptions>,
    private readonly repairer: XmlRepairer,
  ) {}

  /** UTF-16 units of the source that have been read. */
  get offset(): number {
    return this.repairer.toSourceOffset(Math.min(this.parser.position - this.#inserted, this.#given));
  }

  /** @throws {@link WireError} for a tag that is too long, whatever the repairer throws and whatever the parser */
  write(text: string): void {
    for (let at = 0; at < text.length; at += SLICE_LENGTH) {
      this.#give(this.repairer.write(text.slice(at, at + SLICE_LENGTH)));
      this.#limit();
    }
  }

  end(): void {
    this.#give(this.repairer.end());
    this.parser.close();
  }

  #give(slice: string): void {
    const start = this.#given + this.#inserted;
    const opened = slice.lastIndexOf('<');
    if (opened !== -1) this.#lastOpened = start + opened;
    if (this.repairer.closedAt > this.#given) this.#sectionClosedAt = this.repairer.closedAt + this.#inserted;
    this.#given += slice.length;
    this.parser.write(slice);
  }

  #limit(): void {
    const position = this.#given + this.#inserted;
    const textSince = Math.max(this.textSince, this.#sectionClosedAt);
    if (this.repairer.isInCdata) {
      if (position - textSince >= SLICE_LENGTH) this.#insert(']]><![CDATA[');
    } else if (this.#lastOpened < textSince) {
      if (position - textSince >= SLICE_LENGTH) this.#insert('<!---->');
    } else if (position - this.#lastOpened > MAX_MARKUP_LENGTH) {
      throw new WireError('markup that is too long', this.offset);
    }
  }

  /** Something that changes nothing in the document, at which the parser tells of the text before it. */
  #insert(markup: string): void {
    this.parser.write(markup);
    this.#inserted += markup.length;
    this.textSince = this.#given + this.#inserted;
  }
}
