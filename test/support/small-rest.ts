import { buildSchema, GraphQLObjectType } from 'graphql';
import type { Caller } from '../../src/http/caller.js';
import { readRegistry } from '../../src/persisted/index.js';
import { type EdgeServer, type EdgeServerOptions, startEdgeServer } from './edge-server.js';
import { operationsFolder } from './operations-folder.js';

const schema = buildSchema(`
  interface Node { id: ID! }
  type Thing implements Node { id: ID! name: String parts: [String] }
  type ThingConnection { nodes: [Thing] pageInfo: PageInfo! totalCount: Int }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Task { id: ID! }
  enum Colour { RED GREEN }
  type Query {
    thing(id: ID!): Thing
    task(id: ID!): Task
    things(first: Int, after: String): ThingConnection
    names: [String]
    echo(whole: Int, ratio: Float, flag: Boolean, colour: Colour, texts: [String!]): String
    writeOutcome(idempotencyKey: String!): WriteOutcome
  }
  type WriteOutcome { state: String! }
  type Native { backend: String! message: String }
  type UserError { code: String! message: String! field: [String!] native: Native }
  type Payload {
    thing: Thing member: Thing task: Task deletedId: ID values: [Int] userErrors: [UserError!]! idempotencyKey: String
  }
  input Part { size: Int! note: String }
  input ThingInput { thingId: ID ownerId: ID name: String parts: [Part!] password: String idempotencyKey: String }
  type Mutation { change(input: ThingInput!): Payload }
`);

const rest = (args: string) => `@rest(tag: "Things", summary: "s", ${args})`;
const PLUMBING = 'userErrors { code message field native { backend message } } idempotencyKey';

const OPERATIONS = `
  query Thing($id: ID!) ${rest('method: GET, path: "/things/{id}", cacheSeconds: 30')} { thing(id: $id) { id name parts } }
  query ThingParts($id: ID!) ${rest('method: GET, path: "/things/{id}/parts", answer: "thing.parts"')} { thing(id: $id) { parts } }
  query Task($id: ID!) ${rest('method: GET, path: "/tasks/{id}"')} { task(id: $id) { id } }
  query WriteOutcome($key: String!) ${rest('method: GET, path: "/write-outcomes/{key}"')} {
    writeOutcome(idempotencyKey: $key) { state }
  }
  query Things($first: Int, $after: String) ${rest('method: GET, path: "/things"')} {
    things(first: $first, after: $after) { nodes { id name } pageInfo { hasNextPage endCursor } totalCount }
  }
  query Echo($whole: Int, $ratio: Float, $flag: Boolean, $colour: Colour, $texts: [String!]) ${rest('method: GET, path: "/echo", bind: ["text=texts"]')} {
    echo(whole: $whole, ratio: $ratio, flag: $flag, colour: $colour, texts: $texts)
  }
  mutation Create($input: ThingInput!) ${rest('method: POST, path: "/things", status: 201')} {
    change(input: $input) { thing { id name } ${PLUMBING} }
  }
  mutation CreateBoth($input: ThingInput!) ${rest('method: POST, path: "/pairs", status: 201')} {
    change(input: $input) { thing { id } member { id } values ${PLUMBING} }
  }
  mutation Change($input: ThingInput!) ${rest('method: PATCH, path: "/things/{id}", bind: ["id=input.thingId"], status: 204')} {
    change(input: $input) { thing { id name } ${PLUMBING} }
  }
  mutation Pay($input: ThingInput!) ${rest('method: POST, path: "/things/{id}/payments", bind: ["id=input.thingId"], status: 204, keyRequired: true')} {
    change(input: $input) { thing { id } ${PLUMBING} }
  }
  mutation Delete($input: ThingInput!) ${rest('method: DELETE, path: "/things/{id}", bind: ["id=input.thingId"], status: 204')} {
    change(input: $input) { deletedId task { id } ${PLUMBING} }
  }
`;

type Resolve = (args: Readonly<Record<string, unknown>>, caller: Caller) => unknown;

/** A small graph with REST routes; a test says what each field of `Query` and `Mutation` does. One at a time. */
export async function startSmallRest(
  fields: Readonly<Record<string, Resolve>>,
  { settings = {}, ...options }: Pick<EdgeServerOptions, 'settings' | 'auth' | 'limits'> = {},
): Promise<EdgeServer> {
  const folder = operationsFolder({ 'things.graphql': OPERATIONS });
  const registry = readRegistry({ schema, shipped: null, folders: [folder.path] });
  folder.remove();
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    if (!(type instanceof GraphQLObjectType)) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve = (_source, args: Record<string, unknown>, caller: Caller) =>
        fields[field.name]?.(args, caller) ?? null;
    }
  }
  return startEdgeServer({
    ...options,
    // A busy machine that runs tests is late, and that is not what they are about.
    settings: { maxEventLoopDelayMs: 60_000, ...settings },
    schema,
    persisted: { registry, mode: 'allow', exceptRoles: [] },
  });
}
