import type { UserError } from '../src/model/index.js';
import { invalid } from '../src/writes/refusal.js';

/** What no panel's protocol carries: most controls, lone surrogates, U+FFFE and U+FFFF. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

/**
 * The texts of an input that could not be sent: refused here, since an error on the way out would leave it open whether
 * something was.
 */
export function* forbiddenCharacters(value: unknown, path: readonly string[] = []): Generator<UserError> {
  if (typeof value === 'string' && FORBIDDEN.test(value)) {
    yield invalid(`${['input', ...path].join('.')} holds a character that panels cannot be sent`, ...path);
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [member, inner] of Object.entries(value)) yield* forbiddenCharacters(inner, [...path, member]);
}
