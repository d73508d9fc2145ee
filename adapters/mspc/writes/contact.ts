import type { ContactInput, PhoneInput, UserError } from '../../../src/model/index.js';
import { invalid } from '../../../src/writes/refusal.js';
import { isGiven } from './results.js';
import type { Values } from './values.js';

const CONTACT = 'contact';

/** What the panel has no place for, or cannot be put into the texts that it keeps. */
export function* contactErrors(contact: ContactInput): Generator<UserError> {
  const { address } = contact;
  if (isGiven(contact.title)) yield invalid('MSPControl keeps no title', CONTACT, 'title');
  if (isGiven(contact.middleName)) yield invalid('MSPControl keeps no middle name', CONTACT, 'middleName');
  for (const member of ['phone', 'fax'] as const) yield* phoneErrors(contact[member], member);
  for (const member of ['address2', 'address3'] as const) {
    if (isGiven(address?.[member])) {
      yield invalid('MSPControl keeps one line of address', CONTACT, 'address', member);
    }
  }
  if (isGiven(address?.houseNumber) && !isGiven(address?.street)) {
    yield invalid('a house number needs its street', CONTACT, 'address', 'houseNumber');
  }
  if (isGiven(address?.country) && !/^[A-Za-z]{2}$/.test(address.country)) {
    yield invalid('country must be a code of two letters', CONTACT, 'address', 'country');
  }
}

function* phoneErrors(phone: PhoneInput | null | undefined, member: string): Generator<UserError> {
  if (!isGiven(phone)) return;
  const { number, ...parts } = phone;
  if (!isGiven(number) && Object.values(parts).some(isGiven)) {
    yield invalid('MSPControl keeps one text, so the number itself is needed', CONTACT, member, 'number');
  }
}

/** The panel’s members for what is given; `null` for what is to be cleared. */
export function toContactValues({ address, phone, fax, ...contact }: ContactInput): Values {
  return given({
    FirstName: contact.firstName,
    LastName: contact.lastName,
    CompanyName: contact.companyName,
    Email: contact.email,
    PrimaryPhone: toPhoneText(phone),
    Fax: toPhoneText(fax),
    ...(address === null
      ? { Address: null, Zip: null, City: null, State: null, Country: null }
      : {
          Address: toStreet(address?.street, address?.houseNumber),
          Zip: address?.postalCode,
          City: address?.city,
          State: address?.state,
          Country: isGiven(address?.country) ? address.country.toUpperCase() : address?.country,
        }),
  });
}

const toStreet = (street: string | null | undefined, houseNumber: string | null | undefined) =>
  isGiven(street) && isGiven(houseNumber) ? `${street} ${houseNumber}` : street;

/** The number alone stands as it is: it may be a whole one. */
function toPhoneText(phone: PhoneInput | null | undefined): string | null | undefined {
  if (!isGiven(phone) || !isGiven(phone.number)) return phone === null ? null : phone?.number;
  const { countryCode, areaCode, number, extension } = phone;
  const parts = [
    isGiven(countryCode) ? `+${countryCode.replace(/^\+/, '')}` : null,
    areaCode,
    number,
    isGiven(extension) ? `x${extension}` : null,
  ];
  return parts.filter(isGiven).join(' ');
}

export const given = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
