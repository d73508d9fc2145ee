import { type ArrayShape, isKey, type Members, type Shape, type StructShape } from '../../operation/shape.js';
import { canonicalName, splitNumber } from './element-name.js';
import { SCALAR_KINDS, type ScalarReader } from './read-scalar.js';

/**
 * How shapes stand for the elements of an answer:
 * - a struct's members are child elements or attributes, by {@link canonicalName}; `#text` is its own text;
 * - an array's elements repeat under its name, or under its name with a number behind it;
 * - with an `itemName` they stand inside an element of the array's name, or, where that is left out, beside it;
 * - with the `itemName` `''` the members of its structs stand beside each other without an element of their own,
 *   repeated (`Domain`, `RRPCode`, `Domain`, `RRPCode`) or numbered (`Domain1`, `RRPCode1`);
 * - what no member names is passed over, and so are `secret` members.
 */
export type Reading =
  | { readonly kind: 'skip' }
  | { readonly kind: 'scalar'; readonly read: ScalarReader; readonly problem: string }
  | StructNode
  | ListNode;

export interface Member {
  readonly name: string;
  readonly reading: Reading;
  readonly isKey: boolean;
}

export interface ListNode {
  readonly kind: 'list';
  readonly item: Reading;
  /** In canonical spelling; `undefined`: the elements have the list's own name. */
  readonly itemName: string | undefined;
  /** A row that cannot be read is its error. */
  readonly isRowByRow: boolean;
}

/** What an element is, inside a struct. */
export type Place =
  | { readonly as: 'value'; readonly member: Member }
  | { readonly as: 'item'; readonly member: Member; readonly list: ListNode }
  /** One member of a row that has no element of its own. */
  | {
      readonly as: 'column';
      readonly member: Member;
      readonly list: ListNode;
      readonly column: Member;
      readonly number: number | undefined;
    };

export class StructNode {
  readonly kind = 'struct';
  /** What the struct says besides its elements and attributes. */
  readonly ownText: Member | undefined;
  readonly members: readonly Member[];
  readonly #places = new Map<string, Place>();

  constructor(shape: StructShape) {
    const entries = Object.entries<Members[string]>(shape.members);
    this.members = entries.map(([name, member]) => ({
      name,
      reading: compileReading(member),
      isKey: isKey(member),
    }));
    this.ownText = this.members.find(({ name }) => name === '#text');
    for (const [index, member] of this.members.entries()) {
      const { reading } = member;
      const aliases = entries[index]?.[1].aliases ?? [];
      if (reading.kind === 'list' && reading.itemName === '') this.#addColumns(member, reading);
      else for (const name of [member.name, ...aliases]) this.#add(name, placeOf(member));
    }
    // After all names proper, so that it takes none from them.
    for (const member of this.members) {
      const { reading } = member;
      if (reading.kind === 'list' && reading.itemName) {
        this.#add(reading.itemName, { as: 'item', member, list: reading });
      }
    }
  }

  /** @returns `undefined` for an element, or an attribute, that no member names */
  find(name: string): Place | undefined {
    const canonical = canonicalName(name);
    const place = this.#places.get(canonical);
    if (place !== undefined) return place;
    const numbered = splitNumber(canonical);
    const unnumbered = numbered && this.#places.get(numbered.base);
    if (unnumbered?.as === 'item') return unnumbered;
    return unnumbered?.as === 'column' ? { ...unnumbered, number: numbered?.number } : undefined;
  }

  /** All members, of which nothing is known yet: every result of one shape has the same properties in one order. */
  blank(): Record<string, unknown> {
    const output: Record<string, unknown> = {};
    for (const { name, reading } of this.members) output[name] = reading.kind === 'list' ? [] : null;
    return output;
  }

  /** The first member that has a name has it; the others have to be found by their own. */
  #add(name: string, place: Place): void {
    const canonical = canonicalName(name);
    if (!this.#places.has(canonical)) this.#places.set(canonical, place);
  }

  #addColumns(member: Member, list: ListNode): void {
    if (list.item.kind !== 'struct') throw new Error(`The rows of ${member.name} are no structs.`);
    for (const [canonical, place] of list.item.#places) {
      if (place.as === 'value') {
        this.#add(canonical, { as: 'column', member, list, column: place.member, number: undefined });
      }
    }
  }
}

function placeOf(member: Member): Place {
  const { reading } = member;
  return reading.kind === 'list' && reading.itemName === undefined
    ? { as: 'item', member, list: reading }
    : { as: 'value', member };
}

function compileReading(shape: Shape): Reading {
  if (shape.secret === true) return { kind: 'skip' };
  if (shape.kind === 'struct') return new StructNode(shape);
  if (shape.kind === 'array') return compileList(shape);
  const scalar = SCALAR_KINDS[shape.kind];
  if (scalar === undefined) throw new Error(`Answers have no form for a value of kind ${shape.kind}.`);
  return { kind: 'scalar', ...scalar };
}

const compileList = ({ of, itemName, rowByRow }: ArrayShape): ListNode => ({
  kind: 'list',
  item: compileReading(of),
  itemName: itemName === undefined ? undefined : canonicalName(itemName),
  isRowByRow: rowByRow === true,
});
