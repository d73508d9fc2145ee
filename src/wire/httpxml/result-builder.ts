import { WireError } from '../wire-error.js';
import type { XmlHandlers } from '../xml/reader.js';
import type { ListNode, Member, Place, Reading, StructNode } from './compile-shape.js';
import { canonicalName } from './element-name.js';
import { FlatRows } from './flat-rows.js';

type Output = Record<string, unknown>;
type Attributes = Readonly<Record<string, string>>;

/** An element that holds others, while it is open. */
interface Frame {
  readonly node: StructNode | ListNode;
  /** Of a struct itself; of a list the struct that holds it. */
  readonly output: Output;
  /** The list member that a list frame, or a row, belongs to; `undefined` for a struct that is a member. */
  readonly list: ListNode | undefined;
  /** Where a row goes when it is complete. */
  readonly rows: unknown[] | undefined;
  /** Name in paths. */
  readonly step: string;
  text: string;
  problem: WireError | undefined;
  /** Rows without elements of their own, by their lists. */
  flat: Map<ListNode, FlatRows> | undefined;
}

/** A value, while its element is open. */
interface OpenValue {
  readonly reading: Reading & { kind: 'scalar' };
  readonly member: Member;
  /** `null`: the value is an element of a list, and goes to `rows`. */
  readonly output: Output | null;
  readonly rows: unknown[] | undefined;
  text: string;
}

/** Two nodes for the outermost element: what every answer has, and what this one is asked for. */
export interface RootNodes {
  readonly name: string;
  readonly envelope: StructNode;
  readonly result: StructNode;
}

/** Builds an answer's result, by its shape, as the parser goes: there is no tree between the text and it. */
export class ResultBuilder implements XmlHandlers {
  readonly envelope: Output;
  readonly result: Output;
  /** The first thing that did not fit, outside of rows that stand for themselves. */
  problem: WireError | undefined;

  readonly #frames: Frame[] = [];
  #value: OpenValue | undefined;
  /** Elements open inside one that is passed over, itself included. */
  #skipped = 0;

  /**
   * @param refuse - throws, knowing where the parser is
   * @param toRowError - what stands in a list for a row that cannot be read
   */
  constructor(
    private readonly root: RootNodes,
    private readonly refuse: (message: string) => never,
    private readonly toRowError: (problem: WireError) => Error,
  ) {
    this.envelope = root.envelope.blank();
    this.result = root.result.blank();
  }

  open(name: string, attributes: Attributes): void {
    if (this.#skipped > 0) this.#skipped += 1;
    else if (this.#value !== undefined) {
      this.#report('elements where a value is expected', this.#value.member.name);
      this.#skipped = 1;
    } else this.#openIn(this.#frames.at(-1), name, attributes);
  }

  text(piece: string): void {
    if (this.#skipped > 0) return;
    if (this.#value !== undefined) this.#value.text += piece;
    else {
      const frame = this.#frames.at(-1);
      if (frame?.node.kind === 'struct' && frame.node.ownText !== undefined) frame.text += piece;
    }
  }

  close(): void {
    if (this.#skipped > 0) this.#skipped -= 1;
    else if (this.#value !== undefined) {
      const { member, reading, output, rows, text } = this.#value;
      this.#value = undefined;
      const value = this.#read(member, reading, text);
      if (value === null) return;
      if (output === null) rows?.push(value);
      else output[member.name] ??= value;
    } else this.#closeFrame();
  }

  #openIn(frame: Frame | undefined, name: string, attributes: Attributes): void {
    if (frame === undefined) {
      if (name.toLowerCase() !== this.root.name) this.refuse(`not an ${this.root.name}`);
      this.#frames.push(newFrame(this.root.result, this.result));
      return;
    }
    if (frame.node.kind === 'list') {
      if (isItemOf(frame.node, name)) this.#openItem(frame.node, frame.output, frame.step, attributes);
      else this.#skipped = 1;
      return;
    }
    // What every answer has stands beside what this one is asked for.
    const ofEnvelope = this.#frames.length === 1 ? this.root.envelope.find(name) : undefined;
    const place = ofEnvelope ?? frame.node.find(name);
    if (place === undefined) this.#skipped = 1;
    else this.#openPlace(place, frame, ofEnvelope === undefined ? frame.output : this.envelope, attributes);
  }

  #openPlace(place: Place, frame: Frame, output: Output, attributes: Attributes): void {
    const { member } = place;
    if (place.as === 'item') this.#openItem(place.list, output, member.name, attributes);
    else if (place.as === 'column') this.#openValue(place.column, this.#flatRow(place, frame, output));
    else if (member.reading.kind === 'struct') this.#openStruct(member.reading, output, member, attributes);
    else if (member.reading.kind === 'list')
      this.#frames.push(newFrame(member.reading, output, { step: member.name, list: member.reading }));
    else this.#openValue(member, output);
  }

  #openValue(member: Member, output: Output): void {
    const { reading } = member;
    if (reading.kind === 'scalar') this.#value = { reading, member, output, rows: undefined, text: '' };
    else this.#skipped = 1;
  }

  /** A struct that comes in several elements has the members of all of them. */
  #openStruct(node: StructNode, output: Output, { name }: Member, attributes: Attributes): void {
    const known = output[name];
    // A member of this kind is `null` or what an earlier element of its name has made.
    const own = known === null ? node.blank() : (known as Output);
    output[name] = own;
    this.#frames.push(newFrame(node, own, { step: name }));
    this.#readAttributes(node, own, attributes);
  }

