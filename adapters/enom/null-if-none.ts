import { BackendNotFoundError } from '../../src/errors/index.js';

/** A miss that the table of faults names as one is no error. */
export async function nullIfNone<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof BackendNotFoundError) return null;
    throw error;
  }
}
