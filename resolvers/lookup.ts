import type { GatewayContext } from '../src/context.js';
import { BadUserInputError } from '../src/errors/index.js';
import {
  type AddressedType,
  type Backend,
  fromGlobalId,
  type NodeRecords,
  type NodeType,
  type Wanted,
} from '../src/model/index.js';

/** @throws {@link BadUserInputError} unless the caller may use a backend of that name */
export function backendOf(
  context: GatewayContext,
  name: string,
  field: readonly string[] = ['backend'],
): Backend {
  const backend = context.backend(name);
  if (backend === undefined)
    throw new BadUserInputError(`${field.join('.')} names no backend that you may use`, field);
  return backend;
}

/** An id whose parts have been checked; `nativeId` in the one spelling that answers use. */
export interface Address<T extends AddressedType> {
  readonly backend: string;
  readonly type: T;
  /** `null`: the backend has no such type. */
  readonly nativeId: string | null;
}

/**
 * Checks an id before any call is made.
 *
 * @throws {@link BadUserInputError} on a malformed id, an unknown backend or type, or a native id that cannot be one
 */
export function addressOf(
  context: GatewayContext,
  id: string,
  field: readonly string[],
): Address<AddressedType> {
  const { backend: name, type, nativeId } = fromGlobalId(id, field);
  const backend = backendOf(context, name, field);
  return {
    backend: name,
    type,
    nativeId: type === 'Task' ? nativeId : backend.canonicalId(type, nativeId, field),
  };
}

/** As `addressOf`, for an argument that takes ids of one type. */
export function typedAddressOf<T extends AddressedType>(
  context: GatewayContext,
  type: T,
  id: string,
  field: readonly string[] = ['id'],
): Address<T> {
  const address = addressOf(context, id, field);
  if (address.type !== type)
    throw new BadUserInputError(`${field.join('.')} must be the id of ${withArticle(type)}`, field);
  return { ...address, type };
}

const withArticle = (type: string): string => `${/^[AEIOU]/.test(type) ? 'an' : 'a'} ${type}`;

/** The object at an address; `null` when the panel knows none, or has no such type. */
export async function find<T extends NodeType>(
  context: GatewayContext,
  { backend, type, nativeId }: Address<T>,
  wanted: Wanted,
): Promise<NodeRecords[T] | null> {
  if (nativeId === null) return null;
  return context.access.lookUp(
    backend,
    { type, nativeId },
    async () => (await context.panel(backend).find[type]?.(nativeId, wanted)) ?? null,
  );
}
