import { OutcomeUnknownError } from '../../../src/errors/index.js';

/**
 * Sends what no call reads back, and says so when its answer is lost: whoever asked has to look for themselves.
 *
 * @param subject - what the panel has no call for
 */
export async function sendUnread<T>(subject: string, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof OutcomeUnknownError)) throw error;
    const { backend, method } = error.origin;
    throw new OutcomeUnknownError(
      `Backend ${backend} got ${method}, and nobody knows what came of it. H-Sphere has no call that reads ${subject} back: look on the panel itself.`,
      error.origin,
      { cause: error },
    );
  }
}
