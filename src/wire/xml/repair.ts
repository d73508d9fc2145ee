import { WireError } from '../wire-error.js';
import { FORBIDDEN_CHARACTER, isHighSurrogate, REPLACEMENT, SUSPECT_CHARACTER } from './characters.js';
import { referenceAt, type Token } from './reference.js';

const LESS_THAN = 0x3c;

/** Where an ampersand is nothing special: how such a section opens and what ends it. */
const SECTIONS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

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

/** Where `terminator` may have begun at the end of `text`, not before `start`; else the end. */
function startOfPartial(text: string, terminator: string, start: number): number {
  for (let length = terminator.length - 1; length > 0; length -= 1) {
    const index = text.length - length;
    if (index >= start && text.endsWith(terminator.slice(0, length))) return index;
  }
  return text.length;
}

/**
 * Mends, on its way to the parser, the offences that real panels commit: an ampersand that begins no
 * reference (`AT&T`, `?a=1&b=2`, `&nbsp;`) becomes text; references to the two halves of a surrogate pair, as
 * Axis 1.x writes what is beyond U+FFFF, become the character they are halves of; and any other character that
 * XML forbids, written plainly or as a numeric reference, becomes U+FFFD. Comments, CDATA sections and
 * processing instructions keep their ampersands. Text that needs nothing passes untouched, at the cost of a
 * few searches.
 *
 * It is also where a document type declaration is refused, before the parser sees its first character.
 */
export class XmlRepairer {
  /** Repairs so far; worth a line in the log when not 0. */
  count = 0;

  /** What ends the comment, CDATA section or processing instruction that is open. */
  #terminator: string | undefined;
  /** The end of the last chunk, while the next one decides what it means. */
  #held = '';
  #consumed = 0;
  #emitted = 0;
  #growth = 0;
  /** Where the text that came out starts to be `growth` longer than what went in. */
  readonly #shifts: { readonly at: number; readonly growth: number }[] = [];

  /** @param maxRepairs - repairs that are allowed; the next one throws */
  constructor(private readonly maxRepairs: number) {}

  /** @throws {@link WireError} at one repair too many, and at a document type declaration */
  write(chunk: string): string {
    const text = this.#held + chunk;
    const last = text.charCodeAt(text.length - 1);
    // Whether a first half of a surrogate pair is alone is known with the next chunk.
    if (!isHighSurrogate(last)) return this.#process(text, '');
    return this.#process(text.slice(0, -1), text.slice(-1));
  }

  /** The rest, which nothing can complete any more. */
  end(): string {
    const mended = this.#process(this.#held, '', true);
    const rest = this.#held;
    this.#held = '';
    return mended + rest;
  }

  /** Turns an offset in the text that came out into one in the text that went in. */
  toSourceOffset(offset: number): number {
    const shift = this.#shifts.findLast(({ at }) => at <= offset);
    return offset - (shift?.growth ?? 0);
  }

  #process(raw: string, half: string, isLast = false): string {
    const text = this.#replaceForbidden(raw);
    const marks = new MarkFinder(text);
    let mended = '';
    let copied = 0;
    let at = 0;
    while (at < text.length) {
      at = this.#skipSection(text, at);
      if (this.#terminator !== undefined) break;
      at = marks.next(at);
      if (at === text.length) break;
      const token = text[at] === '&' ? referenceAt(text, at, isLast) : this.#openSection(text, at);
      if (token === undefined) break;
      if (token.replacement !== undefined) {
        this.#countRepair(at);
        mended += text.slice(copied, at) + token.replacement;
        copied = at + token.length;
        this.#growth += token.replacement.length - token.length;
        this.#shifts.push({ at: this.#emitted + mended.length, growth: this.#growth });
      }
      at += token.length;
    }
    mended += text.slice(copied, at);
    this.#held = text.slice(at) + half;
    this.#consumed += at;
    this.#emitted += mended.length;
    return mended;
  }

  /** @returns where the open section, if there is one, ends or may end */
  #skipSection(text: string, start: number): number {
    const terminator = this.#terminator;
    if (terminator === undefined) return start;
    const end = text.indexOf(terminator, start);
    if (end === -1) return startOfPartial(text, terminator, start);
    this.#terminator = undefined;
    return end + terminator.length;
  }

  /** @returns what opens the section, or `undefined` while the chunk is too short to tell */
  #openSection(text: string, index: number): Token | undefined {
    for (const [opener, terminator] of SECTIONS) {
      if (!text.startsWith(opener, index)) continue;
      this.#terminator = terminator;
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
