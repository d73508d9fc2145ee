import { BackendFaultError, BackendNotFoundError } from '../../../src/errors/index.js';
import type { Call } from '../../../src/operation/operation.js';
import * as hsphere from '../operations/index.js';

/** By which calls an account can be seen, so that its absence can be seen later. */
export interface Presence {
  /** It has a quota. */
  readonly hasQuota: boolean;
  /** It is among the accounts of the login. */
  readonly isListed: boolean;
}

/** @throws {@link BackendNotFoundError} where a rule says that there is none */
export async function readPresence(accountId: string, read: Call): Promise<Presence> {
  const [hasQuota, isListed] = await Promise.all([
    falseIfRefused(read(hsphere.getQuota, { accountId: BigInt(accountId) }).then(() => true)),
    falseIfRefused(read(hsphere.getAccounts, {}).then((rows) => rows.includes(BigInt(accountId)))),
  ]);
  return { hasQuota, isListed };
}

async function falseIfRefused(answer: Promise<boolean>): Promise<boolean> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof BackendFaultError && !(error instanceof BackendNotFoundError)) return false;
    throw error;
  }
}

/**
 * Whether an account is there, seen as it was seen before.
 *
 * @returns `null` where the panel shows it in no way that it could be missed
 */
export async function isStillThere(
  accountId: string,
  { hasQuota, isListed }: Presence,
  read: Call,
): Promise<boolean | null> {
  try {
    if (isListed) return isIn(await read(hsphere.getAccounts, {}), BigInt(accountId));
    if (!hasQuota) return null;
    await read(hsphere.getQuota, { accountId: BigInt(accountId) });
    return true;
  } catch (error) {
    if (error instanceof BackendNotFoundError && !isListed) return false;
    if (error instanceof BackendFaultError) return null;
    throw error;
  }
}

/** A row that cannot be read can be the one that is looked for. */
function isIn(rows: ReadonlyArray<bigint | Error>, accountId: bigint): boolean | null {
  if (rows.includes(accountId)) return true;
  return rows.some((row) => row instanceof Error) ? null : false;
}
