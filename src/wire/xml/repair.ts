import { WireError } from '../wire-error.js';
import { FORBIDDEN_CHARACTER, isHighSurrogate, REPLACEMENT, SUSPECT_CHARACTER } from './characters.js';
import { referenceAt, type Token } from './reference.js';
import { cdata, SECTIONS, type Section } from './section.js';

const LESS_THAN = 0x3c;
const CARRIAGE_RETURN = 0x0d;
const CLOSING_BRACKET = 0x5d;

const FORBIDDEN_CHARACTERS = new RegExp(FORBIDDEN_CHARACTER, 'gu');

/** Finds what has to be looked at, each kind with a search of its own that is not repeated. */
class MarkFinder {
  #ampersand = -1;
  #declaration = -1;
  #instruction = -1;

  constructor(private readonly text: string) {}

  /** The next `&`, `<!`, `<?` or last `<`; the end of the text if there is none. */
  next(start: number): number {
    if (this.#ampersand < start) this.#ampersand = this.#orEnd(this.text.indexOf('&', start));
    if (this.#declaration < start) this.#declaration = this.#opener('!', start);
    if (this.#instruction < start) this.#instruction = this.#opener('?', start);
    return Math.min(this.#ampersand, this.#declaration, this.#instruction);
  }

  /** Looks for the second character, since `<` is everywhere and the others are rare. */
  #opener(second: '!' | '?', start: number): number {
    let index = this.text.indexOf(second, start + 1);
    while (index !== -1 && this.text.charCodeAt(index - 1) !== LESS_THAN) {
      index = this.text.indexOf(second, index + 1);
    }
    return this.#orEnd(index === -1 ? -1 : index - 1);
  }

  #orEnd(index: number): number {
    if (index !== -1) return index;
    return this.text.endsWith('<') ? this.text.length - 1 : this.text.length;
  }
}

/** How many units at the end of `text` mean one thing or another, as the next chunk begins. */
function undecided(text: string): number {
  const last = text.charCodeAt(text.length - 1);
  if (last === CLOSING_BRACKET) return text.endsWith(']]') ? 2 : 1;
  return last === CARRIAGE_RETURN || isHighSurrogate(last) ? 1 : 0;
}

/**
 * Mends, on its way to the parser, the offences that real panels commit: an ampersand that begins no
 * reference (`AT&T`, `?a=1&b=2`, `&nbsp;`) becomes text; references to the two halves of a surrogate pair, as
 * Axis 1.x writes what is beyond U+FFFF, become the character they are halves of; and any other character that
 * XML forbids, written plainly or as a numeric reference, becomes U+FFFD. Comments, CDATA sections and
 * processing instructions keep their ampersands. Text that needs nothing passes untouched, at the cost of a
 * few searches.
 *
 * It is also where a document type declaration is refused, before the parser sees its first character, and
 * where the content of comments and processing instructions is left out, of which the parser sees the rest.
 */
export class XmlRepairer {
  /** Repairs so far; worth a line in the log when not 0. */
  count = 0;
  /** Units that had come out where the last comment, CDATA section or processing instruction ended. */
  closedAt = 0;

  /** The comment, CDATA section or processing instruction that is open. */
  #section: Section | undefined;
  /** The end of the last chunk, while the next one decides what it means. */
  #held = '';
  #consumed = 0;
  #emitted = 0;
  #growth = 0;
  /** Where what came out starts to be `growth` longer than what went in. */
  readonly #shifts: { readonly at: number; readonly growth: number }[] = [];

  /** @param maxRepairs - repairs that are allowed; the next one throws */
  constructor(private readonly maxRepairs: number) {}

  /** Whether what came out so far ends inside a CDATA section. */
  get isInCdata(): boolean {
    return this.#section === cdata;
  }

  /**
   * @returns what is certain so far; it never ends inside a reference, a mark, a line end or `]]`, so that
   *   what the parser makes of it does not depend on what follows
   * @throws {@link WireError} at one repair too many, and at a document type declaration
   */
  write(chunk: string): string {
    const text = this.#held === '' ? chunk : this.#held + chunk;
    const certain = text.length - undecided(text);
    // Offsets are asked for as the parser goes, so those of earlier chunks are not any more.
    if (this.#shifts.length > 1) this.#shifts.splice(0, this.#shifts.length - 1);
    return this.#process(text.slice(0, certain), text.slice(certain));
  }

  /** The rest, which nothing can complete any more. */
  end(): string {
    if (this.#held === '') return '';
    const mended = this.#process(this.#held, '', true);
    const rest = this.#held;
    this.#held = '';
    return mended + rest;
  }

  /**
   * Turns an offset in the text that came out into one in the text that went in.
   *
   * @param offset - none before what the last `write` returned
   */
  toSourceOffset(offset: number): number {
    const shift = this.#shifts.findLast(({ at }) => at <= offset);
    return offset - (shift?.growth ?? 0);
  }

  #process(raw: string, undecidedEnd: string, isLast = false): string {
    const text = this.#replaceForbidden(raw);
    const marks = new MarkFinder(text);
    let mended = '';
    let copied = 0;
    let at = 0;
    const replace = (end: number, replacement: string): void => {
      mended += text.slice(copied, at) + replacement;
      copied = end;
      this.#growth += replacement.length - (end - at);
      this.#shifts.push({ at: this.#emitted + mended.length, growth: this.#growth });
    };
    while (at < text.length) {
      const section = this.#section;
      if (section !== undefined) {
        const { skipTo, end, open } = section(text, at);
        if (skipTo > at) replace(skipTo, '');
        if (open === section && end === at) break;
        this.#section = open;
        at = end;
        if (open === undefined) this.closedAt = this.#emitted + mended.length + at - copied;
        continue;
      }
      at = marks.next(at);
      if (at === text.length) break;
      const token = text[at] === '&' ? referenceAt(text, at, isLast) : this.#openSection(text, at);
      if (token === undefined) break;
      if (token.replacement !== undefined) {
        this.#countRepair(at);
        replace(at + token.length, token.replacement);
      }
      at += token.length;
    }
    // Text of which nothing was replaced stays one piece, which is read three times as fast as one put together.
    mended = copied === 0 ? text.slice(0, at) : mended + text.slice(copied, at);
    this.#held = text.slice(at) + undecidedEnd;
    this.#consumed += at;
    this.#emitted += mended.length;
    return mended;
  }

  /** @returns what opens the section, or `undefined` while the chunk is too short to tell */
  #openSection(text: string, index: number): Token | undefined {
    for (const [opener, section] of SECTIONS) {
      if (!text.startsWith(opener, index)) continue;
      this.#section = section;
      return { length: opener.length };
    }
    const rest = text.slice(index);
    if (SECTIONS.some(([opener]) => opener.startsWith(rest))) return undefined;
    throw new WireError('a document type declaration', this.#consumed + index);
  }

  /** One for one, so that it moves no offset. */
  #replaceForbidden(text: string): string {
    if (!SUSPECT_CHARACTER.test(text)) return text;
    return text.replace(FORBIDDEN_CHARACTERS, (_character, index: number) => {
      this.#countRepair(index);
      return REPLACEMENT;
    });
  }

  #countRepair(index: number): void {
    if (this.count === this.maxRepairs) {
      throw new WireError('more characters that XML forbids than are mended', this.#consumed + index);
    }
    this.count += 1;
  }
}
