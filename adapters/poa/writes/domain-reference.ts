import { canonicalDomainName, type Facts, toGlobalId } from '../../../src/model/index.js';
import type { Call, ResultOf } from '../../../src/operation/operation.js';
import { getDomainByName, getDomainList, getDomainSubscription } from '../operations/index.js';

/** A domain as methods want it, and as payloads name it. */
export interface DomainReference {
  readonly number: number;
  /** `null` where no call turns the number into a name. */
  readonly name: string | null;
}

const isNumber = (nativeId: string): boolean => /^\d+$/.test(nativeId);

/** The global id of a domain is its name. */
export const domainNode = (backend: string, { name }: Pick<DomainReference, 'name'>): Facts =>
  name === null ? {} : { nodes: { domain: toGlobalId(backend, 'Domain', name) } };

/**
 * Finds the number and the name of a domain that is named by either.
 *
 * @throws {@link BackendFaultError} when the panel knows none
 */
export async function findDomain(read: Call, nativeId: string): Promise<DomainReference> {
  if (isNumber(nativeId)) {
    return { number: Number(nativeId), name: (await listed(read, Number(nativeId)))?.domain_name ?? null };
  }
  const { domain_id: number, name } = await read(getDomainByName, { domain_name: nativeId });
  return { number, name: (name === null ? null : canonicalDomainName(name)) ?? nativeId };
}

/** The name of a domain; costs calls only where its number was given. */
export const nameOf = async (read: Call, nativeId: string): Promise<string | null> =>
  isNumber(nativeId) ? (await findDomain(read, nativeId)).name : nativeId;

/** What a method takes that accepts number or name: one of the two, as it was given. */
export const eitherOf = (nativeId: string) =>
  isNumber(nativeId) ? { domain_id: Number(nativeId) } : { domain_name: nativeId };

/** A domain as the list of the subscription has it that hosts its zone; `null` without one. */
export async function listed(
  read: Call,
  number: number,
): Promise<ResultOf<typeof getDomainList>[number] | null> {
  const { subscription_id: subscriptionId } = await read(getDomainSubscription, { domain_id: number });
  if (subscriptionId === 0) return null;
  const rows = await read(getDomainList, { subscription_id: subscriptionId });
  return rows.find((row) => row.domain_id === number) ?? null;
}
