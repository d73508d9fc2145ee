const LESS = 0x3c;

/** Where the text that begins at `start` ends. Between elements it is a line end as a rule: no search then. */
export function endOfText(text: string, start: number): number {
  if (text.charCodeAt(start + 1) === LESS) return start + 1;
  const less = text.indexOf('<', start + 1);
  return less === -1 ? text.length : less;
}

/** Finds what makes a text something else than what it stands for, each kind with a search that is not repeated. */
export class SpecialFinder {
  #ampersand = -1;
  #lineEnd = -1;
  #endOfCdata = -1;
  #next = -1;

  constructor(private readonly text: string) {}

  /** The next `&`, carriage return or `]]>`; the end of the text if there is none. */
  next(start: number): number {
    if (this.#next >= start) return this.#next;
    if (this.#ampersand < start) this.#ampersand = this.#find('&', start);
    if (this.#lineEnd < start) this.#lineEnd = this.#find('\r', start);
    if (this.#endOfCdata < start) this.#endOfCdata = this.#find(']]>', start);
    this.#next = Math.min(this.#ampersand, this.#lineEnd, this.#endOfCdata);
    return this.#next;
  }

  #find(mark: string, start: number): number {
    const index = this.text.indexOf(mark, start);
    return index === -1 ? this.text.length : index;
  }
}
