import {
  GraphQLID,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { MAX_LIST_ARGUMENT } from '../model/index.js';
import type { RestMember } from '../persisted/index.js';
import { described, type JsonSchema, nullable, objectSchema } from './json-schema.js';
import { scalarSchema } from './scalar-schema.js';
import type { SharedSchemas } from './shared-schemas.js';

/** Something that clients may send: a member of an input, or a variable. */
type Sent = Pick<RestMember, 'name' | 'type' | 'required' | 'defaultValue' | 'description'> & {
  readonly secret?: boolean;
};

/** Of a member of a JSON body. */
export function memberSchema(
  { name: _name, type, defaultValue, description, secret = false }: Sent,
  schemas: SharedSchemas,
): JsonSchema {
  const schema = { ...bodySchema(type, schemas), ...lengthOf(type) };
  return described(
    {
      ...schema,
      ...(defaultValue === undefined ? {} : { default: defaultOf(type, defaultValue) }),
      ...(secret ? { writeOnly: true } : {}),
    },
    description,
  );
}

/** Of a JSON body: no members beside these. */
export const membersSchema = (members: readonly Sent[], schemas: SharedSchemas): JsonSchema => ({
  ...objectSchema({
    properties: Object.fromEntries(members.map((member) => [member.name, memberSchema(member, schemas)])),
    required: members.filter(({ required }) => required).map(({ name }) => name),
  }),
  additionalProperties: false,
});

/** Of what stands in a path or a query string: null cannot. */
export function textSchema(type: GraphQLInputType, schemas: SharedSchemas): JsonSchema {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    return { type: 'array', items: textSchema(bare.ofType, schemas), maxItems: MAX_LIST_ARGUMENT };
  }
  if (isEnumType(bare)) return schemas.enumOf(bare);
  return isInputObjectType(bare) ? {} : scalarSchema(bare, 'text');
}

/** As it stands in JSON: the schema holds enums by what they are inside. */
export function defaultOf(type: GraphQLInputType, value: unknown): unknown {
  const named = getNamedType(type);
  if (!isEnumType(named) || value === null) return value;
  return Array.isArray(value) ? value.map((each) => named.serialize(each)) : named.serialize(value);
}

function bodySchema(type: GraphQLInputType, schemas: SharedSchemas): JsonSchema {
  if (!isNonNullType(type)) return nullable(bareSchema(type, schemas));
  return bareSchema(type.ofType, schemas);
}

function bareSchema(type: GraphQLInputType, schemas: SharedSchemas): JsonSchema {
  const bare = getNullableType(type);
  if (isListType(bare)) return { type: 'array', items: bodySchema(bare.ofType, schemas) };
  if (isEnumType(bare)) return schemas.enumOf(bare);
  if (!isInputObjectType(bare)) return scalarSchema(bare, 'body');
  return schemas.once(bare.name, () =>
    described(membersSchema(Object.values(bare.getFields()).map(toSent), schemas), bare.description),
  );
}

const toSent = ({ name, type, defaultValue, description, extensions }: GraphQLInputField): Sent => ({
  name,
  type,
  required: isNonNullType(type) && defaultValue === undefined,
  defaultValue,
  description: description ?? null,
  secret: extensions.secret === true,
});

/** Lists of ids are bounded wherever an operation takes one. */
const lengthOf = (type: GraphQLInputType): JsonSchema =>
  isListType(getNullableType(type)) && getNamedType(type) === GraphQLID
    ? { maxItems: MAX_LIST_ARGUMENT }
    : {};
