import { type GraphQLSchema, getNullableType, isInputObjectType } from 'graphql';
import type { PersistedOperation, RestRoute } from '../persisted/index.js';
import { membersSchema } from './input-schema.js';
import { described, type JsonSchema } from './json-schema.js';
import type { SharedSchemas } from './shared-schemas.js';
import { variableType } from './variable-uses.js';

type Json = Readonly<Record<string, unknown>>;

const KEY_MEMBER: JsonSchema = {
  type: ['string', 'null'],
  minLength: 1,
  maxLength: 128,
  description: 'The same as the header `Idempotency-Key`.',
};

/**
 * The body of a change; `undefined` where none is of use. A POST has one in any case, since it has to say that it is
 * JSON.
 */
export function requestBody(
  { definition }: Pick<PersistedOperation, 'definition'>,
  { method, body, key }: RestRoute,
  schema: GraphQLSchema,
  example: Json | undefined,
  schemas: SharedSchemas,
): Json | undefined {
  const members = body?.members ?? [];
  if (method === 'GET' || (members.length === 0 && method !== 'POST')) return undefined;
  const type = body?.variable ? variableType(schema, definition, body.variable) : undefined;
  const input = type && getNullableType(type);
  const fields = isInputObjectType(input) ? input.getFields() : {};
  const own = membersSchema(
    members.map((member) => ({ ...member, secret: fields[member.name]?.extensions.secret === true })),
    schemas,
  );
  const properties = own.properties as Json | undefined;
  const name = key?.member ?? key?.variable;
  const withKey = name === undefined ? properties : { ...properties, [name]: KEY_MEMBER };
  return {
    required: body?.required ?? false,
    content: {
      'application/json': {
        schema: described(
          { ...own, properties: withKey ?? {} },
          isInputObjectType(input) ? input.description : null,
        ),
        ...(example === undefined ? {} : { example }),
      },
    },
  };
}
