import { BackendProtocolError, type CallOrigin } from '../../src/errors/index.js';

/**
 * Checks that an answer is about the object that was asked about.
 *
 * @param answered - the number in the answer; `undefined`: it tells none
 * @throws {@link BackendProtocolError} if it is about another one
 */
export function checkSubject(origin: CallOrigin, asked: string, answered: number | undefined): void {
  if (answered === undefined || String(answered) === asked) return;
  throw new BackendProtocolError(
    `Backend ${origin.backend} answered ${origin.method} with another object than the one asked for.`,
    origin,
  );
}
