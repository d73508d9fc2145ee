import type { EnumValues } from '../operation/shape.js';
import { isGraphqlName } from './names.js';

type Values = EnumValues<string> | EnumValues<number>;

/** Longer ones are sentences, not names. */
const MAX_LENGTH = 48;
/** GraphQL keeps them for itself. */
const RESERVED: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/**
 * Names for the values of an enumeration: texts that are names keep them, all others are named by the beginning of
 * their meaning.
 *
 * @returns `null` where that gives no names that differ; the values are then told as they are
 */
export function enumNames(values: Values): readonly string[] | null {
  const own = values.map(({ value }) => value);
  if (own.every((value) => typeof value === 'string' && isValueName(value))) return own.map(String);
  const meanings = values.map(({ meaning }) => meaning);
  return distinct(meanings.map(beginningOf)) ?? distinct(meanings.map(toConstant));
}

const isValueName = (name: string): boolean =>
  isGraphqlName(name) && !RESERVED.has(name) && name.length <= MAX_LENGTH;

/** Up to the first word that explains more. */
const beginningOf = (meaning: string): string => toConstant(meaning.split(/[,;:(]|\. /)[0] ?? '');

const toConstant = (text: string): string =>
  text
    .toUpperCase()
    .replaceAll(/[’']/g, '')
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');

const distinct = (names: readonly string[]): readonly string[] | null =>
  new Set(names).size === names.length && names.every((name) => /^[A-Z]/.test(name) && isValueName(name))
    ? names
    : null;
