import type { GatewayErrorCode, UserErrorCode } from '../../errors/index.js';

/** The status of an answer that an error leaves nothing of. */
export const FAILURE_STATUS: Readonly<Record<GatewayErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  QUERY_TOO_COSTLY: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  // Of a run that has not ended; with another input it is 422.
  IDEMPOTENCY_CONFLICT: 409,
  // It was taken on; what becomes of it can be asked.
  OUTCOME_UNKNOWN: 202,
  BACKEND_FAULT: 502,
  BACKEND_PROTOCOL_ERROR: 502,
  BACKEND_UNAVAILABLE: 503,
  BACKEND_TIMEOUT: 504,
  INTERNAL_SERVER_ERROR: 500,
};

/** The status of a change that was refused for a reason that the caller can act on. */
export const REFUSAL_STATUS: Readonly<Record<UserErrorCode, number>> = {
  INVALID: 422,
  WEAK_PASSWORD: 422,
  QUOTA_EXCEEDED: 422,
  UNSUPPORTED: 422,
  REJECTED: 422,
  INSUFFICIENT_FUNDS: 402,
  FORBIDDEN: 403,
  // Of what the path names; of anything that the body names it is 422.
  NOT_FOUND: 404,
  TAKEN: 409,
  IN_USE: 409,
  HAS_CHILDREN: 409,
  WRONG_STATE: 409,
  CONFLICT: 409,
};

/** The least that the gateway leaves a panel alone for once its breaker has opened, by default. */
export const RETRY_AFTER_SECONDS = 10;
