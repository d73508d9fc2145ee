import { WireError } from '../../wire-error.js';
import type { NamespaceHandlers, XmlElement } from '../../xml/reader.js';
import { isNil } from '../namespaces.js';
import { type Frame, frameOf, type Output, outputOf, recordOf } from './frame.js';
import { PlainReader } from './plain-xml.js';
import { RawMember, RawWriter } from './raw-member.js';
import type { ContainerNode, Place, RecordNode, ScalarNode } from './shape-node.js';

/** A member that no shape names, while it is written down. */
interface RawCapture {
  readonly name: string;
  readonly writer: RawWriter;
}

/**
 * Fills a record by its shape while the parser goes, with nothing in between: names of elements are looked up in the
 * shape that is open, and what it does not name is passed over with all that is in it, or kept as it is where the
 * record is to be written back.
 */
export class ShapeReader implements NamespaceHandlers {
  readonly #frames: Frame[] = [];
  /** The innermost. */
  #frame: Frame;
  readonly #root: Output;
  /** The element of text that is open. */
  #scalar: Place | undefined;
  #text = '';
  /** How many elements are open that no shape names. */
  #skipped = 0;
  #raw: RawCapture | undefined;
  /** An element that no shape describes, and where its value goes. */
  #plain: { readonly place: Place; readonly reader: PlainReader } | undefined;
  /** The namespace of the last element, and the same in the string that the shape has for it. */
  #uri = '';
  #knownUri = '';

  /**
   * @param namespace - the one that most elements of the shape are in
   * @param offset - where the parser is
   * @param resolve - what a prefix stands for there
   */
  constructor(
    node: RecordNode,
    private readonly namespace: string,
    private readonly offset: () => number,
    private readonly resolve: (prefix: string) => string | undefined,
  ) {
    this.#root = recordOf(node);
    const place: Place = { name: '', node, isAlias: false, isRow: false, isRowByRow: false };
    this.#frame = frameOf(place, node, this.#root);
    this.#frames.push(this.#frame);
  }

  get value(): Readonly<Output> {
    return this.#root;
  }

  open(element: XmlElement): void {
    if (this.#raw !== undefined) {
      this.#raw.writer.open(element);
      return;
    }
    if (this.#plain !== undefined) {
      this.#plain.reader.open(element);
      return;
    }
    // Text has no elements in it; whatever one there is, it is none of its characters.
    const frame = this.#skipped > 0 || this.#scalar !== undefined ? undefined : this.#frame;
    const place = frame?.node.find(element.local, this.#known(element.uri));
    if (frame !== undefined && place === undefined && isKept(frame.node, element)) {
      this.#raw = { name: element.local, writer: new RawWriter(element.uri, this.resolve) };
      this.#raw.writer.open(element);
      return;
    }
    if (frame !== undefined && place !== undefined) frame.last = place.name;
    if (frame === undefined || place === undefined || isNil(element)) {
      this.#skipped += 1;
    } else if (place.node.kind === 'scalar') {
      this.#scalar = place;
      this.#text = '';
    } else if (place.node.kind === 'plain') {
      this.#plain = { place, reader: new PlainReader() };
      this.#plain.reader.open(element);
    } else {
      const output = outputOf(place.node, frame.output);
      this.#frame = frameOf(place, place.node, output);
      this.#frames.push(this.#frame);
    }
  }

  text(piece: string): void {
    if (this.#raw !== undefined) {
      this.#raw.writer.text(piece);
    } else if (this.#plain !== undefined) {
      this.#plain.reader.text(piece);
    } else if (this.#skipped === 0) {
      if (this.#scalar !== undefined) this.#text = this.#text === '' ? piece : this.#text + piece;
      else this.#bareText(piece);
    }
  }

  close(element: XmlElement): void {
    if (this.#raw !== undefined) {
      this.#raw.writer.close(element);
      if (this.#raw.writer.isComplete) this.#keepRaw(this.#raw);
    } else if (this.#plain !== undefined) {
      this.#closePlain(this.#plain);
    } else if (this.#skipped > 0) {
      this.#skipped -= 1;
    } else if (this.#scalar !== undefined) {
      const place = this.#scalar;
      this.#scalar = undefined;
      // A scalar's place has a scalar's node.
      this.#store(place, this.#read(place, place.node as ScalarNode, this.#text));
    } else {
      this.#closeContainer();
    }
  }

  /** Namespaces are long, and to compare one with itself takes no look into it. */
  #known(uri: string): string {
    if (uri !== this.#uri) {
      this.#uri = uri;
      this.#knownUri = uri === this.namespace ? this.namespace : uri;
    }
    return this.#knownUri;
  }

  #closePlain({ place, reader }: { readonly place: Place; readonly reader: PlainReader }): void {
    reader.close();
    if (!reader.isComplete) return;
    this.#plain = undefined;
    this.#store(place, reader.value);
  }

  #bareText(piece: string): void {
    const frame = this.#frame;
    if (frame.node.kind === 'record' && frame.node.bare !== undefined) frame.text += piece;
  }

