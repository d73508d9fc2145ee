import { BadUserInputError } from '../src/errors/index.js';

const MAX_LENGTH = 256;
/** What no login, number or code of a panel holds, and what XML cannot carry. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u;

/**
 * Checks a text argument that names something on a panel.
 *
 * @returns the text as it is
 * @throws {@link BadUserInputError} unless it has 1 to 256 characters, none of them a control or one that XML cannot carry
 */
export function checkText(text: string, field: readonly string[]): string {
  if (text.trim() === '' || text.length > MAX_LENGTH || FORBIDDEN.test(text)) {
    throw new BadUserInputError(
      `${field.join('.')} must be 1 to ${MAX_LENGTH} characters, none of them control or beyond XML`,
      field,
    );
  }
  return text;
}
