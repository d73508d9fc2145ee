const GREATEST = 2n ** 31n - 1n;
const LEAST = -(2n ** 31n);

/**
 * The int beside a `…64` twin: the value itself, or the end of the 32-bit range that it exceeds.
 *
 * @see POA Public API Reference 2.8, "Backward Compatibility Issues"
 */
export function clampedInt(value: bigint): number {
  if (value > GREATEST) return Number(GREATEST);
  return Number(value < LEAST ? LEAST : value);
}
