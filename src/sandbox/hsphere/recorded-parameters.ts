import { isArray } from './axis/arguments.js';
import type { AxisValue } from './axis/values.js';

/** Passwords, card numbers, and whatever an extra parameter's name says to be such. */
const SECRET_NAME = /^(?:number|issueNo)$|pass|cvv|card/i;
const MASK = '***';

/**
 * Parameters for the record of calls: as JSON, with secrets replaced by `***`. A long is a number where JSON can
 * hold it, else its digits; nulls stay null.
 */
export function recordedParameters(values: ReadonlyMap<string, AxisValue>): Record<string, unknown> {
  return Object.fromEntries(
    [...values].map(([name, value]) => [
      name,
      value !== null && SECRET_NAME.test(name) ? MASK : recordedValue(value),
    ]),
  );
}

function recordedValue(value: AxisValue): unknown {
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  }
  if (isArray(value)) {
    const [name] = value;
    // The members of signupUser's otherParams are pairs of a name and a value.
    const isSecretPair = value.length === 2 && typeof name === 'string' && SECRET_NAME.test(name);
    return isSecretPair ? [name, MASK] : value.map(recordedValue);
  }
  return typeof value === 'object' && value !== null ? recordedParameters(value.fields) : value;
}
