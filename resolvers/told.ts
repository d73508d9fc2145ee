import type { GatewayContext } from '../src/context.js';
import { type NodeRecord, type NodeRecords, type NodeType, toGlobalId } from '../src/model/index.js';

/**
 * A member of a record, from the object's fuller answer where the one that mentioned it did not tell.
 *
 * @returns `null` when the panel tells nothing
 */
export async function told<T extends NodeType, M extends keyof NodeRecords[T]>(
  context: GatewayContext,
  type: T,
  record: NodeRecords[T],
  member: M,
): Promise<NonNullable<NodeRecords[T][M]> | null> {
  const value =
    record[member] === undefined ? (await context.detail(type, record))?.[member] : record[member];
  return value ?? null;
}

/** An object that another one names: nothing is known of it yet but its id. */
export function mentioned(backend: string, type: NodeType, nativeId: string | null): NodeRecord | null {
  return nativeId === null ? null : { id: toGlobalId(backend, type, nativeId), backend, nativeId };
}
