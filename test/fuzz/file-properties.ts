import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { buildSchema } from 'graphql';
import { ConfigError } from '../../src/config/index.js';
import { readRegistry } from '../../src/persisted/index.js';
import { damaged, edits } from './damage.js';

const schema = buildSchema(`
  type Query { thing(id: ID!): Thing things(first: Int, after: String): [Thing] }
  type Thing { id: ID! name: String parts: [Thing] }
  type Mutation { change(input: ThingInput!): Payload }
  type Payload { thing: Thing userErrors: [UserError!]! idempotencyKey: String }
  type UserError { code: String! message: String! field: [String!] }
  input ThingInput { thingId: ID name: String idempotencyKey: String }
`);

const OPERATIONS = `
query Thing($id: ID!) @rest(method: GET, path: "/things/{id}", tag: "Things", summary: "One thing.", cacheSeconds: 30) {
  thing(id: $id) { id name ...Parts }
}
fragment Parts on Thing { parts { id } }
mutation Change($input: ThingInput!)
  @rest(method: PATCH, path: "/things/{id}", tag: "Things", summary: "s", bind: ["id=input.thingId"], status: 204) {
  change(input: $input) { thing { id } userErrors { code message field } idempotencyKey }
}
`;
const MANIFESTS = [
  JSON.stringify({
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: [
      { id: 'a'.repeat(64), name: 'Thing', type: 'query', body: 'query Thing { thing(id: 1) { id } }' },
    ],
  }),
  JSON.stringify({
    one: '{ things { id } }',
    __proto__x: 'mutation { change(input: { name: "a" }) { thing { id } } }',
  }),
].map((text) => Buffer.from(text));

/** A folder with one file that is written again for each run. */
export function openWorkFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'hostgraph-fuzz-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A file of operations, or a manifest, is read or refused with its problems, whatever is in it. */
export function filesAreTold(folder: string) {
  const operations = fc.tuple(fc.constant('operations.graphql'), fc.constant(Buffer.from(OPERATIONS)));
  const manifest = fc.tuple(fc.constant('manifest.json'), fc.constantFrom(...MANIFESTS));
  return fc.property(fc.oneof(operations, manifest), edits, ([name, text], changes) => {
    const file = join(folder, name);
    writeFileSync(file, damaged(text, Buffer.from(OPERATIONS), changes));
    const isManifest = name.endsWith('.json');
    try {
      readRegistry({
        schema,
        shipped: null,
        ...(isManifest ? { manifests: [file] } : { folders: [folder] }),
      });
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
    } finally {
      rmSync(file);
    }
  });
}
