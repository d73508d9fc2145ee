import { type BatchResults, runBatch } from './batch.js';
import { envelop } from './envelope.js';
import { carryOut, type RemoteMethod } from './method.js';
import { findMethod, METHOD_NAMES } from './methods.js';
import { readParameters, string, theOneStruct } from './parameters.js';
import { Refusal } from './refusal.js';
import type { State } from './state.js';
import { transactionMethods } from './transaction-methods.js';
import type { Received, ReceivedStruct, Sent } from './wire/values.js';

const BATCH = 'pem.batchRequest';
const LIST_METHODS = 'system.listMethods';

const NAMES: readonly string[] = [
  ...METHOD_NAMES,
  BATCH,
  LIST_METHODS,
  ...Object.keys(transactionMethods),
].sort();

export function isMethod(name: string): boolean {
  return NAMES.includes(name);
}

/** Carries out a call of a method that {@link isMethod} knows. */
export function dispatch(
  state: State,
  name: string,
  params: readonly Received[],
  batchResults: BatchResults,
): Sent {
  if (name === LIST_METHODS) return NAMES;
  if (name === BATCH) return runBatch(state, params, batchResults);
  const transactionMethod = Object.hasOwn(transactionMethods, name) ? transactionMethods[name] : undefined;
  if (transactionMethod !== undefined) {
    return envelop(() => transactionMethod(state.transactions, theOneStruct(params)));
  }
  const method = findMethod(name);
  if (method === undefined) throw new Error(`${name} is listed and has no handler`);
  return envelop(() => callMethod(state, name, method, theOneStruct(params)));
}

/** Runs one method: as a transaction of its own, or within the one that it names, which its refusal ends. */
function callMethod(
  state: State,
  name: string,
  method: RemoteMethod,
  struct: ReceivedStruct,
): Sent | undefined {
  const { txn_id, ...members } = struct;
  if (txn_id === undefined || !method.transactional) return commitCall(state.data, name, method, struct);
  const txnId = readParameters({ txn_id: string }, { txn_id }).txn_id;
  const data = state.transactions.dataOf(txnId);
  try {
    return commitCall(data, name, method, members);
  } catch (error) {
    if (error instanceof Refusal) state.transactions.rollback(txnId);
    throw error;
  }
}

function commitCall(
  data: State['data'],
  name: string,
  method: RemoteMethod,
  struct: ReceivedStruct,
): Sent | undefined {
  const fork = data.fork();
  const result = carryOut(fork, name, method, struct);
  fork.commit();
  return result;
}
