/**
 * Text that its protocol does not allow. Says what and where, never quotes what was sent: answers carry
 * passwords. Adapters turn it into a `BackendProtocolError` that names the call.
 */
export class WireError extends Error {
  constructor(
    message: string,
    /** UTF-16 code units before the offence, where known. */
    readonly offset?: number,
    options?: ErrorOptions,
  ) {
    super(offset === undefined ? message : `${message} (at offset ${offset})`, options);
    this.name = 'WireError';
  }
}
