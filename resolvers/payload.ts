import { fromGlobalId, mentionOf } from '../src/model/index.js';
import type { Outcome } from '../src/writes/ledger.js';

/** The payload that an outcome stands for: objects by their ids, which are read as far as the selection wants them. */
export function toPayload({ key, facts, userErrors }: Outcome) {
  const nodes = Object.entries(facts?.nodes ?? {}).map(([field, id]) => [field, nodeNamed(id)] as const);
  const lists = Object.entries(facts?.nodeLists ?? {}).map(
    ([field, ids]) => [field, ids.map((id) => nodeNamed(id))] as const,
  );
  return { ...facts?.values, ...Object.fromEntries([...nodes, ...lists]), userErrors, idempotencyKey: key };
}

/** An object of which nothing is known but its id. */
export function nodeNamed(id: string): { readonly id: string } {
  const { backend, type, nativeId } = fromGlobalId(id, ['id']);
  return type === 'Task' ? { id } : mentionOf(backend, type, nativeId);
}
