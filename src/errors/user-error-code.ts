/** What a refusal can mean to the caller who asked for a change; the graph's enum says what each stands for. */
export const USER_ERROR_CODES = [
  'TAKEN',
  'INVALID',
  'WEAK_PASSWORD',
  'NOT_FOUND',
  'FORBIDDEN',
  'QUOTA_EXCEEDED',
  'INSUFFICIENT_FUNDS',
  'IN_USE',
  'HAS_CHILDREN',
  'WRONG_STATE',
  'CONFLICT',
  'UNSUPPORTED',
  'REJECTED',
] as const;
export type UserErrorCode = (typeof USER_ERROR_CODES)[number];
