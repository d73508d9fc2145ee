import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** What stands for secrets in an input that is filled. */
export interface Secrets {
  readonly password: string;
  readonly cardNumber: string;
  readonly privateKey: string;
}

const MAX_DEPTH = 4;

/** Texts that are of the right form wherever rules are likely. */
const TEXTS: Readonly<Record<string, string>> = {
  login: 'jodoe1',
  domain: 'alpine-tours.example',
  name: 'example.example',
  prefix: 'www',
  countryCode: 'US',
  country: 'US',
  state: 'CO',
  language: 'en',
  zip: '80202',
  postalCode: '80202',
  recordId: '1',
  type: 'A',
  host: 'www',
  data: '192.0.2.1',
};
const SCALARS: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  BigInt: '1024',
  Decimal: '12.50',
  Date: '2026-11-21',
  DateTime: '2026-11-21T09:30:00Z',
  EmailAddress: 'jo@nordlicht.example',
};
const NAMED_VALUE = 'NameValueInput';

/**
 * An input of a type with every member set, secrets wherever a member can hold one.
 *
 * @param ids - ids for members that name objects, by their types: `Account` for `accountId`
 */
export function filledInput(
  type: GraphQLInputObjectType,
  backend: string,
  ids: Readonly<Record<string, string>>,
  secrets: Secrets,
): Record<string, unknown> {
  const fill = (given: GraphQLInputType, member: string, owner: string, depth: number): unknown => {
    if (isNonNullType(given)) return fill(given.ofType, member, owner, depth);
    if (isListType(given)) return [fill(given.ofType, member, owner, depth)];
    if (isEnumType(given)) return given.getValues()[0]?.name;
    if (isInputObjectType(given)) return depth > MAX_DEPTH ? null : fillAll(given, depth + 1);
    if (given.name === 'ID') return idFor(member);
    return given.name === 'String' ? text(member, owner) : SCALARS[given.name];
  };
  const fillAll = (given: GraphQLInputObjectType, depth: number): Record<string, unknown> => {
    const entries = Object.values(given.getFields())
      .filter(({ name }) => name !== 'idempotencyKey')
      .map(({ name, type: inner }) => [name, fill(inner, name, given.name, depth)]);
    return Object.fromEntries(entries);
  };
  const idFor = (member: string): string => {
    const name = member.replace(/Ids?$/, '');
    const found = Object.entries(ids).find(([known]) => name.toLowerCase().endsWith(known.toLowerCase()));
    return found?.[1] ?? `${backend}:Account:1`;
  };
  const text = (member: string, owner: string): string => {
    if (member === 'backend') return backend;
    if (/passw/i.test(member)) return secrets.password;
    if (/privateKey/.test(member)) return secrets.privateKey;
    if (/Payment/.test(owner) && /number/i.test(member)) return secrets.cardNumber;
    if (owner === NAMED_VALUE) return member === 'name' ? 'admin_password' : secrets.password;
    return TEXTS[member] ?? 'example';
  };
  return fillAll(type, 0);
}
