import type { WriteMethod } from './write.js';

/**
 * What each mutation hands to a backend: its input without the idempotency key, ids as native ids of that backend.
 * The input types of the graph say what each member means.
 */
export interface WriteInputs {
  renameSubscription: { subscriptionId: string; name: string; description?: string | null };
  suspendSubscription: { subscriptionId: string };
  resumeSubscription: { subscriptionId: string };
  deleteSubscription: { subscriptionId: string };
  suspendSubscriptions: { subscriptionIds: readonly string[] };
  resumeSubscriptions: { subscriptionIds: readonly string[] };
}

export type MutationName = keyof WriteInputs;

/** The mutations that a backend has calls for; for any other one the answer is UNSUPPORTED. */
export type PanelWrites = { readonly [M in MutationName]?: WriteMethod<WriteInputs[M]> };
