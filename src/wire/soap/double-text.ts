import { decodeDouble } from '../decode-scalar.js';

/**
 * Writes a double so that a reader gets back exactly the same one.
 *
 * @see XML Schema Part 2: Datatypes, section 3.2.5
 */
export function doubleText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'INF' : '-INF';
  return Object.is(value, -0) ? '-0' : String(value);
}

/** @returns the double that `text` writes, infinities and `NaN` included; `undefined` if it writes none */
export function readDouble(text: string): number | undefined {
  switch (text.trim()) {
    case 'NaN':
      return Number.NaN;
    case 'INF':
      return Number.POSITIVE_INFINITY;
    case '-INF':
      return Number.NEGATIVE_INFINITY;
    default:
      return decodeDouble(text);
  }
}
