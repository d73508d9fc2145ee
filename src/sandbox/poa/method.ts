import type { Data } from './data.js';
import { type Arguments, type ParameterTable, readParameters } from './parameters.js';
import { redact } from './redact.js';
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
  /** Whether it changes something, and so gets into the ledger. */
  readonly changes: boolean;
}

export type MethodTable = Readonly<Record<string, RemoteMethod>>;

/** Makes a method from its parameter table and its handler. */
export function method<P extends ParameterTable>(
  parameters: P,
  handle: (data: Data, parameters: Arguments<P>) => Sent | undefined,
  { transactional = true, changes = false } = {},
): RemoteMethod {
  return {
    transactional,
    changes,
    call: (data, struct) => handle(data, readParameters(parameters, struct)),
  };
}

/** A method that changes something; it answers nothing unless its handler does. */
export const write = <P extends ParameterTable>(
  parameters: P,
  // biome-ignore lint/suspicious/noConfusingVoidType: most changes have no answer
  handle: (data: Data, parameters: Arguments<P>) => Sent | void,
): RemoteMethod => method(parameters, (data, given) => handle(data, given) ?? undefined, { changes: true });

/** Carries a method out on a fork of its own, and keeps account of it there. */
export function carryOut(
  data: Data,
  name: string,
  remoteMethod: RemoteMethod,
  struct: ReceivedStruct,
): Sent | undefined {
  const result = remoteMethod.call(data, struct);
  if (remoteMethod.changes) {
    data.ledger.put({ id: data.nextId('ledger'), method: name, params: redact(struct) });
  }
  return result;
}
