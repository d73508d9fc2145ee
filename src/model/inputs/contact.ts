/** What a caller says of a contact: absent members say nothing, `null` says that there is none. */
export interface ContactInput {
  readonly title?: string | null;
  readonly firstName?: string | null;
  readonly middleName?: string | null;
  readonly lastName?: string | null;
  readonly companyName?: string | null;
  readonly email?: string | null;
  readonly phone?: PhoneInput | null;
  readonly fax?: PhoneInput | null;
  readonly address?: PostalAddressInput | null;
}

export interface PhoneInput {
  readonly countryCode?: string | null;
  readonly areaCode?: string | null;
  readonly number?: string | null;
  readonly extension?: string | null;
}

export interface PostalAddressInput {
  readonly street?: string | null;
  readonly houseNumber?: string | null;
  readonly address2?: string | null;
  readonly address3?: string | null;
  readonly postalCode?: string | null;
  readonly city?: string | null;
  readonly state?: string | null;
  /** ISO 3166-1 alpha-2, in any case. */
  readonly country?: string | null;
}

export interface NameValueInput {
  readonly name: string;
  readonly value: string;
}
