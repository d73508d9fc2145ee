import type { UserErrorCode } from '../../../src/errors/index.js';
import type { UserError } from '../../../src/model/index.js';
import { invalid } from '../../../src/writes/refusal.js';
import { partsOf } from '../native-id.js';

const MAX_FORWARD_TO = 130;
const MAX_NEW_PASSWORD = 50;

/** What the gateway knows before it sends anything, on one member of the input. */
export const refusedFor = (code: UserErrorCode, message: string, field: string): UserError => ({
  ...invalid(message, field),
  code,
});

/** @see eNom API Command Catalog, "SetPOPForwarding", "SetCatchAll" */
export function* forwardTargetErrors(
  address: string | null | undefined,
  field: string,
): Generator<UserError> {
  if ((address?.length ?? 0) > MAX_FORWARD_TO) {
    yield invalid(`input.${field} must have at most ${MAX_FORWARD_TO} characters`, field);
  }
}

/**
 * @param address - of the mailbox
 * @see eNom API Command Catalog, "API Error Codes" (mail platform: 34, 36, 40, 48)
 */
export function* passwordErrors(password: string, address: string): Generator<UserError> {
  const { localPart, domainName } = partsOf(address);
  const lower = password.toLowerCase();
  if (password === '') yield invalid('input.password must not be empty', 'password');
  if (lower.includes(localPart.toLowerCase()) || lower.includes(domainName)) {
    const rule = 'input.password must hold neither the local part of the address nor the name of its domain';
    yield refusedFor('WEAK_PASSWORD', rule, 'password');
  }
}

/** @see eNom API Command Catalog, "ModifyPOP3" */
export function* newPasswordErrors(password: string, address: string): Generator<UserError> {
  yield* passwordErrors(password, address);
  if (password.length > MAX_NEW_PASSWORD) {
    yield invalid(`input.password must have at most ${MAX_NEW_PASSWORD} characters`, 'password');
  }
}

/** Members that only other panels take. */
export function* foreignMembers(input: object, members: readonly string[]): Generator<UserError> {
  for (const [name, value] of Object.entries(input)) {
    if (members.includes(name) && value !== null && value !== undefined) {
      yield invalid(`input.${name} is nothing that eNom takes`, name);
    }
  }
}
