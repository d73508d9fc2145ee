import { BadUserInputError } from '../errors/index.js';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * Parameters that nobody has described, as JSON has them, made such that each number arrives as it was meant: integers
 * beyond 32 bits become bigints, of which a panel is sent its own form.
 *
 * @throws {@link BadUserInputError} for integers beyond 2^53, whose last digits JSON has lost by now, and for null,
 *   which XML-RPC has no value for; without the names around them, which are the caller's
 */
export const rawParams = (
  params: Readonly<Record<string, unknown>>,
  at: readonly string[],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, exact(value, at)]));

function exact(value: unknown, at: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => exact(item, at));
  if (isObject(value)) return rawParams(value, at);
  if (value === null) {
    throw new BadUserInputError('params: null is no value of XML-RPC; leave such members out', at);
  }
  if (typeof value !== 'number' || !Number.isInteger(value) || (value | 0) === value) return value;
  if (Number.isSafeInteger(value)) return BigInt(value);
  throw new BadUserInputError('params: integers beyond 2^53 lose digits in JSON; write them as texts', at);
}
