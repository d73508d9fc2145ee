import type { Data } from './data.js';
import { type Arguments, type ParameterTable, readParameters } from './parameters.js';
import type { ReceivedStruct, Sent } from './wire/values.js';

/** One remote method: how its struct is checked, and what it does. */
export interface RemoteMethod {
  /**
   * Checks the struct and carries the method out on `data`; the answer is the `result` of the envelope, if the
   * method has one. Changes are thrown away when it throws.
   *
   * @throws Refusal
   */
  call(data: Data, struct: ReceivedStruct): Sent | undefined;
  /** Whether it may carry `txn_id`. */
  readonly transactional: boolean;
}

export type MethodTable = Readonly<Record<string, RemoteMethod>>;

/** Makes a method from its parameter table and its handler. */
export function method<P extends ParameterTable>(
  parameters: P,
  handle: (data: Data, parameters: Arguments<P>) => Sent | undefined,
  { transactional = true } = {},
): RemoteMethod {
  return { transactional, call: (data, struct) => handle(data, readParameters(parameters, struct)) };
}
