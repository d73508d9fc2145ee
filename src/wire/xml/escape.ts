import { WireError } from '../wire-error.js';
import { FORBIDDEN_CHARACTER } from './characters.js';

/** What `escapeText` looks at twice; surrogates are in it because most of them are, but not all, in pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
const NOT_PLAIN_IN_TEXT = /[&<>\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const NOT_PLAIN_IN_ATTRIBUTE = /[&<>"\0-\x1f\ud800-\udfff\ufffe\uffff]/;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const toReference = (character: string): string => REFERENCES[character] ?? character;

function refuseForbidden(value: string): void {
  if (FORBIDDEN_CHARACTER.test(value)) throw new WireError('a character that XML 1.0 cannot carry');
}

/**
 * Writes a string as the text of an element. A reader gets back exactly `value`: `>` is escaped so that
 * `]]>` is safe, CR so that line-end normalisation leaves it alone.
 *
 * @throws {@link WireError} if XML 1.0 cannot carry a character of it (controls other than tab, LF and CR,
 *   lone surrogates, U+FFFE, U+FFFF); the message names no content, so the caller says which field it was
 */
export function escapeText(value: string): string {
  if (!NOT_PLAIN_IN_TEXT.test(value)) return value;
  refuseForbidden(value);
  return value.replace(/[&<>\r]/g, toReference);
}

/**
 * Writes a string as an attribute's value, for double quotes. Tab, LF and CR become references, since
 * attribute-value normalisation turns the bare ones into blanks.
 *
 * @throws {@link WireError} as {@link escapeText} does
 */
export function escapeAttribute(value: string): string {
  if (!NOT_PLAIN_IN_ATTRIBUTE.test(value)) return value;
  refuseForbidden(value);
  return value.replace(/[&<>"\t\n\r]/g, toReference);
}
