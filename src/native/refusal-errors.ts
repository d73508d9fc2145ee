import {
  BackendFaultError,
  type CallOrigin,
  type NativeError,
  OutcomeUnknownError,
} from '../errors/index.js';
import type { UserError } from '../model/index.js';

/** A refusal that does not prove that nothing happened: the panel's words are told with it. */
export class UnclearRefusalError extends OutcomeUnknownError {
  constructor(
    origin: CallOrigin,
    private readonly native: NativeError,
    options?: ErrorOptions,
  ) {
    super(
      `Backend ${origin.backend} reported an error, and nobody knows whether ${origin.method} was carried out.`,
      origin,
      options,
    );
  }

  override get details(): Readonly<Record<string, unknown>> {
    return { ...super.details, native: this.native };
  }
}

/** The error of a write that was refused, now or in the run that its key names. */
export function toFault(
  refusal: UserError | undefined,
  origin: CallOrigin,
  idempotencyKey: string,
): BackendFaultError {
  const native = refusal?.native ?? { ...origin, code: null, message: null };
  const message = refusal?.message ?? `Backend ${origin.backend} refused ${origin.method}.`;
  const error = new BackendFaultError(message, origin, native);
  error.idempotencyKey = idempotencyKey;
  return error;
}
