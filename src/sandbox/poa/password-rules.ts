const LEAST_LENGTH = 8;

/**
 * What is wrong with a password by the rules of this simulator, if anything. A real server's rules are set by
 * its provider and published nowhere. The answer never quotes the password.
 *
 * @param personal - `name`: no word of three letters or more may occur in the password, in any case;
 *   `disabledChars`: none of these characters may occur.
 */
export function findPasswordFlaw(
  password: string,
  personal: { readonly name?: string | undefined; readonly disabledChars?: string | undefined } = {},
): string | undefined {
  if ([...password].length < LEAST_LENGTH) return `The password has fewer than ${LEAST_LENGTH} characters`;
  if (!/\p{L}/u.test(password) || !/\P{L}/u.test(password)) {
    return 'The password needs a letter and a character that is none';
  }
  const folded = password.toLowerCase();
  const words = (personal.name ?? '').toLowerCase().split(/[^\p{L}\p{N}]+/u);
  if (words.some((word) => word.length >= 3 && folded.includes(word))) {
    return 'The password contains personal information';
  }
  if ([...(personal.disabledChars ?? '')].some((character) => password.includes(character))) {
    return 'The password contains a character that is not allowed';
  }
  return undefined;
}
