import { type ArrayShape, isKey, type Members, type Shape, type StructShape } from '../../operation/shape.js';
import { canonicalName, splitNumber } from './element-name.js';
import { SCALAR_KINDS, type ScalarReader } from './read-scalar.js';
import { Spellings } from './spellings.js';

/**
 * How shapes stand for the elements of an answer:
 * - a struct's members are child elements or attributes, by {@link canonicalName}; `#text` is its own text;
 * - an array's elements repeat under its name, or under its name with a number behind it;
 * - with an `itemName` they stand inside an element of the array's name, or, where that is left out, beside it;
 * - with the `itemName` `''` the members of its structs stand beside each other without an element of their own,
 *   repeated (`Domain`, `RRPCode`, `Domain`, `RRPCode`) or numbered (`Domain1`, `RRPCode1`);
 * - what no member names is passed over, and so are `secret` members.
 */
export type Reading = { readonly kind: 'skip' } | ScalarReading | StructNode | ListNode;

export interface ScalarReading {
  readonly kind: 'scalar';
  readonly read: ScalarReader;
  readonly problem: string;
}

export interface Member {
  readonly name: string;
  readonly reading: Reading;
  readonly isList: boolean;
}

export class ListNode {
  readonly kind = 'list';
  readonly item: Reading;
  /** In canonical spelling; `undefined`: the elements have the list's own name. */
  readonly itemName: string | undefined;
  /** A row that cannot be read is its error. */
  readonly isRowByRow: boolean;
  readonly #items: Spellings<boolean>;

  constructor({ of, itemName, rowByRow }: ArrayShape) {
    this.item = compileReading(of);
    this.itemName = itemName === undefined ? undefined : canonicalName(itemName);
    this.isRowByRow = rowByRow === true;
    this.#items = new Spellings((canonical) => canonical === this.itemName);
  }

  /** Whether an element inside the list's own is one of its items. */
  isItem(name: string): boolean {
    return this.#items.get(name);
  }
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
  /** Names of the members without which the struct is of no use. */
  readonly keys: readonly string[];
  readonly #places = new Map<string, Place>();
  readonly #found = new Spellings((canonical) => this.#placeOf(canonical));

  constructor(shape: StructShape) {
    const entries = Object.entries<Members[string]>(shape.members);
    this.members = entries.map(([name, member]) => memberOf(name, compileReading(member)));
    this.keys = entries.filter(([, member]) => isKey(member)).map(([name]) => name);
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

  /** @returns `null` for an element, or an attribute, that no member names */
  find(name: string): Place | null {
    return this.#found.get(name);
  }

  /** All members, of which nothing is known yet: every result of one shape has the same properties in one order. */
  blank(): Record<string, unknown> {
    const output: Record<string, unknown> = {};
    for (const { name, isList } of this.members) output[name] = isList ? [] : null;
    return output;
  }

  #placeOf(canonical: string): Place | null {
    const place = this.#places.get(canonical);
    if (place !== undefined) return place;
    const numbered = splitNumber(canonical);
    const unnumbered = numbered && this.#places.get(numbered.base);
    if (unnumbered?.as === 'item') return unnumbered;
    return unnumbered?.as === 'column' ? { ...unnumbered, number: numbered?.number } : null;
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

const memberOf = (name: string, reading: Reading): Member => ({
  name,
  reading,
  isList: reading.kind === 'list',
});

function placeOf(member: Member): Place {
  const { reading } = member;
  return reading.kind === 'list' && reading.itemName === undefined
    ? { as: 'item', member, list: reading }
    : { as: 'value', member };
}

function compileReading(shape: Shape): Reading {
  if (shape.secret === true) return { kind: 'skip' };
  if (shape.kind === 'struct') return new StructNode(shape);
  if (shape.kind === 'array') return new ListNode(shape);
  const scalar = SCALAR_KINDS[shape.kind];
  if (scalar === undefined) throw new Error(`Answers have no form for a value of kind ${shape.kind}.`);
  return { kind: 'scalar', ...scalar };
}
