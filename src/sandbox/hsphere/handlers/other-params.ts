import { isArray } from '../axis/arguments.js';
import { javaException } from '../axis/fault.js';
import type { AxisValue } from '../axis/values.js';

/**
 * Reads signupUser's `otherParams`: an array of arrays of a name and a value. Names and values are taken as they
 * are; one sample ends a name in a space, which is then another name.
 *
 * @throws {@link AxisFault} if a member is no pair of strings, as a cast in Java would
 */
export function readPairs(otherParams: readonly AxisValue[] | null): ReadonlyMap<string, string> {
  return new Map((otherParams ?? []).map(readPair));
}

function readPair(pair: AxisValue): [name: string, value: string] {
  if (!isArray(pair)) throw javaException('java.lang.ClassCastException');
  const [name, value] = pair;
  if (pair.length !== 2) {
    throw javaException('java.lang.ArrayIndexOutOfBoundsException', String(pair.length));
  }
  if (typeof name !== 'string' || typeof value !== 'string') {
    throw javaException('java.lang.ClassCastException');
  }
  return [name, value];
}
