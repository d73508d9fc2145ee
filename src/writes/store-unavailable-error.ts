import { GatewayError } from '../errors/index.js';

/** Records cannot be kept or read now, so no write may go out. */
export class StoreUnavailableError extends GatewayError {
  readonly code = 'BACKEND_UNAVAILABLE';

  constructor(cause?: unknown) {
    super('The store of write records cannot be reached, so nothing was sent. Try again later.', { cause });
  }
}
