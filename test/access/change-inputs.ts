import { type GraphQLInputObjectType, getNamedType, isInputObjectType } from 'graphql';
import { PROVIDER_MEMBERS } from '../../resolvers/provider-members.js';
import { buildGatewaySchema } from '../../resolvers/schema.js';
import type { Backend } from '../../src/model/index.js';
import { filledInput } from '../support/filled-input.js';
import type { Objects } from './change-cases.js';

const schema = buildGatewaySchema();
const SECRETS = { password: 'Tr0ub4dor&3', cardNumber: '4111111111111111', privateKey: 'none' };

export const MUTATIONS = Object.keys(schema.getMutationType()?.getFields() ?? {});

/** Which backends have a call for which mutation. */
export const mutationsOf = (backends: readonly Backend[]): ReadonlyArray<readonly [string, string]> =>
  backends.flatMap(({ name, writes }) =>
    Object.keys(writes ?? {}).map((mutation) => [name, mutation] as const),
  );

export function inputTypeOf(mutation: string): GraphQLInputObjectType {
  const type = schema.getMutationType()?.getFields()[mutation]?.args[0]?.type;
  const named = type && getNamedType(type);
  if (!isInputObjectType(named)) throw new Error(`${mutation} takes no input`);
  return named;
}

/** The members of a mutation's input that hold ids, as far as there are such objects on a backend. */
export const idMembersOf = (mutation: string, { ids }: Objects): readonly string[] =>
  idNames(mutation).filter((member) => objectIn(member, ids) !== undefined);

const idNames = (mutation: string): readonly string[] =>
  Object.values(inputTypeOf(mutation).getFields())
    .filter(({ type }) => getNamedType(type).name === 'ID')
    .map(({ name }) => name);

const objectIn = (member: string, ids: Objects['ids']): string | undefined =>
  Object.entries(ids).find(([name]) =>
    member.replace(/Ids?$/, '').toLowerCase().endsWith(name.toLowerCase()),
  )?.[1];

/** An input with everything set but what takes the role provider; whether a panel would take it does not matter. */
export function inputFor(backend: string, mutation: string, objects: Objects): Record<string, unknown> {
  const { ids, domain } = objects;
  const input = filledInput(inputTypeOf(mutation), backend, ids, SECRETS);
  for (const member of idNames(mutation)) if (objectIn(member, ids) === undefined) delete input[member];
  for (const { member } of PROVIDER_MEMBERS) delete input[member];
  for (const member of nameMembersOf(mutation)) {
    // Panels that know no domains take no names of any.
    if (ids.domain === undefined) delete input[member];
    else input[member] = NAME_MEMBERS[member]?.(domain);
  }
  return input;
}

/** The members that name something by a domain: each has a value in that domain. */
export const NAME_MEMBERS: Readonly<Record<string, (domain: string) => unknown>> = {
  domain: (domain) => domain,
  brandedDomain: (domain) => domain,
  address: (domain) => `jo@${domain}`,
  addresses: (domain) => [`jo@${domain}`],
  otherAddresses: (domain) => [`jo@${domain}`],
};

/** What an own mailbox gives up can be in any domain. */
const TAKES_ANY_NAME = ['removeMailboxAddresses'];

export const nameMembersOf = (mutation: string): readonly string[] =>
  Object.keys(NAME_MEMBERS).filter((member) => Object.hasOwn(inputTypeOf(mutation).getFields(), member));

/** Those of them whose domain has to be the caller's. */
export const judgedNamesOf = (mutation: string): readonly string[] =>
  TAKES_ANY_NAME.includes(mutation) ? [] : nameMembersOf(mutation);

/** The input with one member that names another's object. */
export function withForeign(
  input: Readonly<Record<string, unknown>>,
  member: string,
  others: Objects,
): Record<string, unknown> {
  const id = objectIn(member, others.ids);
  return { ...input, [member]: Array.isArray(input[member]) ? [id] : id };
}

export const mutationText = (mutation: string): string =>
  `mutation ($input: ${inputTypeOf(mutation).name}!) { ${mutation}(input: $input) { userErrors { code } idempotencyKey } }`;
