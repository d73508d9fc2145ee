import { Refusal } from './refusal.js';

/**
 * Parameters that the reference calls optional to each other: how many of them a call has to give.
 *
 * @throws Refusal that names all of them
 */
export function exactlyOneOf<T extends object>(given: T, ...names: (keyof T & string)[]): void {
  if (count(given, names) !== 1) throw expected('Exactly one', names);
}

export function atMostOneOf<T extends object>(given: T, ...names: (keyof T & string)[]): void {
  if (count(given, names) > 1) throw expected('At most one', names);
}

export function atLeastOneOf<T extends object>(given: T, ...names: (keyof T & string)[]): void {
  if (count(given, names) === 0) throw expected('At least one', names);
}

function count<T extends object>(given: T, names: readonly (keyof T)[]): number {
  return names.filter((name) => given[name] !== undefined).length;
}

function expected(number: string, names: readonly string[]): Refusal {
  return Refusal.invalidArguments(`${number} of ${names.join(', ')} is expected`);
}
