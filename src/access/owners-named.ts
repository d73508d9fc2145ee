import { BadUserInputError } from '../errors/index.js';
import { type Backend, MAX_LIST_ARGUMENT, NODE_TYPES, type ObjectRef } from '../model/index.js';
import type { AnyOperation } from '../operation/operation.js';

/**
 * The objects that the parameters of a call lead to, by the `owner` of its operation.
 *
 * @returns `null` where the operation names no owner, or its parameters none that can be one: nothing is then known of
 *   whom the call concerns
 */
export function ownersNamed(
  backend: Backend,
  { owner }: AnyOperation,
  params: Readonly<Record<string, unknown>>,
): readonly ObjectRef[] | null {
  const type = NODE_TYPES.find((known) => known === owner?.type);
  if (owner === undefined || type === undefined) return null;
  const values = valuesAt(params, owner.param.split('.'));
  if (values.length > MAX_LIST_ARGUMENT) return null;
  const suffix = owner.suffix === undefined ? undefined : valuesAt(params, owner.suffix.split('.'));
  const refs: ObjectRef[] = [];
  for (const value of values) {
    const nativeId = canonicalOf(backend, type, withSuffix(value, suffix));
    if (nativeId === null) return null;
    refs.push({ type, nativeId });
  }
  return refs;
}

/** All values at a path; those of a list are one each. */
function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((entry) => valuesAt(entry, path));
  const [member, ...rest] = path;
  if (member === undefined) return [value];
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, member)) return [];
  return valuesAt((value as Readonly<Record<string, unknown>>)[member], rest);
}

function withSuffix(value: unknown, suffix: readonly unknown[] | undefined): unknown {
  if (suffix === undefined) return value;
  return suffix.length === 1 && typeof value === 'string' && typeof suffix[0] === 'string'
    ? `${value}.${suffix[0]}`
    : undefined;
}

function canonicalOf(backend: Backend, type: ObjectRef['type'], value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') return null;
  const text = String(value);
  try {
    const id = backend.canonicalId(type, text, ['input']);
    // The panel is sent the text as it is: it must not read another name in it than is judged here.
    return id?.toLowerCase() === text.toLowerCase() ? id : null;
  } catch (error) {
    if (error instanceof BadUserInputError) return null;
    throw error;
  }
}
