import type { PanelCall } from '../model/index.js';

/** Equal for calls that are the same question: same method of a service, same parameters in the same order. */
export const callKey = ({ operation: { service = '', method }, params }: PanelCall): string =>
  `${service}\n${method}\n${JSON.stringify(params, bigintAsText)}`;

/** The `n` keeps 5n and '5' apart, as JavaScript writes them. */
const bigintAsText = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? `${value}n` : value;

/** The call whose answer tells all that this one's would, and more; itself when there is none. */
export function fullerCall(call: PanelCall): PanelCall {
  const { fuller } = call.operation;
  if (fuller === undefined || call.params[fuller.member] === fuller.value) return call;
  return { operation: call.operation, params: { ...call.params, [fuller.member]: fuller.value } };
}
