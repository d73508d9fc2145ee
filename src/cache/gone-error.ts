import { CallAbandonedError, type CallOrigin, OutOfTimeError, RequestTimeIsUp } from '../errors/index.js';
import type { CallSignal } from '../model/index.js';

/** What a caller is told whose request is over before the answer came, as the policies of calls tell it. */
export const goneError = (origin: CallOrigin, signal: CallSignal): CallAbandonedError =>
  signal.reason instanceof RequestTimeIsUp
    ? new OutOfTimeError(`The request's time was up before ${origin.backend} answered.`, origin)
    : new CallAbandonedError('The request ended before its answer came.', origin);
