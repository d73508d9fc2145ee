import { MODULE_ID, Refusal } from './refusal.js';
import type { Sent, SentStruct } from './wire/values.js';

/** What every method but system.listMethods answers, with HTTP 200. A success without output has no `result`. */
export type Envelope = SentStruct & { readonly status: 0 | -1 };

/** Carries out `work` and wraps its result or its refusal; anything else that it throws is a fault of ours. */
export function envelop(work: () => Sent | undefined): Envelope {
  try {
    const result = work();
    return result === undefined ? { status: 0 } : { status: 0, result };
  } catch (error) {
    if (error instanceof Refusal) return failure(error);
    throw error;
  }
}

function failure({ message, extypeId }: Refusal): Envelope {
  return {
    status: -1,
    error_message: message,
    extype_id: extypeId,
    module_id: MODULE_ID,
    properties: { reason: message },
  };
}
