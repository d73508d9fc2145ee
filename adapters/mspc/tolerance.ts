import { BackendError, MethodMissingError } from '../../src/errors/index.js';

/** A failure that leaves those beside it whole; that of a missing method is one for all. */
export async function orError<T>(answer: Promise<T>): Promise<T | Error> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof BackendError && !(error instanceof MethodMissingError)) return error;
    throw error;
  }
}

/** A method that this server lacks has no answer, and that is no error. */
export async function ifThere<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof MethodMissingError) return null;
    throw error;
  }
}
