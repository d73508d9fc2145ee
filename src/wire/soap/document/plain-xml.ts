import { Misfit } from '../../misfit.js';
import { escapeText } from '../../xml/escape.js';
import type { XmlElement } from '../../xml/reader.js';
import { isNil } from '../namespaces.js';

const DIFFGRAM = 'urn:schemas-microsoft-com:xml-diffgram-v1';
const NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
/** Deeper values are mistakes of the caller, a value that contains itself among them. */
const MAX_NESTING = 64;

/** An element that is open. */
interface Frame {
  readonly element: XmlElement;
  /** By name, several of one name in a list; `undefined` until there is one. */
  members: Record<string, unknown> | undefined;
  text: string;
  /** The tables of a DataSet that stands in it. */
  tables: unknown;
}

/**
 * Reads an element that no shape describes: its text if it has no elements in it, else those by name. Several of one
 * name are a list, nil is `null`, and attributes are passed over. A DataSet is its tables, each a list of rows by name.
 */
export class PlainReader {
  readonly #frames: Frame[] = [];
  value: unknown;

  /** Whether all that was opened is closed, and `value` is there. */
  get isComplete(): boolean {
    return this.#frames.length === 0;
  }

  open(element: XmlElement): void {
    this.#frames.push({ element, members: undefined, text: '', tables: undefined });
  }

  text(piece: string): void {
    const frame = this.#frames.at(-1);
    if (frame !== undefined) frame.text += piece;
  }

  close(): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    const around = this.#frames.at(-1);
    if (around === undefined) this.value = frameValue(frame);
    else if (isDiffgram(frame.element)) around.tables = tablesOf(frame.members);
    else addMember(around, frame.element.local, frameValue(frame));
  }
}

const isDiffgram = ({ local, uri }: XmlElement): boolean => local === 'diffgram' && uri === DIFFGRAM;

function frameValue({ element, members, text, tables }: Frame): unknown {
  if (tables !== undefined) return tables;
  if (isNil(element)) return null;
  return members ?? text;
}

function addMember(frame: Frame, name: string, value: unknown): void {
  frame.members ??= {};
  const { members } = frame;
  const before = Object.hasOwn(members, name) ? members[name] : undefined;
  if (Array.isArray(before)) before.push(value);
  else setMember(members, name, before === undefined ? value : [before, value]);
}

/** Unlike assignment, this makes of `__proto__` a member like the others. */
function setMember(members: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(members, name, { value, enumerable: true, configurable: true, writable: true });
}

/** The rows stand in one element of any name; what stands beside it are earlier versions of rows, and errors. */
function tablesOf(diffgram: Record<string, unknown> | undefined): Record<string, unknown> {
  const [instance] = Object.values(diffgram ?? {});
  const tables: Record<string, unknown> = {};
  if (typeof instance !== 'object' || instance === null) return tables;
  for (const [name, rows] of Object.entries(instance)) {
    setMember(tables, name, Array.isArray(rows) ? rows : [rows]);
  }
  return tables;
}

/**
 * Writes the content of an element that no shape describes, as {@link PlainReader} reads it: texts, numbers and
 * booleans as text, objects as elements in the namespace around them, lists as several elements of one name.
 */
export function plainXml(value: unknown, nesting = 0): string {
  if (nesting > MAX_NESTING) throw new Misfit('values nested too deeply');
  switch (typeof value) {
    case 'string':
      return escapeText(value);
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'object':
      if (value !== null && !Array.isArray(value)) return membersXml(value, nesting);
  }
  throw new Misfit('no value that XML has a form for');
}

function membersXml(value: object, nesting: number): string {
  let xml = '';
  for (const [name, member] of Object.entries(value)) {
    if (!NAME.test(name)) throw new Misfit('a name that no element can have');
    for (const item of Array.isArray(member) ? (member as readonly unknown[]) : [member]) {
      if (item !== undefined && item !== null) xml += `<${name}>${plainXml(item, nesting + 1)}</${name}>`;
    }
  }
  return xml;
}
