/** Every `extensions.code` that the gateway answers itself; docs/errors.md lists the same. */
export const GATEWAY_ERROR_CODES = [
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'RATE_LIMITED',
  'QUERY_TOO_COSTLY',
  'BACKEND_UNAVAILABLE',
  'BACKEND_TIMEOUT',
  'BACKEND_PROTOCOL_ERROR',
  'BACKEND_FAULT',
  'OUTCOME_UNKNOWN',
  'IDEMPOTENCY_CONFLICT',
  'INTERNAL_SERVER_ERROR',
] as const;

export type GatewayErrorCode = (typeof GATEWAY_ERROR_CODES)[number];
