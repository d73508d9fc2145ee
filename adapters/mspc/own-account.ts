import { BackendProtocolError } from '../../src/errors/index.js';
import type { Call } from '../../src/operation/operation.js';
import { accountByLogin } from './account-by-login.js';
import { getUserByUsername } from './operations/seen.js';

/** The account that the gateway logs in with, which lists begin at. Its number never changes, so it is asked for once. */
export class OwnAccount {
  private known: number | undefined;

  constructor(
    private readonly backend: string,
    private readonly username: string,
  ) {}

  async id(call: Call): Promise<number> {
    if (this.known !== undefined) return this.known;
    const info = await accountByLogin(this.backend, call, this.username);
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
