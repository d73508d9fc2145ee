const GREATER = 0x3e;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

/** Gathers the pieces of a tag, or of other markup, until its end has come; looks at each character once. */
export class TagEnd {
  readonly #pieces: string[] = [];
  /** The quote that is open in a start tag. */
  #quote = '';
  /** `<?` ends in `?>`, and a start tag may have `>` in its values. */
  readonly #kind: 'instruction' | 'start tag' | 'other';
  #endsInQuestion = false;
  length = 0;

  /**
   * @param first - from the `<` on, without its end
   * @param start - of the `<` in the document
   */
  constructor(
    first: string,
    readonly start: number,
  ) {
    const second = first[1];
    if (second === '?') this.#kind = 'instruction';
    else this.#kind = second === '/' || second === '!' ? 'other' : 'start tag';
    this.add(first);
  }

  /** All of it so far. */
  get text(): string {
    return this.#pieces.join('');
  }

  /** @returns how much of `piece` belongs to it; -1 where its end is still to come */
  add(piece: string): number {
    const end = this.#endIn(piece);
    const own = end === -1 ? piece : piece.slice(0, end);
    this.#pieces.push(own);
    this.length += own.length;
    return end;
  }

  #endIn(piece: string): number {
    if (this.#kind === 'start tag') return this.#endOfStartTag(piece);
    if (this.#kind === 'other') return behind(piece.indexOf('>'), 1);
    if (this.#endsInQuestion && piece.charCodeAt(0) === GREATER) return 1;
    this.#endsInQuestion = piece === '' ? this.#endsInQuestion : piece.endsWith('?');
    return behind(piece.indexOf('?>'), 2);
  }

  #endOfStartTag(piece: string): number {
    let at = 0;
    for (;;) {
      if (this.#quote !== '') {
        const close = piece.indexOf(this.#quote, at);
        if (close === -1) return -1;
        this.#quote = '';
        at = close + 1;
      }
      for (; this.#quote === ''; at += 1) {
        if (at >= piece.length) return -1;
        const code = piece.charCodeAt(at);
        if (code === GREATER) return at + 1;
        if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) this.#quote = piece.charAt(at);
      }
    }
  }
}

const behind = (index: number, length: number): number => (index === -1 ? -1 : index + length);
