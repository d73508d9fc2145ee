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

/** The one spelling of a pak's number; `null` for what is none. */
const pakNumber = (text: string | null): string | null => /^0*([1-9]\d{0,14})$/.exec(text ?? '')?.[1] ?? null;

export function toEmailExpiration(backend: string, row: ExpirationRow): EmailExpiration {
  const name = canonicalDomainName(row.domain);
  return {
    backend,
    domainName: name ?? row.domain.toLowerCase(),
    expiresOn: dayOf(row.expdate),
    autoRenew: row.renew,
    // A bundle is found by its domain's name alone.
    bundleId: name === null ? null : pakNumber(row.bundleid),
  };
}
