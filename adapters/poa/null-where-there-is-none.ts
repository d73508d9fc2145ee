import { BackendNotFoundError, MethodMissingError } from '../../src/errors/index.js';

type Method = (this: unknown, ...question: unknown[]) => Promise<unknown>;

/**
 * Decorates a class that answers for the port: each of its methods is null where there is no such object. A miss that
 * a rule names as one is no error, whatever it was that was asked for, and neither is a method that this release lacks.
 *
 * A method asked by another one of its class answers null, too; what has to know a miss asks {@link PoaRecords}.
 */
export function nullWhereThereIsNone({ prototype }: { readonly prototype: object }): void {
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (name === 'constructor' || typeof descriptor.value !== 'function') continue;
    // Every field of the graph that a member of the port answers is nullable, so the methods stay what they are.
    const method = descriptor.value as Method;
    const value: Method = function (...question) {
      return method.apply(this, question).catch(nullIfNone);
    };
    Object.defineProperty(prototype, name, { ...descriptor, value });
  }
}

function nullIfNone(error: unknown): null {
  if (error instanceof BackendNotFoundError || error instanceof MethodMissingError) return null;
  throw error;
}
