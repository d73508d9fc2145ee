import { BackendFaultError, BackendNotFoundError, type CallOrigin } from '../../src/errors/index.js';
import type { Refusal } from '../../src/wire/httpxml/index.js';

/** Six digits: system, then two of nature, 16 being "not found", then three of subject. */
const NOT_FOUND = /^\d16\d{3}$/;

/**
 * The error of a refused command.
 *
 * @param missCodes - codes that say "there is no such object" besides those that do so by their digits
 * @param secrets - values that were sent: the service may quote what it refuses
 * @see eNom API Command Catalog, "API Error Codes"
 */
export function refusalToError(
  { code, texts }: Refusal,
  origin: CallOrigin,
  missCodes: readonly number[],
  secrets: readonly string[],
): BackendFaultError {
  const text = texts.join('; ');
  const native = { ...origin, code, message: text === '' ? null : withoutSecrets(text, secrets) };
  return code !== null && (NOT_FOUND.test(code) || missCodes.includes(Number(code)))
    ? new BackendNotFoundError(`Backend ${origin.backend} knows no such object.`, origin, native)
    : new BackendFaultError(`Backend ${origin.backend} refused ${origin.method}.`, origin, native);
}

const withoutSecrets = (message: string, secrets: readonly string[]): string =>
  secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((text, secret) => (secret === '' ? text : text.replaceAll(secret, '***')), message);
