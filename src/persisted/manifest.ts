import { readFileSync } from 'node:fs';
import { type GraphQLSchema, Kind, OperationTypeNode } from 'graphql';
import { z } from 'zod';
import type { PersistedOperation } from './operation.js';
import type { Problems } from './problems.js';
import { documentOf, parseValid } from './read-operations.js';

const ID = z.string().min(1).max(200);

/** As `@apollo/generate-persisted-query-manifest` writes it. */
const apolloManifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: ID, body: z.string() })),
});

/** As Relay's compiler and the client preset of GraphQL Code Generator write it: texts by their hashes. */
const textsById = z.record(ID, z.string());

/**
 * Reads the operations that a client was built with.
 *
 * @returns those that are sound; what is wrong with the others, and with the file, goes to `problems`
 */
export function readManifest(file: string, schema: GraphQLSchema, problems: Problems): PersistedOperation[] {
  const entries = readEntries(file, problems);
  return entries.flatMap(({ id, body }, index) => {
    const place = `${file}#${index + 1}`;
    const document = parseValid(place, body, schema, problems);
    if (document === null) return [];
    const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    const { definition, ...read } = documentOf(body);
    if (operations.length > 1 || definition.operation === OperationTypeNode.SUBSCRIPTION) {
      problems.add(place, 'An entry must hold one query or mutation.');
      return [];
    }
    const kind = definition.operation === OperationTypeNode.MUTATION ? 'mutation' : 'query';
    const source = { file, line: index + 1 };
    return [{ ...read, definition, id, name: definition.name?.value ?? '', kind, source, rest: null }];
  });
}

function readEntries(
  file: string,
  problems: Problems,
): Array<{ readonly id: string; readonly body: string }> {
  const json = readJson(file);
  const apollo = apolloManifest.safeParse(json);
  if (apollo.success) return apollo.data.operations;
  const plain = textsById.safeParse(json);
  if (plain.success) return Object.entries(plain.data).map(([id, body]) => ({ id, body }));
  problems.add(
    file,
    'must be a manifest of persisted operations: Apollo’s format, version 1, or a map from ids to documents.',
  );
  return [];
}

/** `undefined` for what is no JSON, which fits no format. */
function readJson(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
