import type { GatewayContext } from '../src/context.js';
import { fromGlobalId, type NodeRecord } from '../src/model/index.js';
import type { Outcome } from '../src/writes/ledger.js';

/** The payload that an outcome stands for: objects by their ids, which are read as far as the selection wants them. */
export function toPayload(context: GatewayContext, { key, facts, userErrors }: Outcome) {
  const nodes = Object.entries(facts?.nodes ?? {}).map(
    ([field, id]) => [field, nodeNamed(context, id)] as const,
  );
  const lists = Object.entries(facts?.nodeLists ?? {}).map(
    ([field, ids]) => [field, ids.map((id) => nodeNamed(context, id))] as const,
  );
  return { ...facts?.values, ...Object.fromEntries([...nodes, ...lists]), userErrors, idempotencyKey: key };
}

/** An object of which nothing is known but its id. A task is asked for at once: it is nothing but its state. */
export function nodeNamed(context: GatewayContext, id: string): NodeRecord | (() => unknown) {
  const { backend, type, nativeId } = fromGlobalId(id, ['id']);
  if (type === 'Task') return () => context.panel(backend).task?.(nativeId) ?? null;
  const record = { id, backend, nativeId };
  // A domain's native id is a number that its global id does not hold.
  return type === 'Domain' ? ({ id, backend, name: nativeId } as unknown as NodeRecord) : record;
}
