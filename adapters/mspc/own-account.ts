import { BackendProtocolError } from '../../src/errors/index.js';
import type { Call } from '../../src/operation/operation.js';
import { getUserByUsername } from './operations/index.js';

/** The account that the gateway logs in with, which lists begin at. Its number never changes, so it is asked for once. */
export class OwnAccount {
  private known: number | undefined;

  constructor(
    private readonly backend: string,
    private readonly username: string,
  ) {}

  async id(call: Call): Promise<number> {
    if (this.known !== undefined) return this.known;
    const info = await call(getUserByUsername, { username: this.username });
    if (info === null) {
      throw new BackendProtocolError(
        `Backend ${this.backend} takes the gateway’s login and knows no such account.`,
        { backend: this.backend, method: getUserByUsername.method },
      );
    }
    this.known = info.UserId;
    return this.known;
  }
}
