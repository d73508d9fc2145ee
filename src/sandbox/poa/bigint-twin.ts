import { Refusal } from './refusal.js';

/**
 * The value of an old int member and its 64-bit twin: the twin wins, and one of them is needed.
 *
 * @param name - of the int member; the twin's is the same with `64` behind it
 * @throws Refusal when there is neither
 * @see POA Public API Reference 2.8, "Backward Compatibility Issues"
 */
export function twinned(name: string, value: number | undefined, twin: bigint | undefined): bigint {
  if (twin !== undefined) return twin;
  if (value === undefined) throw Refusal.invalidArguments(`${name} or ${name}64 is expected`);
  return BigInt(value);
}
