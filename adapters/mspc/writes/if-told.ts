import { BackendFaultError, MethodMissingError } from '../../../src/errors/index.js';

/** `undefined` where the panel refuses to tell, or has no such read. */
export async function ifTold<T>(looking: Promise<T>): Promise<T | undefined> {
  try {
    return await looking;
  } catch (error) {
    if (error instanceof MethodMissingError || error instanceof BackendFaultError) return undefined;
    throw error;
  }
}
