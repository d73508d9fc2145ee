import {
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
} from 'graphql';
import type { PayloadAnswer, RestAnswer, RestRoute } from '../persisted/index.js';
import { COMMON_HEADERS, headersOf } from './headers.js';
import { type JsonSchema, objectSchema } from './json-schema.js';
import {
  type OutputScope,
  outputSchema,
  presentMember,
  presentSchema,
  selectedMembers,
} from './output-schema.js';
import { refTo, type SharedSchemas } from './shared-schemas.js';

type Json = Readonly<Record<string, unknown>>;
type Sets = RestAnswer['selections'];

const PARTIAL = refTo('schemas', 'Partial');
const json = (schema: JsonSchema): Json => ({ 'application/json': { schema } });
const withPartial = (schema: JsonSchema): JsonSchema => ({ allOf: [schema, PARTIAL] });

/** Answers of a route that are no failures, by status. */
export function successResponses(
  route: RestRoute,
  schema: GraphQLSchema,
  schemas: SharedSchemas,
): Readonly<Record<number, Json>> {
  const { answer } = route;
  const scope = { schema, schemas, fragments: answer.fragments };
  return answer.payload === null
    ? readResponses(answer, scope)
    : changeResponses(route, answer.payload, scope);
}

function readResponses(answer: RestAnswer, scope: OutputScope): Readonly<Record<number, Json>> {
  const links = answer.shape === 'page' ? (['Link'] as const) : [];
  const own = [...COMMON_HEADERS, 'ETag', 'Cache-Control'] as const;
  return {
    200: {
      description: READ_TEXTS[answer.shape],
      headers: headersOf(...own, ...links, 'X-Hostgraph-Partial'),
      content: json(withPartial(readSchema(answer, scope))),
    },
    304: { description: 'The client has this very answer.', headers: headersOf(...own, ...links) },
  };
}

const READ_TEXTS: Readonly<Record<RestAnswer['shape'], string>> = {
  object: 'The object.',
  list: 'The list.',
  page: 'One page of the list.',
  data: 'The answer.',
  payload: 'What came of the change.',
};

/** What is answered at all is there: nothing is a 404. */
function readSchema({ shape, type, selections }: RestAnswer, scope: OutputScope): JsonSchema {
  switch (shape) {
    case 'list':
      return objectSchema({
        properties: { items: presentSchema(scope, type, selections) },
        required: ['items'],
      });
    case 'page':
      return pageSchema(type, selections, scope);
    default:
      return presentSchema(scope, type, selections);
  }
}

function pageSchema(type: RestAnswer['type'], sets: Sets, scope: OutputScope): JsonSchema {
  const connection = getNamedType(type);
  const fields = isObjectType(connection) ? connection.getFields() : {};
  const nodes = fields.nodes?.type && getNullableType(fields.nodes.type);
  const item = isListType(nodes) ? outputSchema(scope, nodes.ofType, sets) : {};
  return objectSchema({
    properties: {
      items: { type: 'array', items: item },
      nextCursor: { type: ['string', 'null'], description: '`after` of the next page; null on the last.' },
      totalCount: {
        type: ['integer', 'null'],
        description: 'Of all pages; null, or left out, where nobody counts.',
      },
    },
    required: ['items', 'nextCursor'],
  });
}

/** A change that is told of with 204 is 202 while its panel goes on with it, and 200 where a part cannot be told. */
function changeResponses(
  { status, answer }: RestRoute,
  payload: PayloadAnswer,
  scope: OutputScope,
): Readonly<Record<number, Json>> {
  const type = getNamedType(answer.type);
  if (!isObjectType(type)) return {};
  const isTold = (name: string) => payload.members.includes(name);
  const whole = objectSchema(selectedMembers(scope, [type], answer.selections, isTold));
  const hasTask = payload.members.includes('task');
  const common = [...COMMON_HEADERS, 'Idempotency-Key'] as const;
  const link = hasTask ? (['StatusLink'] as const) : [];
  const made = (description: string, schema: JsonSchema, ...more: ReadonlyArray<'Location'>): Json => ({
    description,
    headers: headersOf(...common, ...more, ...link, 'X-Hostgraph-Partial'),
    content: json(withPartial(schema)),
  });
  if (status !== 204) {
    const { unwrapped } = payload;
    const schema = unwrapped === null ? whole : unwrappedObject(type, answer.selections, unwrapped, scope);
    return status === 201
      ? { 201: made('It was created.', schema, 'Location') }
      : { [status]: made('The change was made.', schema) };
  }
  return {
    200: made('The change was made, though what it led to cannot be told in full.', whole),
    ...(hasTask
      ? {
          202: {
            description: 'The panel goes on with the change; `Location` leads to its task.',
            headers: headersOf(...common, 'Location', 'StatusLink'),
            content: json(withPartial(whole)),
          },
        }
      : {}),
    204: { description: 'The change was made.', headers: headersOf(...common) },
  };
}

/** A payload with one object is that object, or the object's name where it could not be read. */
function unwrappedObject(
  type: GraphQLObjectType,
  sets: Sets,
  member: string,
  scope: OutputScope,
): JsonSchema {
  const unread = objectSchema({ properties: { [member]: { type: 'null' } }, required: [member] });
  return {
    anyOf: [
      presentMember(scope, type, sets, member),
      { ...unread, description: 'The change was made, and the object could not be read.' },
    ],
  };
}
