/** Redis has answered a command with an error. */
export class RedisRefusedError extends Error {
  constructor(cause: Error) {
    super(cause.message, { cause });
    this.name = 'RedisRefusedError';
  }
}
