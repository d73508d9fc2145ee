import { isName, isNameCode } from './names.js';

/** A name as it is written, taken apart. */
export class XmlName {
  /** Of the name that came after this one last. */
  nextSlot = 0;

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
 * Names of elements that were read before, in this answer or in others, each in a place that follows from its letters.
 * Answers have few, in an order that they keep, so most are found where they were expected, and none of those
 * has to be cut out of the text, checked and taken apart again. Where two names share a place, the later one has it.
 */
const slots: (XmlName | undefined)[] = new Array<undefined>(SLOTS).fill(undefined);

/**
 * Reads the name of an element.
 *
 * @param before - the name that was read before it, in this document
 * @returns `undefined` where there is none, or where the text ends with it: there may be more of it
 */
export function readName(text: string, start: number, before: XmlName): XmlName | undefined {
  const expected = slots[before.nextSlot];
  if (expected !== undefined && isWhole(expected.text, text, start)) return expected;
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
  if (known !== undefined && known.text.length === end - start && standsAt(known.text, text, start)) {
    before.nextSlot = slot;
    return known;
  }
  if (!isName(text, start, end)) return undefined;
  if (end - start > MAX_KEPT_LENGTH) return XmlName.of(text.slice(start, end));
  // A copy: a slice would keep all of the text.
  const name = XmlName.of(Buffer.from(text.slice(start, end)).toString());
  slots[slot] = name;
  before.nextSlot = slot;
  return name;
}

/** Whether `name` stands there, and ends there. */
function isWhole(name: string, text: string, start: number): boolean {
  const after = text.charCodeAt(start + name.length);
  return (after === GREATER || after === SPACE || after === SLASH) && standsAt(name, text, start);
}

/** As `text.startsWith`, which is slower for what is short. */
export function standsAt(name: string, text: string, start: number): boolean {
  for (let at = 0; at < name.length; at += 1) {
    if (text.charCodeAt(start + at) !== name.charCodeAt(at)) return false;
  }
  return true;
}
