import { createHash } from 'node:crypto';
import type { NameValueInput, UserError } from '../../../src/model/index.js';
import { invalid } from '../../../src/writes/refusal.js';

/**
 * Greatest sizes, in characters, by the table of properties.
 *
 * @see POA Public API Reference 2.8, "pem.addUser"
 */
const SIZES: Readonly<Record<string, number>> = {
  city: 256,
  country: 128,
  country_abbr: 4,
  state: 128,
  street: 128,
  zip_code: 12,
  first_name: 1024,
  last_name: 1024,
  initials: 6,
  title: 256,
  po_box: 256,
  office: 1024,
  phone: 132,
  fax: 132,
  ip_phone: 132,
  mobile: 132,
  pager: 132,
  home_phone: 132,
  department: 256,
  company: 256,
  web_page: 4000,
  notes: 4000,
  description: 1024,
  display_name: 256,
};
const PHONES: ReadonlySet<string> = new Set(['phone', 'fax', 'ip_phone', 'mobile', 'pager', 'home_phone']);
const RESERVED: ReadonlySet<string> = new Set([
  'contact_email',
  'l_country_code',
  'l_language_code',
  'l_variant',
]);

/** What the table rules out. A name that it does not have is left to the panel: later releases know more. */
export function* propertyErrors(
  properties: readonly NameValueInput[] | null | undefined,
): Generator<UserError> {
  const seen = new Set<string>();
  for (const [index, { name, value }] of (properties ?? []).entries()) {
    const field = ['properties', String(index)];
    if (seen.has(name)) yield invalid(`${name} is given twice`, ...field, 'name');
    seen.add(name);
    if (RESERVED.has(name)) yield invalid(`${name} is reserved`, ...field, 'name');
    const size = Object.hasOwn(SIZES, name) ? (SIZES[name] ?? 0) : Number.POSITIVE_INFINITY;
    if ([...value].length > size) {
      yield invalid(`${name} must have at most ${size} characters`, ...field, 'value');
    }
    // An empty one clears it.
    if (PHONES.has(name) && value !== '' && value.split('#').length !== 4) {
      yield invalid(`${name} must have the form COUNTRY#AREA#NUMBER#EXTENSION`, ...field, 'value');
    }
  }
}

/** Tells whether values are those that were asked for; kept in place of them, which are personal. */
export const fingerprintOf = (properties: readonly NameValueInput[]): string =>
  createHash('sha256')
    .update(
      properties
        .map(({ name, value }) => JSON.stringify([name, value]))
        .sort()
        .join('\n'),
    )
    .digest('base64url');
