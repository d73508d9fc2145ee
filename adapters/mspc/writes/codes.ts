import type { UserErrorCode } from '../../../src/errors/index.js';

/** What a negative number of the panel means. */
export interface CodeMeaning {
  /** The panel's own name of the number; `null` for one without a name. */
  readonly symbol: string | null;
  readonly code: UserErrorCode;
  readonly message: string;
  /** Where in the input, for the one mutation that can lead to it. */
  readonly field?: readonly string[];
  /** Whether it comes before anything is done; of others nobody knows. */
  readonly conclusive: boolean;
}

const refused = (
  symbol: string | null,
  code: UserErrorCode,
  message: string,
  field?: readonly string[],
): CodeMeaning => ({ symbol, code, message, conclusive: true, ...(field === undefined ? {} : { field }) });
const failed = (symbol: string | null, message: string): CodeMeaning => ({
  symbol,
  code: 'REJECTED',
  message,
  conclusive: false,
});

const LOGIN = ['input', 'login'];
const OWN = 'The panel does not let the gateway’s own account do this';

/** @see MSPC Integration API (-103, -105, -109, -110); the others as WebsitePanel's BusinessErrorCodes has them */
const MEANINGS: ReadonlyMap<number, CodeMeaning> = new Map([
  [-100, refused('USER_ALREADY_EXISTS', 'TAKEN', 'The login is in use.', LOGIN)],
  [-101, refused('USER_NOT_FOUND', 'NOT_FOUND', 'The panel knows no such account.')],
  [-102, refused('USER_HAS_USERS', 'HAS_CHILDREN', 'There are accounts below this one.')],
  [-103, refused('USER_ACCOUNT_PENDING', 'FORBIDDEN', `${OWN}: it is pending.`)],
  [-104, refused('USER_ACCOUNT_SUSPENDED', 'FORBIDDEN', `${OWN}: it is suspended.`)],
  [-105, refused('USER_ACCOUNT_CANCELLED', 'FORBIDDEN', `${OWN}: it is cancelled.`)],
  [-106, refused('USER_ACCOUNT_DEMO', 'FORBIDDEN', `${OWN}: it is a demo.`)],
  [-107, refused('USER_ACCOUNT_SHOULD_BE_ADMINISTRATOR', 'FORBIDDEN', `${OWN}: administrators may.`)],
  [-108, refused('USER_ACCOUNT_SHOULD_BE_RESELLER', 'FORBIDDEN', `${OWN}: resellers may.`)],
  [-111, refused('INVALID_USER_NAME', 'INVALID', 'The panel does not allow this login.', LOGIN)],
  [-112, refused('USER_ACCOUNT_NOT_ENOUGH_PERMISSIONS', 'FORBIDDEN', `${OWN}: its role does not suffice.`)],
  [-113, refused('USER_ACCOUNT_ROLE_NOT_ALLOWED', 'FORBIDDEN', `${OWN}: its role is not allowed to.`)],
  [-200, failed('SETTINGS_USER_LETTER_EMPTY_BODY', 'The panel has no text for its letter to new accounts.')],
  [-201, failed('SETTINGS_PACKAGE_LETTER_EMPTY_BODY', 'The panel has no text for its letter on packages.')],
  [-202, failed('SETTINGS_PASSWORD_LETTER_EMPTY_BODY', 'The panel has no text for its letter on passwords.')],
  [-300, refused('PACKAGE_NOT_FOUND', 'NOT_FOUND', 'The panel knows no such package.')],
  [-301, refused('PACKAGE_HAS_PACKAGES', 'HAS_CHILDREN', 'There are packages below this one.')],
  [-302, refused('PACKAGE_NEW', 'WRONG_STATE', 'The package is new.')],
  [-303, refused('PACKAGE_SUSPENDED', 'WRONG_STATE', 'The package is suspended.')],
  [-304, refused('PACKAGE_CANCELLED', 'WRONG_STATE', 'The package is cancelled.')],
  [-305, refused('PACKAGE_QUOTA_EXCEED', 'QUOTA_EXCEEDED', 'The space above has not enough to give.')],
  [-999, failed('FAILED_EXECUTE_SERVICE_OPERATION', 'A service behind the panel failed.')],
  [-1501, refused('HOSTING_PLAN_USED_IN_PACKAGE', 'IN_USE', 'There are packages by this plan.')],
  [-1502, refused('HOSTING_ADDON_USED_IN_PACKAGE', 'IN_USE', 'There are packages with this addon.')],
]);

/** Numbers without a name, by the method that answers them. */
const NAMELESS: ReadonlyMap<string, CodeMeaning> = new Map([
  ['AddUser -2', refused(null, 'FORBIDDEN', 'The gateway’s own account may add nobody there.')],
  ['ChangePackageStatus -1', refused(null, 'NOT_FOUND', 'The panel knows no such package.')],
]);

export const QUOTA_EXCEEDED = -305;

/** @param code - below 0 */
export const meaningOf = (method: string, code: number): CodeMeaning =>
  MEANINGS.get(code) ??
  NAMELESS.get(`${method} ${code}`) ??
  failed(null, 'The panel refused, by a number that no document explains.');
