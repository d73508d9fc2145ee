import DataLoader from 'dataloader';
import type { Backend, CallScope, PanelCall } from '../model/index.js';
import type { AnyOperation, Call, ParamsOf, ResultOf } from '../operation/operation.js';
import { callKey, fullerCall } from './call-key.js';

/**
 * The calls of one request to one backend: equal calls are made once, and all calls that a level of the query asks
 * for go to the backend together, as one wave. A call that another one of the same request answers more fully is not
 * made at all.
 */
export function createCall(backend: Backend, scope: CallScope): Call {
  const known = new Map<string, Promise<unknown>>();
  let waves = 0;
  const scopeOfWave = () => (scope.observe === undefined ? scope : { ...scope, wave: ++waves });
  const loader = new DataLoader<PanelCall, unknown, string>(
    (wave) => sendWave(backend, wave, scopeOfWave()),
    {
      name: backend.name,
      cacheKeyFn: callKey,
      cacheMap: known,
    },
  );
  return <O extends AnyOperation>(operation: O, params: ParamsOf<O>): Promise<ResultOf<O>> => {
    // A struct of parameters is a record, whichever operation's it is.
    const call: PanelCall = { operation, params: params as PanelCall['params'] };
    const fuller = fullerCall(call);
    const answered = fuller === call ? undefined : known.get(callKey(fuller));
    // The backend decodes by the operation's own result shape.
    return (answered ?? loader.load(call)) as Promise<ResultOf<O>>;
  };
}

/** Sends the calls of one wave, less those that another call of the wave answers more fully. */
function sendWave(
  backend: Backend,
  wave: readonly PanelCall[],
  scope: CallScope,
): Promise<ReadonlyArray<unknown>> {
  return wave.some(({ operation }) => operation.fuller !== undefined)
    ? sendFullest(backend, wave, scope)
    : backend.callAll(wave, scope);
}

async function sendFullest(
  backend: Backend,
  wave: readonly PanelCall[],
  scope: CallScope,
): Promise<ReadonlyArray<unknown>> {
  const byKey = new Map(wave.map((call) => [callKey(call), call]));
  const answering = wave.map((call) => byKey.get(callKey(fullerCall(call))) ?? call);
  const sent = [...new Set(answering)];
  const results = await backend.callAll(sent, scope);
  const resultOf = new Map(sent.map((call, index) => [call, results[index]]));
  return answering.map((call) => resultOf.get(call));
}
