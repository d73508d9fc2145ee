import { z } from 'zod';
import { regularExpression } from '../../src/config/index.js';
import { USER_ERROR_CODES, type UserErrorCode } from '../../src/errors/index.js';

/** Says what a refusal means. A part that is absent fits everything. */
export const faultRule = z
  .strictObject({
    /** Response code, six digits as a rule. */
    responseCode: z.int().min(0).max(999_999_999).optional(),
    /** Regular expression that the error texts must contain. */
    messageRegex: regularExpression().optional(),
    code: z.enum(USER_ERROR_CODES),
  })
  .refine(({ responseCode, messageRegex }) => (responseCode ?? messageRegex) !== undefined, {
    message: 'needs responseCode or messageRegex',
  });

export type FaultRule = z.output<typeof faultRule>;

/** The first row that fits counts. */
const TABLE: ReadonlyArray<readonly [code: RegExp, meaning: UserErrorCode]> = [
  // Particular ones: nature and subject together say more.
  [/^706271$/, 'HAS_CHILDREN'],
  [/^303271$/, 'QUOTA_EXCEEDED'],
  [/^304155$/, 'FORBIDDEN'],
  [/^306156$/, 'WEAK_PASSWORD'],
  // By the digits of nature.
  [/^.24/, 'INSUFFICIENT_FUNDS'],
  [/^.02/, 'TAKEN'],
  [/^.16/, 'NOT_FOUND'],
  [/^.17/, 'WRONG_STATE'],
  [/^.13/, 'FORBIDDEN'],
  // By the system, where the nature is one of value: missing, out of range, invalid, of another type.
  [/^30[1345]/, 'INVALID'],
  [/^4/, 'FORBIDDEN'],
];

/**
 * What a refusal means by the published grammar of response codes, a digit of system, two of nature and three of
 * subject, unless a configured rule knows better.
 *
 * @param text - of its errors
 * @see eNom API Command Catalog, "API Error Codes"
 */
export function meaningOf(
  code: string | null,
  text: string,
  rules: readonly FaultRule[],
): UserErrorCode | undefined {
  const rule = rules.find(
    ({ responseCode, messageRegex }) =>
      (responseCode === undefined || (code !== null && responseCode === Number(code))) &&
      (messageRegex === undefined || messageRegex.test(text)),
  );
  if (rule !== undefined) return rule.code;
  if (code === null || !/^\d{6}$/.test(code)) return undefined;
  return TABLE.find(([pattern]) => pattern.test(code))?.[1];
}
