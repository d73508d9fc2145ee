import type { ContactInput, PhoneInput, UserError } from '../../../src/model/index.js';
import { invalid } from '../../../src/writes/refusal.js';

const TWO_LETTERS = /^[A-Za-z]{2}$/;

/**
 * What the panel has no place for in a contact, and what its documents rule out.
 *
 * @param path - of the contact, below the input
 */
export function contactErrors(contact: ContactInput, ...path: readonly string[]): readonly UserError[] {
  const { address, phone, fax } = contact;
  return [
    ...notTaken(contact, ['title', 'middleName'], path),
    ...notTaken(address, ['houseNumber'], [...path, 'address']),
    ...phoneErrors(phone, [...path, 'phone']),
    ...phoneErrors(fax, [...path, 'fax']),
    ...lettersErrors(address?.country, 'country must have 2 letters', [...path, 'address', 'country']),
    ...lettersErrors(address?.state, 'state must have 2 letters, or be NA where there is none', [
      ...path,
      'address',
      'state',
    ]),
  ];
}

const phoneErrors = (phone: PhoneInput | null | undefined, path: readonly string[]): readonly UserError[] =>
  notTaken(phone, ['countryCode', 'areaCode', 'extension'], path, 'H-Sphere keeps one line: use number');

const lettersErrors = (
  text: string | null | undefined,
  message: string,
  path: readonly string[],
): readonly UserError[] => (text == null || TWO_LETTERS.test(text) ? [] : [invalid(message, ...path)]);

/** Members that are given although the panel has none like them. */
export function notTaken<T extends object>(
  input: T | null | undefined,
  members: ReadonlyArray<keyof T & string>,
  path: readonly string[],
  why = 'H-Sphere does not take it',
): readonly UserError[] {
  if (input == null) return [];
  return members
    .filter((member) => input[member] != null)
    .map((member) => invalid(`${member}: ${why}`, ...path, member));
}
