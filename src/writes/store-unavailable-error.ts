import { GatewayError } from '../errors/index.js';

/** Records cannot be kept or read now, so no write may go out. */
export class StoreUnavailableError extends GatewayError {
  readonly code = 'BACKEND_UNAVAILABLE';

  constructor(cause?: unknown) {
    super(
      'Records of writes cannot be kept or read now, so this request sent nothing. Try again later, with the same idempotency key if you gave one.',
      { cause },
    );
  }
}
