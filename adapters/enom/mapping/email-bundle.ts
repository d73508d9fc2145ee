import {
  canonicalDomainName,
  type EmailBundle,
  type EmailExpiration,
  toGlobalId,
} from '../../../src/model/index.js';
import type { EnomSettings } from '../config.js';
import { dayOf } from './dates.js';
import type { ExpirationRow, PakRow } from './results.js';

/** Paks have numbers, and are only to be found by their domain: the native id has both. */
export const toBundleId = (domainName: string, pakId: bigint): string => `${domainName}~${pakId}`;

/** @param qtyAvailable - what the panel counts */
export function toEmailBundle(
  backend: string,
  domainName: string,
  qtyAvailable: EnomSettings['qtyAvailable'],
  pak: PakRow,
): EmailBundle {
  const nativeId = toBundleId(domainName, pak.BundleId);
  return {
    id: toGlobalId(backend, 'EmailBundle', nativeId),
    backend,
    nativeId,
    domainName,
    quantity: pak.QtyPurchased,
    available: qtyAvailable === 'free' ? pak.QtyAvailable : difference(pak.QtyPurchased, pak.QtyAvailable),
    capacityMiB: pak.Quota,
    expiresOn: dayOf(pak.ExpDate),
    autoRenew: pak.AutoRenew,
    productType: pak.ProdType,
    version: pak.Version,
  };
}

const difference = (all: number | null, part: number | null): number | null =>
  all === null || part === null ? null : all - part;

export function toEmailExpiration(backend: string, row: ExpirationRow): EmailExpiration {
  return {
    backend,
    domainName: canonicalDomainName(row.domain) ?? row.domain.toLowerCase(),
    expiresOn: dayOf(row.expdate),
    autoRenew: row.renew,
    bundleId: row.bundleid === null ? null : String(row.bundleid),
  };
}
