import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { canonicalEmailAddress } from '../../src/model/email-address.js';

const RULE = 'EmailAddress takes one mail address: local part, @, domain name';

function toEmailAddress(value: unknown): string {
  const address = typeof value === 'string' ? canonicalEmailAddress(value) : null;
  if (address === null) throw new GraphQLError(RULE);
  return address;
}

/** Strict on the way in; on the way out a panel's odd address is better shown than lost. */
export const EmailAddressScalar = new GraphQLScalarType<string, string>({
  name: 'EmailAddress',
  description:
    'A mail address. Domains are written in lower case, as A-labels. Answers may hold what a panel calls an address though it is none.',
  serialize: (value) => String(value),
  parseValue: toEmailAddress,
  parseLiteral: (node) => {
    if (node.kind !== Kind.STRING) throw new GraphQLError(RULE, { nodes: node });
    return toEmailAddress(node.value);
  },
});
