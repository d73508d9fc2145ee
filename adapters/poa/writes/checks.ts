import type { UserError } from '../../../src/model/index.js';
import { invalid } from '../../../src/writes/refusal.js';

const MAX_INT = 2 ** 31 - 1;

export const isGiven = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

/** Members that other panels have, refused when they are given and are not as they are by default. */
export function* foreign<I extends object>(
  input: I,
  defaults: { readonly [M in keyof I]?: I[M] | undefined },
): Generator<UserError> {
  for (const [member, standard] of Object.entries(defaults)) {
    const value = input[member as keyof I];
    if (isGiven(value) && value !== standard) yield invalid(`${member} is not for POA`, member);
  }
}

/** A number that the caller chooses for something new. */
export function* chosenId(
  value: string | null | undefined,
  ...field: readonly string[]
): Generator<UserError> {
  if (isGiven(value) && !(/^[1-9]\d{0,9}$/.test(value) && Number(value) <= MAX_INT)) {
    yield invalid(`${field.join('.')} must be a whole number from 1 to ${MAX_INT}`, ...field);
  }
}

/** A size or a count: the panel takes 32 bits. */
export function* count(
  value: bigint | number | null | undefined,
  ...field: readonly string[]
): Generator<UserError> {
  if (isGiven(value) && (value < 0 || value > MAX_INT)) {
    yield invalid(`${field.join('.')} must be a whole number from 0 to ${MAX_INT}`, ...field);
  }
}

/** The panel's number for an id that `canonicalId` or a check above has seen. */
export const idNumber = (nativeId: string | null | undefined): number | undefined =>
  isGiven(nativeId) ? Number(nativeId) : undefined;
