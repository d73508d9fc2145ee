import { WireError } from '../../wire-error.js';

/** No row: there is no first child, or no next sibling. */
export const NONE = -1;

/** What a start tag says that matters to the encoding. */
export interface TableEntry {
  readonly name: string;
  readonly id: string | undefined;
  /** Where the value stands instead: `#` and the id of another element. */
  readonly href: string | undefined;
  readonly isNil: boolean;
}

/**
 * The elements of a body, a row each, in the order in which they came. Values may stand anywhere in it and be
 * referred to from anywhere, so none can be read before all have come.
 *
 * @see Simple Object Access Protocol (SOAP) 1.1, section 5.4.1
 */
export class ElementTable {
  readonly #names: string[] = [];
  readonly #texts: string[] = [];
  readonly #firstChildren: number[] = [];
  readonly #lastChildren: number[] = [];
  readonly #nextSiblings: number[] = [];
  readonly #nil: boolean[] = [];
  readonly #rowsById = new Map<string, number>();
  readonly #references: { readonly row: number; readonly href: string }[] = [];
  /** The row that each row refers to; complete, and free of circles, once {@link settle} has run. */
  readonly #targets: number[] = [];
  readonly #referred = new Set<number>();
  #looksLeft: number;

  /** @param maxLooks - how many elements may be looked at for values: shared ones count once a place */
  constructor(maxLooks: number) {
    this.#looksLeft = maxLooks;
  }

  /**
   * @param parent - {@link NONE} for a child of the body
   * @throws {@link WireError} if another element has this id
   */
  add(parent: number, { name, id, href, isNil }: TableEntry): number {
    const row = this.#names.push(name) - 1;
    this.#texts.push('');
    this.#firstChildren.push(NONE);
    this.#lastChildren.push(NONE);
    this.#nextSiblings.push(NONE);
    this.#nil.push(isNil);
    this.#targets.push(NONE);
    if (parent !== NONE) this.#append(parent, row);
    if (href !== undefined) this.#references.push({ row, href });
    if (id !== undefined) {
      if (this.#rowsById.has(id)) throw new WireError('an id that two elements have');
      this.#rowsById.set(id, row);
    }
    return row;
  }

  #append(parent: number, row: number): void {
    const last = this.#lastChildren[parent] ?? NONE;
    if (last === NONE) this.#firstChildren[parent] = row;
    else this.#nextSiblings[last] = row;
    this.#lastChildren[parent] = row;
  }

  addText(row: number, piece: string): void {
    this.#texts[row] += piece;
  }

  /**
   * Finds what each reference refers to, once all rows are there.
   *
   * @throws {@link WireError} if one leads nowhere, out of the body, or round in a circle
   */
  settle(): void {
    for (const { row, href } of this.#references) {
      const target = href.startsWith('#') ? this.#rowsById.get(href.slice(1)) : undefined;
      if (target === undefined) throw new WireError('a reference to an element that is not there');
      this.#targets[row] = target;
      this.#referred.add(target);
    }
    this.#refuseCircles();
  }

  /** Whether an element stands for this one; known once {@link settle} has run. */
  isReferredTo(row: number): boolean {
    return this.#referred.has(row);
  }

  /** Goes along children and references, depth first; a circle leads back to an element that is still open. */
  #refuseCircles(): void {
    if (this.#references.length === 0) return;
    const state = new Uint8Array(this.#names.length);
    for (const start of this.#referred) {
      const stack = [start];
      for (let row = stack.at(-1); row !== undefined; row = stack.at(-1)) {
        if (state[row] !== UNSEEN) {
          state[row] = DONE;
          stack.pop();
          continue;
        }
        state[row] = OPEN;
        for (const next of this.#leadsTo(row)) {
          if (state[next] === OPEN) throw new WireError('references that lead round in a circle');
          if (state[next] === UNSEEN) stack.push(next);
        }
      }
    }
  }

  *#leadsTo(row: number): Iterable<number> {
    const target = this.#targets[row] ?? NONE;
    if (target !== NONE) yield target;
    yield* this.children(row);
  }

  /**
   * The row that holds the value of `row`: itself, or the one at the end of its references.
   *
   * @returns {@link NONE} for nil, which each element on the way can say
   * @throws {@link WireError} when more elements have been looked at than there may be, which takes shared ones
   */
  valueOf(row: number): number {
    for (let at = row; ; ) {
      this.#looksLeft -= 1;
      if (this.#looksLeft < 0) throw new WireError('references that unfold to too many values');
      if (this.#nil[at] === true) return NONE;
      const target = this.#targets[at] ?? NONE;
      if (target === NONE) return at;
      at = target;
    }
  }

  /** Local name. */
  name(row: number): string {
    return this.#names[row] ?? '';
  }

  /** The text of the element itself, untrimmed. */
  text(row: number): string {
    return this.#texts[row] ?? '';
  }

  firstChild(row: number): number {
    return this.#firstChildren[row] ?? NONE;
  }

  /** The one behind it under the same parent. */
  nextSibling(row: number): number {
    return this.#nextSiblings[row] ?? NONE;
  }

  *children(row: number): Iterable<number> {
    for (let child = this.firstChild(row); child !== NONE; child = this.nextSibling(child)) yield child;
  }
}

const UNSEEN = 0;
const OPEN = 1;
const DONE = 2;
