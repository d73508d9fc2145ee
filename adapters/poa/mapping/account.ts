import {
  type Account,
  type AccountKind,
  type Contact,
  type Phone,
  type PostalAddress,
  toGlobalId,
} from '../../../src/model/index.js';
import type { Result } from './results.js';
import { idText, named } from './words.js';

const ACCOUNT_KINDS: Readonly<Record<string, AccountKind>> = { A: 'PROVIDER', R: 'RESELLER', C: 'CUSTOMER' };

function toPhone(phone: NonNullable<Result<'getAccountInfo'>['phone']> | null): Phone | null {
  return (
    phone && {
      countryCode: phone.country_code,
      areaCode: phone.area_code,
      number: phone.phone_num,
      extension: phone.ext_num,
    }
  );
}

function toAddress(address: Result<'getAccountInfo'>['address']): PostalAddress | null {
  return (
    address && {
      street: address.street_name,
      houseNumber: address.house_num,
      address2: address.address2,
      address3: null,
      postalCode: address.zipcode,
      city: address.city,
      state: address.state,
      country: toCountry(address.country),
    }
  );
}

/** The reference writes `uk`, which ISO 3166-1 calls GB. */
function toCountry(code: string | null): string | null {
  const country = code?.toUpperCase() ?? null;
  return country === 'UK' ? 'GB' : country;
}

function toContact(info: Result<'getAccountInfo'>): Contact {
  return {
    title: info.person?.title ?? null,
    firstName: info.person?.first_name ?? null,
    middleName: info.person?.middle_name ?? null,
    lastName: info.person?.last_name ?? null,
    companyName: info.person?.company_name ?? null,
    email: info.email,
    phone: toPhone(info.phone),
    fax: toPhone(info.fax),
    address: toAddress(info.address),
  };
}

/** @param nativeId - the answer does not repeat it */
export function toAccount(backend: string, nativeId: string, info: Result<'getAccountInfo'>): Account {
  const kind = named(ACCOUNT_KINDS, info.account_type);
  const parentId = idText(info.parent_account_id);
  return {
    id: toGlobalId(backend, 'Account', nativeId),
    backend,
    nativeId,
    kind: kind.value,
    nativeKind: kind.native,
    // No call tells these.
    status: null,
    nativeStatus: null,
    login: null,
    peer: null,
    demo: null,
    contact: toContact(info),
    // The provider is its own parent on some releases, and has 0 on others.
    parentId: parentId === nativeId || Number(parentId) <= 0 ? null : parentId,
  };
}
