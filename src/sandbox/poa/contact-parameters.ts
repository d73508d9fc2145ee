import { optional, type ParameterTable, type ParameterType, string, structOf } from './parameters.js';
import type { Address, Person, PhoneNumber } from './records.js';

const country: ParameterType<string> = {
  name: 'code of two lower-case letters',
  read: (value) => (typeof value === 'string' && /^[a-z]{2}$/.test(value) ? value : undefined),
};

const PERSON = {
  title: optional(string),
  first_name: string,
  middle_name: optional(string),
  last_name: string,
} satisfies ParameterTable;

export const memberPerson = structOf(PERSON);
export const person: ParameterType<Person> = structOf({ ...PERSON, company_name: optional(string) });

export const address: ParameterType<Address> = structOf({
  street_name: string,
  house_num: optional(string),
  address2: optional(string),
  zipcode: string,
  city: string,
  country,
  state: string,
});

export const phone: ParameterType<PhoneNumber> = structOf({
  country_code: string,
  area_code: string,
  phone_num: string,
  ext_num: optional(string),
});

export const NO_PHONE: PhoneNumber = { country_code: '', area_code: '', phone_num: '' };
