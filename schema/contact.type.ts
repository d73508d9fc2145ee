import { DetailField, ValueField } from './fields.js';
import { ObjectType } from './object-type.js';

@ObjectType('Phone', {
  description: 'A telephone number in its parts, as far as the panel keeps them apart.',
})
export class PhoneType {
  @ValueField(() => String, 'Country code, without a plus sign where the panel writes none.')
  countryCode?: string | null;

  @ValueField(() => String, 'Area code.')
  areaCode?: string | null;

  @ValueField(() => String, 'The number itself; the whole number where the panel keeps one string.')
  number?: string | null;

  @ValueField(() => String, 'Extension.')
  extension?: string | null;
}

@ObjectType('PostalAddress', { description: 'A postal address.' })
export class PostalAddressType {
  @ValueField(() => String, 'Street; with the house number where the panel keeps one line.')
  street?: string | null;

  @ValueField(() => String, 'House number.')
  houseNumber?: string | null;

  @ValueField(() => String, 'Second line.')
  address2?: string | null;

  @ValueField(() => String, 'Third line.')
  address3?: string | null;

  @ValueField(() => String, 'Postal code.')
  postalCode?: string | null;

  @ValueField(() => String, 'City.')
  city?: string | null;

  @ValueField(() => String, 'State or province.')
  state?: string | null;

  @ValueField(() => String, 'Country as ISO 3166-1 alpha-2, upper case.')
  country?: string | null;
}

@ObjectType('Contact', { description: 'Whom to write to about an account.' })
export class ContactType {
  @ValueField(() => String, 'Salutation.')
  title?: string | null;

  @ValueField(() => String, 'Given name.')
  firstName?: string | null;

  @ValueField(() => String, 'Middle name.')
  middleName?: string | null;

  @ValueField(() => String, 'Family name.')
  lastName?: string | null;

  @ValueField(() => String, 'Company.')
  companyName?: string | null;

  @ValueField(() => String, 'Mail address, as the panel has it.')
  email?: string | null;

  @DetailField(() => PhoneType, 'Telephone.')
  phone?: PhoneType | null;

  @DetailField(() => PhoneType, 'Fax.')
  fax?: PhoneType | null;

  @DetailField(() => PostalAddressType, 'Postal address.')
  address?: PostalAddressType | null;
}
