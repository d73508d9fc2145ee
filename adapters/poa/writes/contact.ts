import type { ContactInput, UserError } from '../../../src/model/index.js';
import { invalid } from '../../../src/writes/refusal.js';
import { isGiven } from './checks.js';

/** A struct of a contact in the panel's members; what is null or undefined is not sent. */
export type Members = Readonly<Record<string, unknown>>;
/** A contact in the panel's structs, beside whatever else a release keeps with it. */
export type WireContact = Members;
type Struct = 'person' | 'address' | 'phone' | 'fax';

interface Member {
  readonly wire: string;
  readonly required?: true;
}

const PERSON = {
  title: { wire: 'title' },
  firstName: { wire: 'first_name', required: true },
  middleName: { wire: 'middle_name' },
  lastName: { wire: 'last_name', required: true },
  companyName: { wire: 'company_name' },
} as const satisfies Record<string, Member>;
const ADDRESS = {
  street: { wire: 'street_name', required: true },
  houseNumber: { wire: 'house_num' },
  address2: { wire: 'address2' },
  postalCode: { wire: 'zipcode', required: true },
  city: { wire: 'city', required: true },
  country: { wire: 'country', required: true },
  state: { wire: 'state', required: true },
} as const satisfies Record<string, Member>;
const PHONE = {
  countryCode: { wire: 'country_code', required: true },
  areaCode: { wire: 'area_code', required: true },
  number: { wire: 'phone_num', required: true },
  extension: { wire: 'ext_num' },
} as const satisfies Record<string, Member>;

/** Our members of each of the panel's structs, and where they stand in our contact. */
const STRUCTS: Readonly<
  Record<Struct, { readonly path: readonly string[]; readonly members: Record<string, Member> }>
> = {
  person: { path: [], members: PERSON },
  address: { path: ['address'], members: ADDRESS },
  phone: { path: ['phone'], members: PHONE },
  fax: { path: ['fax'], members: PHONE },
};

/** What keeps a contact from being written; of one that is not whole, what is there. */
export function* contactErrors(contact: ContactInput, ...field: readonly string[]): Generator<UserError> {
  const { address } = contact;
  if (isGiven(address?.address3)) {
    yield invalid('POA has no third address line', ...field, 'address', 'address3');
  }
  if (isGiven(address?.country) && !/^[A-Za-z]{2}$/.test(address.country)) {
    yield invalid('country must be a code of two letters', ...field, 'address', 'country');
  }
}

/** The contact that results from a change of one that is there; null members are gone from it. */
export function mergeContact(there: WireContact | null, change: ContactInput): WireContact {
  const merged: Record<string, unknown> = { ...there };
  for (const [name, { path, members }] of Object.entries(STRUCTS) as [Struct, (typeof STRUCTS)[Struct]][]) {
    const current = (there?.[name] ?? null) as Members | null;
    const asked =
      path.length === 0 ? change : (change[path[0] as 'address' | 'phone' | 'fax'] as object | null);
    const struct =
      // `null` for a whole part takes it away.
      asked === null ? {} : overlay(current, wireMembers(asked as Members | undefined, members, current));
    merged[name] = Object.keys(struct).length > 0 ? struct : null;
  }
  if (change.email !== undefined) merged.email = change.email;
  return overlay(merged, {});
}

/** What a whole contact lacks. */
export function* missingOf(contact: WireContact, ...field: readonly string[]): Generator<UserError> {
  for (const [name, { path, members }] of Object.entries(STRUCTS)) {
    const struct = contact[name as Struct] as Members | undefined;
    if (struct === undefined && name === 'fax') continue;
    for (const [member, { wire, required }] of Object.entries(members)) {
      if (required === true && !isGiven(struct?.[wire])) {
        const where = [...field, ...path, member];
        yield invalid(`${where.join('.')} is required on POA`, ...where);
      }
    }
  }
  if (!isGiven(contact.email))
    yield invalid(`${[...field, 'email'].join('.')} is required on POA`, ...field, 'email');
}

function wireMembers(
  asked: Members | undefined,
  members: Readonly<Record<string, Member>>,
  current: Members | null,
): Members {
  const wire = Object.entries(members)
    .filter(([name]) => asked?.[name] !== undefined)
    .map(([name, member]) => [member.wire, asked?.[name]] as const);
  return Object.fromEntries(
    wire.map(([name, value]) => [name, name === 'country' ? wireCountry(value, current?.country) : value]),
  );
}

/** Two lower-case letters; GB stays `uk` where the panel has it so, as its reference does. */
function wireCountry(country: unknown, current: unknown): unknown {
  if (typeof country !== 'string') return country;
  const code = country.toLowerCase();
  return code === 'gb' && String(current).toLowerCase() === 'uk' ? current : code;
}

const overlay = (there: Members | null, change: Members): Members =>
  Object.fromEntries(Object.entries({ ...there, ...change }).filter(([, value]) => isGiven(value)));
