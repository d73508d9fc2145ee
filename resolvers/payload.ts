import { fromGlobalId } from '../src/model/index.js';
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
export function nodeNamed(id: string): Readonly<Record<string, string>> {
  const { backend, type, nativeId } = fromGlobalId(id, ['id']);
  // A domain's native id is a number that its global id does not hold.
  if (type === 'Domain') return { id, backend, name: nativeId };
  const named = { id, backend, nativeId };
  return type === 'EmailBundle' ? { ...named, domainName: nativeId.split('~', 1)[0] ?? '' } : named;
}
