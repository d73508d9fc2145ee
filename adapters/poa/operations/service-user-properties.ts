import { array, key, string, struct } from '../../../src/operation/shape.js';

const TELEPHONE = '; COUNTRY#AREA#NUMBER#EXTENSION, at most 132 characters';

/** The table of properties. Others are left to the panel: later releases know more. */
const PROPERTIES = [
  { value: 'display_name', meaning: 'display name, at most 256 characters' },
  { value: 'first_name', meaning: 'given name, at most 1024 characters' },
  { value: 'last_name', meaning: 'family name, at most 1024 characters' },
  { value: 'initials', meaning: 'initials, at most 6 characters' },
  { value: 'title', meaning: 'title, at most 256 characters' },
  { value: 'company', meaning: 'company, at most 256 characters' },
  { value: 'department', meaning: 'department, at most 256 characters' },
  { value: 'office', meaning: 'office, at most 1024 characters' },
  { value: 'street', meaning: 'street, at most 128 characters' },
  { value: 'po_box', meaning: 'post office box, at most 256 characters' },
  { value: 'zip_code', meaning: 'postal code, at most 12 characters' },
  { value: 'city', meaning: 'city, at most 256 characters' },
  { value: 'state', meaning: 'state or province, at most 128 characters' },
  { value: 'country', meaning: 'country, at most 128 characters' },
  { value: 'country_abbr', meaning: 'short form of the country, at most 4 characters' },
  { value: 'phone', meaning: `telephone${TELEPHONE}` },
  { value: 'home_phone', meaning: `telephone at home${TELEPHONE}` },
  { value: 'mobile', meaning: `mobile telephone${TELEPHONE}` },
  { value: 'ip_phone', meaning: `IP telephone${TELEPHONE}` },
  { value: 'pager', meaning: `pager${TELEPHONE}` },
  { value: 'fax', meaning: `fax${TELEPHONE}` },
  { value: 'web_page', meaning: 'web page, at most 4000 characters' },
  { value: 'description', meaning: 'description, at most 1024 characters' },
  { value: 'notes', meaning: 'notes, at most 4000 characters' },
  { value: 'contact_email', meaning: 'reserved: not to be used' },
  { value: 'l_country_code', meaning: 'reserved: not to be used' },
  { value: 'l_language_code', meaning: 'reserved: not to be used' },
  { value: 'l_variant', meaning: 'reserved: not to be used' },
] as const;

export const propertyName = string('Property.', { open: true, values: PROPERTIES });

export const answeredProperties = array(
  struct({ name: key(propertyName), value: string('Its value.') }),
  'Name and value pairs.',
);
