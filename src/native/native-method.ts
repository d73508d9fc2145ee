import type { Backend, BackendKind, Role } from '../model/index.js';
import type { AnyOperation } from '../operation/operation.js';
import { toFieldName } from './names.js';

/** One method of a kind of panel as the native layer has it. */
export interface NativeMethod {
  readonly kind: BackendKind;
  /** The method's own name, with that of its service before it where another service has one of the same name. */
  readonly name: string;
  /** Its field in the graph. */
  readonly field: string;
  readonly operation: AnyOperation;
  readonly roles: readonly Role[];
}

export const isRead = ({ effect }: AnyOperation): boolean => effect === 'read';

/** What a caller must be allowed to call a method. */
export function rolesOf({ effect, destructive, checksCredentials }: AnyOperation): readonly Role[] {
  return [
    'native',
    ...(effect === 'money' ? (['money'] as const) : []),
    ...(destructive === true ? (['destructive'] as const) : []),
    ...(checksCredentials === true ? (['credentials'] as const) : []),
  ];
}

const known = new WeakMap<Backend, ReadonlyMap<string, NativeMethod>>();

/**
 * The methods of a backend by their names; of two with one name the second is known by its service, too, and where
 * that does not tell them apart it is left out: what is built in comes first.
 */
export function methodsOf(backend: Backend): ReadonlyMap<string, NativeMethod> {
  let methods = known.get(backend);
  if (methods === undefined) {
    methods = readMethods(backend);
    known.set(backend, methods);
  }
  return methods;
}

function readMethods({ kind, operations, together }: Backend): ReadonlyMap<string, NativeMethod> {
  const methods = new Map<string, NativeMethod>();
  for (const operation of operations) {
    // Its calls have shapes of their own: the layer has a field for it that checks each.
    if (operation.method === together?.batchMethod) continue;
    const name = [operation.method, qualifiedName(operation)].find((candidate) => !methods.has(candidate));
    if (name === undefined) continue;
    methods.set(name, { kind, name, field: toFieldName(kind, name), operation, roles: rolesOf(operation) });
  }
  return methods;
}

/** `esServers.GetServers` for the method of `esServers.asmx`. */
const qualifiedName = ({ method, service = '' }: AnyOperation): string =>
  `${service.replace(/\.[a-z]+$/i, '').replaceAll('/', '.')}.${method}`.replace(/^\./, '');

/** All methods of all backends, one for each that backends of a kind share. */
export function allMethods(backends: readonly Backend[]): readonly NativeMethod[] {
  const fields = new Map<string, NativeMethod>();
  for (const backend of backends) {
    for (const method of methodsOf(backend).values()) {
      if (!fields.has(method.field)) fields.set(method.field, method);
    }
  }
  return [...fields.values()];
}
