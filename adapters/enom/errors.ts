import {
  BackendFaultError,
  BackendNotFoundError,
  BackendRefusalError,
  type CallOrigin,
} from '../../src/errors/index.js';
import { withoutSecrets } from '../../src/operation/secrets.js';
import type { Refusal } from '../../src/wire/httpxml/index.js';
import { type FaultRule, meaningOf } from './fault-table.js';
import { type Claim, RefusedCommand } from './refused-command.js';

export interface RefusalReading {
  /** Codes that say "there is no such object" besides those that do so by their digits. */
  readonly missCodes: readonly number[];
  readonly faults: readonly FaultRule[];
  /** Values that were sent: the service may quote what it refuses. */
  readonly secrets: readonly string[];
  readonly claim: Claim;
}

/** The error of a refused command. */
export function refusalToError(
  { code, texts }: Refusal,
  origin: CallOrigin,
  { missCodes, faults, secrets, claim }: RefusalReading,
): BackendFaultError {
  const text = texts.join('; ');
  const native = { ...origin, code, message: text === '' ? null : withoutSecrets(text, secrets) };
  const meaning =
    code !== null && missCodes.includes(Number(code)) ? 'NOT_FOUND' : meaningOf(code, text, faults);
  const refused = `Backend ${origin.backend} refused ${origin.method}.`;
  const options = { cause: new RefusedCommand(claim) };
  switch (meaning) {
    case undefined:
      return new BackendFaultError(refused, origin, native, options);
    case 'NOT_FOUND': {
      const message = `Backend ${origin.backend} knows no such object.`;
      return new BackendNotFoundError(message, origin, native, options);
    }
    default:
      return new BackendRefusalError(refused, origin, native, meaning, options);
  }
}
