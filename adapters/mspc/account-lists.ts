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

export interface AccountLists {
  /** Accounts below one, itself and its peers aside. None when the login may not see it. */
  below(ownerId: number, recursive: boolean, page: PageRequest): Promise<Listing<Account>>;
}

export function createAccountLists(backend: string, call: Call): AccountLists {
  /**
   * Asks for as many rows as are wanted, although servers answer one more: where that is mended, asking for one less
   * would lose one. What is beyond the page is cut off.
   */
  async function page(ownerId: number, recursive: boolean, { first, offset }: PageRequest) {
    const operation = recursive ? getUsersPagedRecursive : getUsersPaged;
    const { Table: counts, Table1: rows } = await call(operation, {
      userId: ownerId,
      statusId: 0,
      roleId: 0,
      sortColumn: SORT_COLUMN,
      startRow: offset,
      maximumRows: first,
    });
    const total = counts?.[0]?.Column1 ?? null;
    if (total === null) {
      const origin = { backend, method: operation.method };
      throw protocolError(new WireError('Table.Column1: missing', 0), origin);
    }
    const answered = rows ?? [];
    const accounts = answered.slice(0, first);
    return {
      page: readRows({ backend, method: operation.method }, accounts, (row) => toPagedAccount(backend, row)),
      offset,
      total,
      // A server that counts wrongly must not make a client turn empty pages for ever.
      hasNext: (accounts.length > 0 || first === 0) && offset + accounts.length < total,
    };
  }

  /** All of them at once, which costs the server more and fails as a whole if one of them is damaged. */
  async function list(ownerId: number, recursive: boolean): Promise<Listing<Account>> {
    const rows = await call(getUsers, { ownerId, recursive });
    return {
      whole: readRows({ backend, method: getUsers.method }, rows, (row) => toListedAccount(backend, row)),
    };
  }

  return {
    async below(ownerId, recursive, request) {
      try {
        return await page(ownerId, recursive, request);
      } catch (error) {
        if (error instanceof MethodMissingError) return list(ownerId, recursive);
        throw error;
      }
    },
  };
}
