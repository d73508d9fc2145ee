import { isHighSurrogate, isLowSurrogate, isXmlCodePoint, REPLACEMENT } from './characters.js';

/** A piece of the source that is read as one. */
export interface Token {
  /** UTF-16 units that it takes in the text. */
  readonly length: number;
  /** What stands for it from now on; `undefined` if it is fine as it is. */
  readonly replacement?: string;
}

/**
 * A reference that XML defines without a document type. Digits are bounded, so that a reference without
 * an end is not held back for ever: Unicode needs seven, the rest is room for zeros.
 */
const REFERENCE = /&(?:amp|lt|gt|quot|apos|#([0-9]{1,64})|#x([0-9a-fA-F]{1,64}));/y;
/** What could still become one with the next chunk. */
const START_OF_REFERENCE = /&(?:[a-z]{0,4}|#[0-9]{0,64}|#x[0-9a-fA-F]{0,64})$/y;
const BARE_AMPERSAND: Token = { length: 1, replacement: '&amp;' };

/** A whole reference; `undefined` for what is none, or none yet. */
interface Reference {
  readonly length: number;
  /** `undefined` for one by name. */
  readonly code: number | undefined;
}

/**
 * What an ampersand begins.
 *
 * @param isLast - nothing comes after `text`
 * @returns `undefined` while the text is too short to tell
 */
export function referenceAt(text: string, index: number, isLast: boolean): Token | undefined {
  const reference = readReference(text, index);
  if (reference === undefined) return couldBecomeReference(text, index) ? undefined : BARE_AMPERSAND;
  const { length, code } = reference;
  if (code === undefined || isXmlCodePoint(code)) return { length };
  const lone: Token = { length, replacement: REPLACEMENT };
  if (!isHighSurrogate(code)) return lone;
  // XML knows no halves of characters. Axis 1.x writes them, one reference each.
  const next = index + length;
  const second = readReference(text, next);
  if (second?.code !== undefined && isLowSurrogate(second.code)) {
    return { length: length + second.length, replacement: String.fromCharCode(code, second.code) };
  }
  const isCutOff = second === undefined && (next === text.length || couldBecomeReference(text, next));
  return isCutOff && !isLast ? undefined : lone;
}

function readReference(text: string, index: number): Reference | undefined {
  REFERENCE.lastIndex = index;
  const match = REFERENCE.exec(text);
  if (match === null) return undefined;
  const [{ length }, decimal, hexadecimal] = match;
  if (hexadecimal !== undefined) return { length, code: Number.parseInt(hexadecimal, 16) };
  return { length, code: decimal === undefined ? undefined : Number(decimal) };
}

function couldBecomeReference(text: string, index: number): boolean {
  START_OF_REFERENCE.lastIndex = index;
  return START_OF_REFERENCE.test(text);
}
