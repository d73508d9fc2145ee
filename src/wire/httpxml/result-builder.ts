import { WireError } from '../wire-error.js';
import type { XmlHandlers } from '../xml/reader.js';
import type { Attributes } from '../xml/start-tag.js';
import type { ListNode, Member, Place, ScalarReading, StructNode } from './compile-shape.js';
import { FlatRows } from './flat-rows.js';
import { Frame, NO_INDEX, type Output, stepOf } from './frame.js';

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

  /** The innermost. */
  #frame: Frame | undefined;
  /** How a value is read, while its element is open. */
  #scalar: ScalarReading | undefined;
  /** Where it goes: into this list, if it is an item, else into the member of this name. */
  #rows: unknown[] | undefined;
  #name = '';
  #output: Output;
  #text = '';
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
    this.#output = this.result;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#skipped > 0) this.#skipped += 1;
    else if (this.#scalar !== undefined) {
      this.#report('elements where a value is expected', this.#valueStep());
      this.#skipped = 1;
    } else if (this.#frame === undefined) this.#openRoot(name);
    else this.#openIn(this.#frame, name, attributes);
  }

  text(piece: string): void {
    if (this.#skipped > 0) return;
    if (this.#scalar !== undefined) this.#text = this.#text === '' ? piece : this.#text + piece;
    else {
      const frame = this.#frame;
      if (frame?.node.kind === 'struct' && frame.node.ownText !== undefined) frame.text += piece;
    }
  }

  close(): void {
    if (this.#skipped > 0) this.#skipped -= 1;
    else if (this.#scalar !== undefined) this.#closeValue(this.#scalar);
    else if (this.#frame !== undefined) this.#closeFrame(this.#frame);
  }

  #openRoot(name: string): void {
    if (name.toLowerCase() !== this.root.name) this.refuse(`not an ${this.root.name}`);
    this.#openFrame(this.root.result, this.result, '');
  }

  #openIn(frame: Frame, name: string, attributes: Attributes): void {
    const { node } = frame;
    if (node.kind === 'list') {
      if (node.isItem(name)) this.#openItem(node, frame.output, frame.name, attributes);
      else this.#skipped = 1;
      return;
    }
    // What every answer has stands beside what this one is asked for.
    const ofEnvelope = frame.outer === undefined ? this.root.envelope.find(name) : null;
    const place = ofEnvelope ?? node.find(name);
    if (place === null) this.#skipped = 1;
    else this.#openPlace(place, frame, ofEnvelope === null ? frame.output : this.envelope, attributes);
  }

  #openPlace(place: Place, frame: Frame, output: Output, attributes: Attributes): void {
    const { member } = place;
    const { reading } = member;
    if (place.as === 'item') this.#openItem(place.list, output, member.name, attributes);
    else if (place.as === 'column') this.#openValue(place.column, this.#flatRow(place, frame, output));
    else if (reading.kind === 'struct') this.#openStruct(reading, output, member, attributes);
    else if (reading.kind === 'list') this.#openFrame(reading, output, member.name);
    else this.#openValue(member, output);
  }

  #openFrame(node: Frame['node'], output: Output, name: string): void {
    this.#frame = new Frame(this.#frame, node, output, name, undefined, NO_INDEX, false);
  }

  #openValue({ name, reading }: Member, output: Output): void {
    if (reading.kind !== 'scalar') {
      this.#skipped = 1;
      return;
    }
    this.#scalar = reading;
    this.#rows = undefined;
    this.#name = name;
    this.#output = output;
    this.#text = '';
  }

  /** A struct that comes in several elements has the members of all of them. */
  #openStruct(node: StructNode, output: Output, { name }: Member, attributes: Attributes): void {
    // A member of this kind is `null` or what an earlier element of its name has made.
    let own = output[name] as Output | null;
    if (own === null) {
      own = node.blank();
      output[name] = own;
    }
    this.#openFrame(node, own, name);
    this.#readAttributes(node, own, attributes);
  }

  #openItem({ item, isRowByRow }: ListNode, output: Output, name: string, attributes: Attributes): void {
    // Lists are made with the struct that holds them.
    const rows = output[name] as unknown[];
    if (item.kind === 'struct') {
      const row = item.blank();
      this.#frame = new Frame(this.#frame, item, row, name, rows, rows.length, isRowByRow);
      this.#readAttributes(item, row, attributes);
    } else if (item.kind === 'scalar') {
      this.#scalar = item;
      this.#rows = rows;
      this.#name = name;
      this.#text = '';
    } else this.#skipped = 1;
  }

  #readAttributes(node: StructNode, output: Output, attributes: Attributes): void {
    for (const attribute of attributes) {
      const place = node.find(attribute.name.text);
      if (place?.as !== 'value' || place.member.reading.kind !== 'scalar') continue;
      const { name, reading } = place.member;
      output[name] = this.#read(reading, attribute.value, name);
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

  #closeValue(scalar: ScalarReading): void {
    const rows = this.#rows;
    const value = this.#read(scalar, this.#text);
    this.#scalar = undefined;
    if (value === null) return;
    if (rows === undefined) this.#output[this.#name] ??= value;
    else rows.push(value);
  }

  #closeFrame(frame: Frame): void {
    const { node, output, rows } = frame;
    if (node.kind === 'struct') {
      const { ownText } = node;
      if (ownText?.reading.kind === 'scalar') {
        output[ownText.name] ??= this.#read(ownText.reading, frame.text, ownText.name);
      }
      for (const key of node.keys) {
        if (output[key] === null) this.#report('missing', key);
      }
    }
    this.#frame = frame.outer;
    rows?.push(frame.problem === undefined ? output : this.toRowError(frame.problem));
  }

  /** @param name - what a problem is told of; the value that is open when absent */
  #read({ read, problem }: ScalarReading, written: string, name?: string): unknown {
    const text = written.trim();
    if (text === '') return null;
    const value = read(text);
    if (value === undefined) this.#report(problem, name ?? this.#valueStep());
    return value ?? null;
  }

  #valueStep(): string {
    return stepOf(this.#name, this.#rows?.length ?? NO_INDEX);
  }

  /** Notes what does not fit, with its path and without the value, where it counts: its row, or the whole. */
  #report(problem: string, name: string): void {
    let path = name;
    let row: Frame | undefined;
    for (let frame = this.#frame; frame?.outer !== undefined; frame = frame.outer) {
      if (frame.node.kind === 'struct') path = `${stepOf(frame.name, frame.index)}.${path}`;
      if (frame.isRowByRow) row ??= frame;
    }
    const error = new WireError(`${path}: ${problem}`);
    if (row === undefined) this.problem ??= error;
    else row.problem ??= error;
  }
}
