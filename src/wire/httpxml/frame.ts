import type { WireError } from '../wire-error.js';
import type { ListNode, StructNode } from './compile-shape.js';
import type { FlatRows } from './flat-rows.js';

export type Output = Record<string, unknown>;

/** Not an item of a list. */
export const NO_INDEX = -1;

/** Name of a value in paths: `dns[2]`. */
export const stepOf = (name: string, index: number): string =>
  index === NO_INDEX ? name : `${name}[${index}]`;

/** An element that holds others, while it is open. */
export class Frame {
  text = '';
  problem: WireError | undefined;
  /** Rows without elements of their own, by their lists. */
  flat: Map<ListNode, FlatRows> | undefined;

  constructor(
    readonly outer: Frame | undefined,
    readonly node: StructNode | ListNode,
    /** Of a struct itself; of a list the struct that holds it. */
    readonly output: Output,
    /** Of the member that it is, or is an item of. */
    readonly name: string,
    /** Where a row goes when it is complete; `undefined` for what is no row. */
    readonly rows: unknown[] | undefined,
    readonly index: number,
    /** Whether it is a row that is its error where it cannot be read. */
    readonly isRowByRow: boolean,
  ) {}
}
