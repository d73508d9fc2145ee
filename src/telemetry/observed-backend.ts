import { type Backend, type CallScope, type ObserveCall, observeBoth } from '../model/index.js';

/** A backend each of whose exchanges is also told to `observe`, whoever causes it. */
export function observedBackend(backend: Backend, observe: ObserveCall): Backend {
  const seen = (scope: CallScope): CallScope => {
    const { credentials, signal, caller, fresh, wave } = scope;
    return { credentials, signal, caller, observe: observeBoth(observe, scope.observe), fresh, wave };
  };
  const send = backend.send?.bind(backend);
  const ping = backend.ping?.bind(backend);
  // On top of the backend, so that whatever else it has, and whatever changes with time, is its own.
  const layer: Partial<Backend> = {
    callAll: (calls, scope) => backend.callAll(calls, seen(scope)),
    ...(send === undefined ? {} : { send: (call, scope) => send(call, seen(scope)) }),
    ...(ping === undefined ? {} : { ping: (scope) => ping(seen(scope)) }),
  };
  return Object.setPrototypeOf(layer, backend) as Backend;
}
