/** What a problem may look like: its detail, and members beside those that every problem has. */
export interface ProblemExample {
  readonly detail: string;
  readonly more?: Readonly<Record<string, unknown>>;
}

const POA = { backend: 'poa' };

const refusal = (code: string, detail: string, more: object = {}): ProblemExample => ({
  detail,
  more: { errors: [{ code, detail, ...more }], partial: false },
});

/** One for each code. */
export const PROBLEM_EXAMPLES: Readonly<Record<string, ProblemExample>> = {
  BAD_USER_INPUT: {
    detail: 'first must be a whole number.',
    more: { errors: [{ detail: 'must be a whole number', parameter: 'first' }] },
  },
  BAD_REQUEST: { detail: 'The body is not valid JSON.' },
  QUERY_TOO_COSTLY: { detail: 'This could cause 4020 calls to panels, and 2000 is the limit.' },
  UNAUTHENTICATED: {
    detail: 'An API key is needed: Authorization: Bearer <key>, or X-Api-Key: <key>.',
  },
  FORBIDDEN: { detail: 'The caller may not do this.' },
  NOT_FOUND: { detail: 'There is no such thing, or nothing that tells of it.' },
  UNSUPPORTED: { detail: 'There is no such thing, or its panel has no call that tells this of it.' },
  NOT_ACCEPTABLE: { detail: 'Answers are application/json, which Accept rules out.' },
  PAYLOAD_TOO_LARGE: { detail: 'The body is larger than this gateway takes (server.maxRequestBytes).' },
  UNSUPPORTED_MEDIA_TYPE: {
    detail: 'The body must be JSON, and Content-Type: application/json must say so.',
  },
  HOST_NOT_ALLOWED: { detail: 'The gateway does not answer to this name.' },
  RATE_LIMITED: { detail: 'More than 600 requests were made within a minute.' },
  OUTCOME_UNKNOWN: {
    detail: 'The panel took the change, and its answer was lost.',
    more: { backend: 'hsphere', idempotencyKey: 'order-4711' },
  },
  IDEMPOTENCY_CONFLICT: {
    detail: 'The first run with this key has not ended.',
    more: { idempotencyKey: 'order-4711', running: true },
  },
  INTERNAL_SERVER_ERROR: { detail: 'Internal server error' },
  BACKEND_FAULT: {
    detail: 'poa refused pem.getAccountInfo.',
    more: {
      ...POA,
      native: { ...POA, method: 'pem.getAccountInfo', code: '1', message: 'Permission denied' },
    },
  },
  BACKEND_PROTOCOL_ERROR: { detail: 'The answer of poa is no XML-RPC.', more: POA },
  BACKEND_UNAVAILABLE: { detail: 'poa cannot be reached.', more: POA },
  BACKEND_TIMEOUT: { detail: 'poa did not answer within 10 seconds.', more: POA },
  SERVICE_UNAVAILABLE: { detail: 'The gateway has more to do than it can. Ask again in a moment.' },
  INSUFFICIENT_FUNDS: refusal('INSUFFICIENT_FUNDS', 'The balance does not cover the order.'),
  TAKEN: refusal('TAKEN', 'The login is in use.', { pointer: '#/login' }),
  IN_USE: refusal('IN_USE', 'Packages use this plan.'),
  HAS_CHILDREN: refusal('HAS_CHILDREN', 'There are accounts below this one.'),
  WRONG_STATE: refusal('WRONG_STATE', 'The subscription is suspended.'),
  CONFLICT: refusal('CONFLICT', 'Something else changed it meanwhile.'),
  INVALID: refusal('INVALID', 'The amount must be more than 0.', { pointer: '#/amount' }),
  WEAK_PASSWORD: refusal('WEAK_PASSWORD', 'The password is too short.', { pointer: '#/password' }),
  QUOTA_EXCEEDED: refusal('QUOTA_EXCEEDED', 'The plan has no mailbox left.'),
  REJECTED: refusal('REJECTED', 'The panel refused the change.', { native: { ...POA, message: 'Not now' } }),
};
