import { optional, string, struct } from '../../../src/operation/shape.js';

/** The contact structs that account methods share. */
export const person = struct(
  {
    title: optional(string('Salutation.')),
    first_name: string('Given name.'),
    middle_name: optional(string('Middle name.')),
    last_name: string('Family name.'),
    company_name: optional(string('Company; when absent the parts of the personal name are used instead.')),
  },
  'Who the account belongs to.',
);

export const address = struct(
  {
    street_name: string('Street.'),
    house_num: optional(string('House number.')),
    address2: optional(string('Second line.')),
    zipcode: string('Postal code.'),
    city: string('City.'),
    country: string('Two-letter country code, lower case.', { minLength: 2, maxLength: 2 }),
    state: string('State or province.'),
  },
  'Postal address.',
);

export const phone = struct(
  {
    country_code: string('Country part.'),
    area_code: string('Area part.'),
    phone_num: string('The number itself.'),
    ext_num: optional(string('Extension, if there is one.')),
  },
  'Telephone number in its parts.',
);

/** A member of an account is a person without a company. */
export const memberPerson = struct(
  {
    title: optional(string('Salutation.')),
    first_name: string('Given name.'),
    middle_name: optional(string('Middle name.')),
    last_name: string('Family name.'),
  },
  'Who the member is.',
);
