import { BadUserInputError } from '../errors/index.js';

/**
 * What `encode` makes of a call's parameters.
 *
 * @param method - the panel's name of what is called
 * @param Misfit - what `encode` throws for what its protocol cannot carry; its message quotes nothing
 * @throws {@link BadUserInputError} for that, which says that nothing was sent
 */
export function sendable<T>(method: string, Misfit: new (...args: never[]) => Error, encode: () => T): T {
  try {
    return encode();
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    throw new BadUserInputError(`The input cannot be sent as ${method}: ${error.message}.`);
  }
}
