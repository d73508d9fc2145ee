import { type Envelope, envelop } from './envelope.js';
import { carryOut } from './method.js';
import { findMethod } from './methods.js';
import { arrayOf, type ParameterType, readParameters, string, theOneStruct } from './parameters.js';
import { Refusal } from './refusal.js';
import type { State } from './state.js';
import { isStruct, type Received, type ReceivedStruct, type Sent } from './wire/values.js';

/**
 * What a successful batch answers beside its status: nothing, as documented; an envelope for each operation; or
 * the bare result of each, an empty struct for one without output. Which of them real servers do is not known.
 */
export type BatchResults = 'none' | 'envelopes' | 'bare';

const anything: ParameterType<Received> = { name: 'any', read: (value) => value };
const OPERATION = { operation: string, parameters: arrayOf(anything) };

interface Operation {
  readonly operation: string;
  readonly parameters: readonly Received[];
}

/**
 * Runs operations in order as one transaction. The first that fails rolls all back; its envelope is the answer.
 *
 * @see CloudBlue Commerce 20.4, Operations Public API Reference, "pem.batchRequest"
 */
export function runBatch(state: State, params: readonly Received[], results: BatchResults): Envelope {
  const data = state.data.fork();
  let failed: Envelope | undefined;
  const answer = envelop(() => {
    const { requestId, operations } = readBatch(params);
    const envelopes: Envelope[] = [];
    for (const { operation, parameters } of operations) {
      const envelope = envelop(() =>
        carryOut(data, operation, methodNamed(operation), theOneStruct(parameters)),
      );
      if (envelope.status !== 0) {
        failed = envelope;
        return undefined;
      }
      envelopes.push(envelope);
    }
    if (requestId !== undefined) data.taskRequests.put({ id: requestId, tasks: [] });
    data.commit();
    return resultOf(envelopes, results);
  });
  return failed ?? answer;
}

function resultOf(envelopes: readonly Envelope[], results: BatchResults): Sent | undefined {
  switch (results) {
    case 'none':
      return undefined;
    case 'envelopes':
      return envelopes;
    case 'bare':
      return envelopes.map((envelope) => envelope.result ?? {});
    default:
      return results satisfies never;
  }
}

function readBatch(params: readonly Received[]): {
  requestId: string | undefined;
  operations: Operation[];
} {
  const structs = params.map((param) => {
    if (!isStruct(param)) throw Refusal.invalidArguments('Every parameter of a batch is a struct');
    return param;
  });
  const [first] = structs;
  const hasRequestId = first !== undefined && 'request_id' in first;
  const operations = structs.slice(hasRequestId ? 1 : 0).map(readOperation);
  if (operations.length === 0) throw Refusal.invalidArguments('The batch has no operations');
  return {
    requestId: hasRequestId ? readParameters({ request_id: string }, first).request_id : undefined,
    operations,
  };
}

function readOperation(struct: ReceivedStruct): Operation {
  const { operation, parameters } = readParameters(OPERATION, struct);
  if (parameters.some((parameter) => isStruct(parameter) && 'txn_id' in parameter)) {
    throw Refusal.invalidArguments('A batch cannot be combined with txn_id');
  }
  return { operation, parameters };
}

/** Batches in a batch and txn.* are not among the methods that this finds. */
function methodNamed(name: string) {
  const method = findMethod(name);
  if (method === undefined) throw Refusal.invalidArguments(`${name} is no method that a batch can run`);
  return method;
}