  #openItem(list: ListNode, output: Output, name: string, attributes: Attributes): void {
    // Lists are made with the struct that holds them.
    const rows = output[name] as unknown[];
    const { item } = list;
    if (item.kind === 'struct') {
      const row = item.blank();
      this.#frames.push(newFrame(item, row, { step: `${name}[${rows.length}]`, list, rows }));
      this.#readAttributes(item, row, attributes);
    } else if (item.kind === 'scalar') {
      const member: Member = { name: `${name}[${rows.length}]`, reading: item, isKey: false };
      this.#value = { reading: item, member, output: null, rows, text: '' };
    } else this.#skipped = 1;
  }

  #readAttributes(node: StructNode, output: Output, attributes: Attributes): void {
    for (const name in attributes) {
      const place = node.find(name);
      if (place?.as !== 'value' || place.member.reading.kind !== 'scalar') continue;
      output[place.member.name] = this.#read(place.member, place.member.reading, attributes[name] ?? '');
    }
  }

  #flatRow({ list, member, column, number }: Place & { as: 'column' }, frame: Frame, output: Output): Output {
    frame.flat ??= new Map();
    let flat = frame.flat.get(list);
    if (flat === undefined) {
      // Lists are made with the struct that holds them.
      flat = new FlatRows(list, output[member.name] as unknown[]);
      frame.flat.set(list, flat);
    }
    return flat.rowFor(column, number);
  }

  #closeFrame(): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return;
    if (frame.node.kind === 'struct') {
      const { ownText } = frame.node;
      if (ownText?.reading.kind === 'scalar') {
        frame.output[ownText.name] ??= this.#read(ownText, ownText.reading, frame.text);
      }
      this.#checkKeys(frame.node, frame.output);
    }
    this.#frames.pop();
    frame.rows?.push(frame.problem === undefined ? frame.output : this.toRowError(frame.problem));
  }

  #checkKeys({ members }: StructNode, output: Output): void {
    for (const { name, isKey } of members) {
      if (isKey && output[name] === null) this.#report('missing', name);
    }
  }

  #read(member: Member, { read, problem }: Reading & { kind: 'scalar' }, written: string): unknown {
    const text = written.trim();
    if (text === '') return null;
    const value = read(text);
    if (value === undefined) this.#report(problem, member.name);
    return value ?? null;
  }

  /** Notes what does not fit, with its path and without the value, where it counts: its row, or the whole. */
  #report(problem: string, name: string): void {
    const steps = this.#frames.slice(1).filter(({ node }) => node.kind === 'struct');
    const path = [...steps.map(({ step }) => step), name].join('.');
    const error = new WireError(`${path}: ${problem}`);
    const row = this.#frames.findLast(({ list, rows }) => rows !== undefined && list?.isRowByRow === true);
    if (row === undefined) this.problem ??= error;
    else row.problem ??= error;
  }
}

const isItemOf = (list: ListNode, name: string): boolean => canonicalName(name) === list.itemName;

function newFrame(
  node: Frame['node'],
  output: Output,
  {
    step = '',
    list,
    rows,
  }: { readonly step?: string; readonly list?: ListNode; readonly rows?: unknown[] } = {},
): Frame {
  return { node, output, list, rows, step, text: '', problem: undefined, flat: undefined };
}