  /** Several of one name are one member. */
  #keepRaw({ name, writer }: RawCapture): void {
    this.#raw = undefined;
    const frame = this.#frame;
    const output = frame.output as Output;
    const before = Object.hasOwn(output, name) ? (output[name] as RawMember) : new RawMember('', frame.last);
    // Unlike assignment, this makes of `__proto__` a member like the others.
    Object.defineProperty(output, name, {
      value: new RawMember(before.xml + writer.xml, before.after),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }

  #read({ name }: Place, { codec, takesEmpty }: ScalarNode, text: string): unknown {
    if (!takesEmpty && text.trim() === '') return null;
    const value = codec.read(text);
    if (value !== undefined) return value;
    this.#refuse(codec.misfit, name);
    return null;
  }

  #closeContainer(): void {
    const frame = this.#frame;
    const { node, place, output } = frame;
    if (node.kind === 'record') {
      this.#readBare(node, frame);
      this.#checkKeys(node, output as Output);
    }
    this.#frames.pop();
    this.#frame = this.#frames[this.#frames.length - 1] ?? this.#frame;
    if (node.kind !== 'stage') this.#store(place, frame.misfit ?? output);
  }

  #readBare({ bare }: RecordNode, { output, text }: Frame): void {
    if (bare === undefined || (output as Output)[bare.name] !== null) return;
    // A member that stands for all is a scalar.
    (output as Output)[bare.name] = this.#read(bare, bare.node as ScalarNode, text);
  }

  /** To be called when all members have been seen; also for the record that holds the whole answer. */
  #checkKeys({ keys }: RecordNode, output: Output): void {
    const missing = keys.find((key) => output[key] === null);
    if (missing !== undefined) this.#refuse('missing', missing);
  }

  #store(place: Place, value: unknown): void {
    const { output } = this.#frame;
    if (Array.isArray(output)) {
      if (value !== null) output.push(value);
    } else if (place.isRow) {
      // A table is a list from the start.
      if (value !== null) (output[place.name] as unknown[]).push(value);
    } else if (!(place.isAlias && output[place.name] !== null)) {
      output[place.name] = value;
    }
  }

  /** Costs the row that it happens in, where there is one that stands for itself; else the whole answer. */
  #refuse(problem: string, name: string): void {
    const path = [...this.#frames.map(({ place }) => place.name), name].filter((step) => step !== '');
    const error = new WireError(`${path.join('.')}: ${problem}`, this.offset());
    const row = this.#frames.findLast(({ place }) => place.isRowByRow);
    if (row === undefined) throw error;
    row.misfit ??= error;
  }
}

const isKept = (node: ContainerNode, { local, uri }: XmlElement): boolean =>
  node.kind === 'record' &&
  node.others !== undefined &&
  (node.others.uri ?? uri) === uri &&
  node.others.isKept(local);
