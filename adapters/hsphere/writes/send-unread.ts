import { type BackendError, BackendFaultError, OutcomeUnknownError } from '../../../src/errors/index.js';
import type { HsphereSettings } from '../config.js';
import { provesNothingDone } from '../errors.js';

/**
 * Sends what no call reads back, and says so when nobody knows what came of it: whoever asked has to look for
 * themselves.
 *
 * @param subject - what the panel has no call for
 */
type SendUnread = <T>(subject: string, send: () => Promise<T>) => Promise<T>;

export const unreadSender =
  ({ unexplainedRefusals }: Pick<HsphereSettings, 'unexplainedRefusals'>): SendUnread =>
  async (subject, send) => {
    try {
      return await send();
    } catch (error) {
      const isDoubtful =
        unexplainedRefusals === 'unknown' && error instanceof BackendFaultError && !provesNothingDone(error);
      throw error instanceof OutcomeUnknownError || isDoubtful ? toUnknown(error, subject) : error;
    }
  };

function toUnknown(cause: BackendError, subject: string): OutcomeUnknownError {
  const { backend, method } = cause.origin;
  return new OutcomeUnknownError(
    `Backend ${backend} got ${method}, and nobody knows what came of it. H-Sphere has no call that reads ${subject} back: look on the panel itself.`,
    cause.origin,
    { cause },
  );
}
