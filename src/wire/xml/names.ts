/** What an ASCII character may be in a name. */
const START = 1;
const INNER = 2;

const KINDS = new Uint8Array(128);
for (const letter of ':_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz') {
  KINDS[letter.charCodeAt(0)] = START | INNER;
}
for (const other of '-.0123456789') KINDS[other.charCodeAt(0)] = INNER;

/** @see XML 1.0 (fifth edition), section 2.3, productions [4], [4a] and [5] */
const NAME =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: joiners and marks stand for themselves, as in the productions
  /^[:A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}][:A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}\-.0-9\xb7\u0300-\u036f\u203f\u2040]*$/u;

/** Whether a character may be part of a name. What is beyond ASCII is taken for one; {@link isName} decides. */
export const isNameCode = (code: number): boolean => code > 127 || ((KINDS[code] ?? 0) & INNER) !== 0;

/** Where a name that begins at `start` ends: at the first ASCII character that is of no name. */
export function endOfName(text: string, start: number): number {
  let end = start;
  while (end < text.length && isNameCode(text.charCodeAt(end))) end += 1;
  return end;
}

/** Whether what lies between is a Name. */
export function isName(text: string, start: number, end: number): boolean {
  if (start === end) return false;
  const first = text.charCodeAt(start);
  if (first < 128 && ((KINDS[first] ?? 0) & START) === 0) return false;
  for (let at = start; at < end; at += 1) {
    if (text.charCodeAt(at) > 127) return NAME.test(text.slice(start, end));
  }
  return true;
}

const SPACE = 0x20;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

export const isBlankCode = (code: number): boolean =>
  code === SPACE || code === LINE_FEED || code === TAB || code === CARRIAGE_RETURN;

/** The first character from `start` on that is no white space; the end of the text if there is none. */
export function skipBlanks(text: string, start: number): number {
  let at = start;
  while (at < text.length && isBlankCode(text.charCodeAt(at))) at += 1;
  return at;
}
