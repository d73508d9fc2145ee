import { BackendFaultError, BackendNotFoundError, MethodMissingError } from '../../../src/errors/index.js';
import type { AnyOperation, Call, ParamsOf, ResultOf } from '../../../src/operation/operation.js';

/** What a look at the panel shows: the thing, that there is none, or nothing that proves either. */
export type Sighting<T> =
  | { readonly is: 'there'; readonly answer: T }
  | { readonly is: 'absent'; readonly because: BackendFaultError }
  | { readonly is: 'untold' };

/**
 * Looks whether something exists. POA publishes no codes for its failures, so a miss is one that a configured rule
 * names as such, or any failure, without another meaning, of a method that does nothing but look a name up.
 *
 * @throws what is no answer of the panel: it is down, or unreadable
 */
export async function lookUp<O extends AnyOperation>(
  read: Call,
  operation: O,
  params: ParamsOf<O>,
): Promise<Sighting<ResultOf<O>>> {
  try {
    return { is: 'there', answer: await read(operation, params) };
  } catch (error) {
    if (error instanceof BackendNotFoundError) return { is: 'absent', because: error };
    if (error instanceof BackendFaultError) {
      return operation.missIsFailure === true && isFailureOfMethod(error)
        ? { is: 'absent', because: error }
        : { is: 'untold' };
    }
    if (error instanceof MethodMissingError) return { is: 'untold' };
    throw error;
  }
}

/** A refused login and a call that was not dispatched say nothing of what was looked for. */
const isFailureOfMethod = ({ meaning, native: { code } }: BackendFaultError): boolean =>
  meaning === 'REJECTED' && !/^(fault|HTTP) /.test(code ?? '');
