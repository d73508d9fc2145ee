/** Greatest sizes of the properties of a service user. */
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

/**
 * What is wrong with a property, if anything; the answer never quotes its value.
 *
 * @see POA Public API Reference 2.8, "pem.addUser", table of properties
 */
export function findPropertyFlaw(name: string, value: string): string | undefined {
  const size = Object.hasOwn(SIZES, name) ? SIZES[name] : undefined;
  if (size === undefined) return `Property ${name} is reserved or not known`;
  if ([...value].length > size) return `Property ${name} is longer than ${size}`;
  if (PHONES.has(name) && value !== '' && value.split('#').length !== 4) {
    return `Property ${name} has the form COUNTRY_CODE#AREA_CODE#PHONE_NUMBER#EXTENSION_NUMBER`;
  }
  return undefined;
}
