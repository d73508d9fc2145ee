import {
  canonicalDomainName,
  type Domain,
  type DomainHosting,
  type DomainKind,
  type RegistrarStatus,
  toGlobalId,
} from '../../../src/model/index.js';
import type { Result, Row } from './results.js';
import { idText, named } from './words.js';

const DOMAIN_KINDS: Readonly<Record<string, DomainKind>> = { DOMAIN: 'DOMAIN', SUBDOMAIN: 'SUBDOMAIN' };
const HOSTINGS: Readonly<Record<string, DomainHosting>> = {
  REGULAR: 'REGULAR',
  SLAVE: 'SLAVE',
  NONE: 'NONE',
};
const REGISTRAR_STATUSES: Readonly<Record<number, RegistrarStatus>> = {
  0: 'UNDEFINED',
  10: 'ORDERING',
  15: 'TRANSFERRING',
  20: 'FAILED',
  30: 'READY',
  50: 'CLOSING',
  60: 'CLOSED',
  70: 'GONE',
};

/** What every POA domain has in common: the panel is no registrar, and tells nothing of these. */
const NO_REGISTRAR = { registrarLock: null, expiresOn: null, autoRenew: null } as const;

/** A domain that was found by its name; how it is hosted stands in a subscription's list only. */
export function toFoundDomain(backend: string, asked: string, reply: Result<'getDomainByName'>): Domain {
  const name = (reply.name === null ? null : canonicalDomainName(reply.name)) ?? asked;
  return {
    id: toGlobalId(backend, 'Domain', name),
    backend,
    nativeId: String(reply.domain_id),
    name,
    accountId: idText(reply.owner_id),
    ...NO_REGISTRAR,
  };
}

export function toListedDomain(backend: string, row: Row<'getDomainList'>): Domain {
  const name = canonicalDomainName(row.domain_name) ?? row.domain_name.toLowerCase();
  const kind = named(DOMAIN_KINDS, row.domain_type);
  const hosting = named(HOSTINGS, row.domain_hosting_type);
  const registrarStatus = named(REGISTRAR_STATUSES, row.registrar_status);
  return {
    id: toGlobalId(backend, 'Domain', name),
    backend,
    nativeId: String(row.domain_id),
    name,
    kind: kind.value,
    nativeKind: kind.native,
    hosting: hosting.value,
    nativeHosting: hosting.native,
    registrarStatus: registrarStatus.value,
    nativeRegistrarStatus: registrarStatus.native,
    enabled: row.is_locked === null ? null : !row.is_locked,
    dnsManagementAllowed: row.dns_management_allowed,
    ...NO_REGISTRAR,
  };
}
