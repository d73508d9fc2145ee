import { BadUserInputError } from '../errors/index.js';
import type { Backend, Ownership, Principal } from '../model/index.js';

/** A root as answers would write it; `null` for what can be no id of the panel, which opens nothing. */
export function canonicalRoot(backend: Backend, type: Ownership['root'], root: string): string | null {
  try {
    return backend.canonicalId(type, root, ['scope']);
  } catch (error) {
    if (error instanceof BadUserInputError) return null;
    throw error;
  }
}

/**
 * The roots of a scope that open nothing because they can be no ids.
 *
 * @returns the place of each: `poa[0]`, with what should stand there
 */
export function unusableRoots(
  scope: NonNullable<Principal['scope']>,
  backends: readonly Backend[],
): ReadonlyArray<{ readonly place: string; readonly wanted: string }> {
  return backends.flatMap((backend) => {
    const root = backend.panel(askNothing).ownership?.root;
    if (root === undefined || !Object.hasOwn(scope, backend.name)) return [];
    const wanted = root === 'Account' ? 'the panel’s own number of an account' : 'a domain name';
    return (scope[backend.name] ?? []).flatMap((id, index) =>
      canonicalRoot(backend, root, id) === null ? [{ place: `${backend.name}[${index}]`, wanted }] : [],
    );
  });
}

/** To see by what a port is scoped takes no call. */
const askNothing = (): Promise<never> => Promise.reject(new Error('Scopes are checked without a call.'));
