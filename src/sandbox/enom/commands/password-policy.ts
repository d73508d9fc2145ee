import type { RegisteredDomain } from '../account.js';
import { REFUSALS, Refusal } from '../refusal.js';

const MIN_LENGTH = 6;

/**
 * The mail platform's rules: not too short, not too weak, and without the user's or the domain's name in it.
 *
 * @throws {@link Refusal} that never repeats the password
 */
export function requireAcceptablePassword(
  password: string,
  userName: string,
  domain: RegisteredDomain,
): void {
  const lower = password.toLowerCase();
  if (lower.includes(userName.toLowerCase()) || lower.includes(domain.sld)) {
    throw new Refusal(REFUSALS.passwordTellsAccount);
  }
  if (password.length < MIN_LENGTH) throw new Refusal(REFUSALS.passwordTooShort);
  if (!/[a-z]/i.test(password) || !/[^a-z]/i.test(password)) throw new Refusal(REFUSALS.passwordTooWeak);
}
