import {
  canonicalDomainName,
  type Domain,
  type RegistrarStatus,
  toGlobalId,
} from '../../../src/model/index.js';
import { dayOf } from './dates.js';
import type { DomainRow, Result } from './results.js';

const REGISTRAR_STATUSES: ReadonlyMap<string, RegistrarStatus> = new Map([['registered', 'REGISTERED']]);

/** What eNom tells of no domain: it registers them, and hosts none. */
const NOT_HOSTED = {
  kind: null,
  nativeKind: null,
  hosting: null,
  nativeHosting: null,
  enabled: null,
  dnsManagementAllowed: null,
  accountId: null,
  subscriptionId: null,
} as const;

/**
 * @param name - the one that was asked for, in its one spelling: what an answer says of another domain is not to be
 *   had under that one's name
 */
export function toDomain(
  backend: string,
  name: string,
  { GetDomainInfo: info }: Result<'getDomainInfo'>,
): Domain {
  const nativeStatus = info.status?.registrationstatus ?? null;
  return {
    id: toGlobalId(backend, 'Domain', name),
    backend,
    nativeId: idText(info.domainname?.domainnameid ?? null),
    name,
    registrarStatus:
      nativeStatus === null ? null : (REGISTRAR_STATUSES.get(nativeStatus.toLowerCase()) ?? 'OTHER'),
    nativeRegistrarStatus: nativeStatus,
    expiresOn: dayOf(info.status?.expiration ?? null),
    ...NOT_HOSTED,
  };
}

/** @returns `null` for a row that names no domain */
export function toListedDomain(backend: string, row: DomainRow): Domain | null {
  const written = row.DomainName ?? `${row.sld ?? ''}.${row.tld ?? ''}`;
  const name = canonicalDomainName(written);
  if (name === null) return null;
  const autoRenew = row['auto-renew'];
  return {
    id: toGlobalId(backend, 'Domain', name),
    backend,
    nativeId: idText(row.DomainNameID),
    name,
    expiresOn: dayOf(row['expiration-date']),
    // Left untold rather than unknown: another command can tell.
    ...(autoRenew === null ? {} : { autoRenew }),
    ...NOT_HOSTED,
  };
}

/** The host names of the answer; `null` where it has no entry on name servers. */
export function nameServersOf({ GetDomainInfo: info }: Result<'getDomainInfo'>): readonly string[] | null {
  const entry = info.services?.entry.find(({ name }) => name?.toLowerCase() === 'dnsserver');
  return entry?.configuration?.dns ?? null;
}

const idText = (id: bigint | null): string | null => (id === null ? null : String(id));
