import { BackendTimeoutError, BackendTruncatedError, BackendUnavailableError } from '../errors/index.js';

/** A failure of the way to the backend, not of what it says: it counts against the breaker and may be tried again. */
export const isTransportFailure = (error: unknown): boolean =>
  error instanceof BackendUnavailableError ||
  error instanceof BackendTimeoutError ||
  error instanceof BackendTruncatedError;
