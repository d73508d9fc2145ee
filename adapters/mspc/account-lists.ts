import { MethodMissingError } from '../../src/errors/index.js';
import type { Account, Listing, PageRequest } from '../../src/model/index.js';
import type { Call } from '../../src/operation/operation.js';
import { WireError } from '../../src/wire/wire-error.js';
import { protocolError } from './errors.js';
import { toListedAccount, toPagedAccount } from './mapping/index.js';
import { getUsers, getUsersPaged, getUsersPagedRecursive } from './operations/seen.js';
import { readRows } from './record-rows.js';

/** The one column whose values differ from row to row, so that pages do not overlap. */
const SORT_COLUMN = 'U.UserID';

/** Accounts below one, itself and its peers aside. None when the login may not see it. */
export class AccountLists {
  constructor(
    private readonly backend: string,
    private readonly call: Call,
  ) {}

  async below(ownerId: number, recursive: boolean, request: PageRequest): Promise<Listing<Account>> {
    try {
      return await this.page(ownerId, recursive, request);
    } catch (error) {
      if (error instanceof MethodMissingError) return this.list(ownerId, recursive);
      throw error;
    }
  }

  /**
   * Asks for as many rows as are wanted, although servers answer one more: where that is mended, asking for one less
   * would lose one. What is beyond the page is cut off.
   */
  private async page(
    ownerId: number,
    recursive: boolean,
    { first, offset }: PageRequest,
  ): Promise<Listing<Account>> {
    const { backend } = this;
    const operation = recursive ? getUsersPagedRecursive : getUsersPaged;
    const { Table: counts, Table1: rows } = await this.call(operation, {
      userId: ownerId,
      statusId: 0,
      roleId: 0,
      sortColumn: SORT_COLUMN,
      startRow: offset,
      maximumRows: first,
    });
    const origin = { backend, method: operation.method };
    const total = counts?.[0]?.Column1 ?? null;
    if (total === null) throw protocolError(new WireError('Table.Column1: missing', 0), origin);
    const accounts = (rows ?? []).slice(0, first);
    return {
      page: readRows(origin, accounts, (row) => toPagedAccount(backend, row)),
      offset,
      total,
      // A server that counts wrongly must not make a client turn empty pages for ever.
      hasNext: (accounts.length > 0 || first === 0) && offset + accounts.length < total,
    };
  }

  /** All of them at once, which costs the server more and fails as a whole if one of them is damaged. */
  private async list(ownerId: number, recursive: boolean): Promise<Listing<Account>> {
    const { backend } = this;
    const rows = await this.call(getUsers, { ownerId, recursive });
    return {
      whole: readRows({ backend, method: getUsers.method }, rows, (row) => toListedAccount(backend, row)),
    };
  }
}
