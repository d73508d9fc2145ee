import { z } from 'zod';
import { backendSettings, httpUrl, secret } from '../../src/config/index.js';
import { faultRule } from './fault-table.js';

/** What the service can mean by refusing a name: its TLD, or the name as a whole, is none that it could know. */
const NAMES_REFUSED = [304152, 304153];

/**
 * What an eNom account must be told.
 *
 * @see docs/backends/enom.md
 */
export const enomSettings = backendSettings.extend({
  url: httpUrl().refine(hasNoQuery, 'must have no query: the login and all else go in the body'),
  /** Login ID of the reseller account. */
  uid: z.string().min(1),
  /** Its password or, better, an API token, which can be revoked alone. */
  pw: secret(),
  /** Rows of one page of GetDomains; the service documents at most 100. */
  pageSize: z.int().min(1).max(100).default(100),
  /**
   * Response codes that say "there is no such object", besides those whose second and third digits are 16, "not
   * found" by the published grammar.
   */
  missCodes: z.array(z.int().min(0).max(999_999)).default(NAMES_REFUSED),
  /** What refusals mean, before the published grammar of codes is asked; the first rule that fits counts. */
  faults: z.array(faultRule).default([]),
  /** Whether an answer to a read must say itself that it is whole, or may leave that to its last tag. */
  requireDone: z.boolean().default(false),
  /** What `QtyAvailable` counts: samples show the free mailboxes, the reference's text says the others. */
  qtyAvailable: z.enum(['free', 'used']).default('free'),
});

export type EnomSettings = z.output<typeof enomSettings>;

function hasNoQuery(text: string): boolean {
  return !URL.canParse(text) || new URL(text).search === '';
}
