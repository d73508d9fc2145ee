import type { GatewayContext } from '../src/context.js';
import {
  type NodeRecord,
  type NodeRecords,
  type NodeType,
  type Told,
  toGlobalId,
} from '../src/model/index.js';

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

/** Members that hold the native id of another object. */
type LinkOf<T extends NodeType> = {
  [Member in keyof NodeRecords[T]]-?: NodeRecords[T][Member] extends Told<string> | undefined
    ? Member
    : never;
}[keyof NodeRecords[T]];

/**
 * The object that a record names, at once where the record tells its id.
 *
 * @param target - type of that object
 */
export function linked<T extends NodeType>(
  context: GatewayContext,
  type: T,
  record: NodeRecords[T],
  member: LinkOf<T>,
  target: NodeType,
): NodeRecord | null | Promise<NodeRecord | null> {
  const mentionedBy = (told: Partial<NodeRecords[T]> | null): NodeRecord | null =>
    // The type of `member` says that it holds an id.
    mentioned(record.backend, target, (told?.[member] ?? null) as string | null);
  return record[member] === undefined ? context.detail(type, record).then(mentionedBy) : mentionedBy(record);
}

/** An object that another one names: nothing is known of it yet but its id. */
export function mentioned(backend: string, type: NodeType, nativeId: string | null): NodeRecord | null {
  return nativeId === null ? null : { id: toGlobalId(backend, type, nativeId), backend, nativeId };
}
