import { GatewayError } from '../errors/index.js';

/** An enumeration has a value that the vendor's documents do not list, and that GraphQL therefore has no name for. */
export class UnnamedValueError extends GatewayError {
  readonly code = 'BACKEND_PROTOCOL_ERROR';

  constructor(member: string) {
    super(
      `The panel told a value of ${member} that its documents do not list. The method’s REST route answers it as it came.`,
    );
  }
}
