import { isName, isNameCode } from './names.js';

const NO_CODES: readonly number[] = [];

/** A name as it is written, taken apart. */
export class XmlName {
  /** Its place among those that are kept. */
  slot = 0;
  /** Of the name that came after this one last. */
  nextSlot = 0;
  /** Its UTF-16 units, of a name that is kept: they are compared at half the price of a text's. */
  codes: readonly number[] = NO_CODES;

  constructor(
    readonly text: string,
    /** `''` where it has none. */
    readonly prefix: string,
    readonly local: string,
    /** Whether its colons, if it has any, make one prefix. */
    readonly isQualified: boolean,
  ) {}

  static of(text: string): XmlName {
    const colon = text.indexOf(':');
    if (colon === -1) return new XmlName(text, '', text, true);
    const local = text.slice(colon + 1);
    return new XmlName(text, text.slice(0, colon), local, colon > 0 && local !== '' && !local.includes(':'));
  }
}

/** What comes before the first name of a document. */
export const NO_NAME = XmlName.of('');

/** A power of two, far above how many names the answers of all panels have. */
const SLOTS = 4096;
/** Longer ones are not worth keeping. */
const MAX_KEPT_LENGTH = 64;

const GREATER = 0x3e;
const SLASH = 0x2f;
const SPACE = 0x20;

/**
 * Names that were read before, in this answer or in others, each in a place that follows from its letters. Answers
 * have few, elements in an order that they keep, so most are found where they were expected, and none of those
 * has to be cut out of the text, checked and taken apart again. Where two names share a place, the later one has it.
 */
const slots: (XmlName | undefined)[] = new Array<undefined>(SLOTS).fill(undefined);

/**
 * Reads the name of an element.
 *
 * @param before - the name that was read before it, in this document
 * @returns as {@link nameAt}
 */
export function readName(text: string, start: number, before: XmlName): XmlName | undefined {
  const expected = slots[before.nextSlot];
  if (expected !== undefined && isWhole(expected, text, start)) return expected;
  const name = nameAt(text, start);
  if (name !== undefined) before.nextSlot = name.slot;
  return name;
}

/** @returns `undefined` where no name begins, or where the text ends with it: there may be more of it */
export function nameAt(text: string, start: number): XmlName | undefined {
  let end = start;
  let hash = 0;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (!isNameCode(code)) break;
    hash = (Math.imul(hash, 31) + code) | 0;
  }
  if (end === text.length) return undefined;
  const slot = hash & (SLOTS - 1);
  const known = slots[slot];
  if (known !== undefined && known.text.length === end - start && standsAt(known, text, start)) return known;
  if (!isName(text, start, end)) return undefined;
  if (end - start > MAX_KEPT_LENGTH) return XmlName.of(text.slice(start, end));
  // A copy: a slice would keep all of the text.
  const name = XmlName.of(Buffer.from(text.slice(start, end)).toString());
  name.codes = codesOf(name.text);
  name.slot = slot;
  slots[slot] = name;
  return name;
}

const codesOf = (text: string): readonly number[] =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

/** Whether `name` stands there, and ends there. */
function isWhole(name: XmlName, text: string, start: number): boolean {
  const after = text.charCodeAt(start + name.text.length);
  return (after === GREATER || after === SPACE || after === SLASH) && standsAt(name, text, start);
}

/** As `text.startsWith`, which is slower for what is short. */
export function standsAt(name: XmlName, text: string, start: number): boolean {
  const { codes } = name;
  if (codes.length === 0) return text.startsWith(name.text, start);
  for (let at = 0; at < codes.length; at += 1) {
    if (text.charCodeAt(start + at) !== codes[at]) return false;
  }
  return true;
}
