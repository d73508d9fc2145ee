import { InputType } from 'type-graphql';
import { ValueField } from '../fields.js';
import { EmailAddressScalar } from '../scalars/email-address.scalar.js';

@InputType('PhoneInput', { description: 'A telephone number in its parts.' })
export class PhoneInput {
  @ValueField(() => String, 'Country code, digits only.')
  countryCode?: string | null;

  @ValueField(() => String, 'Area code.')
  areaCode?: string | null;

  @ValueField(() => String, 'The number itself; the whole number where the panel keeps one string.')
  number?: string | null;

  @ValueField(() => String, 'Extension.')
  extension?: string | null;
}

@InputType('PostalAddressInput', { description: 'A postal address.' })
export class PostalAddressInput {
  @ValueField(() => String, 'Street; with the house number where the panel keeps one line.')
  street?: string | null;

  @ValueField(() => String, 'House number.')
  houseNumber?: string | null;

  @ValueField(() => String, 'Second line.')
  address2?: string | null;

  @ValueField(() => String, 'Third line, on H-Sphere.')
  address3?: string | null;

  @ValueField(() => String, 'Postal code.')
  postalCode?: string | null;

  @ValueField(() => String, 'City.')
  city?: string | null;

  @ValueField(() => String, 'State or province; on H-Sphere two letters, or NA.')
  state?: string | null;

  @ValueField(() => String, 'Country as ISO 3166-1 alpha-2.')
  country?: string | null;
}

@InputType('ContactInput', {
  description:
    'Whom to write to. In a change of what exists, members that are left out stay as they are, and null clears one.',
})
export class ContactInput {
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

  @ValueField(() => EmailAddressScalar, 'Mail address.')
  email?: string | null;

  @ValueField(() => PhoneInput, 'Telephone.')
  phone?: PhoneInput | null;

  @ValueField(() => PhoneInput, 'Fax.')
  fax?: PhoneInput | null;

  @ValueField(() => PostalAddressInput, 'Postal address.')
  address?: PostalAddressInput | null;
}
