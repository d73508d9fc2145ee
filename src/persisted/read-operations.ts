import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  separateOperations,
  validate,
} from 'graphql';
import type { PersistedOperation, RestRoute } from './operation.js';
import type { OperationFile } from './operation-files.js';
import { lineOf, type Problems } from './problems.js';
import { withoutRest } from './rest-directive.js';

/** Makes the route of an operation; `null` when it has none, or one with problems. */
export type ReadRoute = (
  operation: OperationDefinitionNode,
  document: DocumentNode,
  file: string,
) => RestRoute | null;

/**
 * Reads the operations of one file.
 *
 * @param schema - with `@rest`
 * @returns those that are sound; what is wrong with the others goes to `problems`
 */
export function readOperations(
  { path, text }: OperationFile,
  schema: GraphQLSchema,
  readRoute: ReadRoute,
  problems: Problems,
): PersistedOperation[] {
  const document = parsed(path, text, problems);
  if (document === null) return [];
  const isValid = checkValid(path, document, schema, problems);
  const parts = separateOperations(document);
  return document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .flatMap((operation) => {
      const name = operation.name?.value;
      const part = name === undefined ? undefined : parts[name];
      if (
        name === undefined ||
        part === undefined ||
        operation.operation === OperationTypeNode.SUBSCRIPTION
      ) {
        problems.addAt(path, operation, 'An operation must be a query or a mutation, and have a name.');
        return [];
      }
      // One that is wrong in itself hides nothing of what is wrong with the others.
      // Of two by one name, the part is the other's.
      if (!isValid && (!part.definitions.includes(operation) || validate(schema, part).length > 0)) return [];
      const rest = readRoute(operation, part, path);
      return [persisted({ name, operation, part, rest, file: path })];
    });
}

/** Parses and validates a document; `null` when something is wrong with it. */
export function parseValid(
  place: string,
  text: string,
  schema: GraphQLSchema,
  problems: Problems,
): DocumentNode | null {
  const document = parsed(place, text, problems);
  return document !== null && checkValid(place, document, schema, problems) ? document : null;
}

function parsed(place: string, text: string, problems: Problems): DocumentNode | null {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    problems.addError(place, error);
    return null;
  }
}

function checkValid(
  place: string,
  document: DocumentNode,
  schema: GraphQLSchema,
  problems: Problems,
): boolean {
  const errors = validate(schema, document);
  for (const error of errors) problems.addError(place, error);
  return errors.length === 0;
}

interface Found {
  readonly name: string;
  readonly operation: OperationDefinitionNode;
  readonly part: DocumentNode;
  readonly rest: RestRoute | null;
  readonly file: string;
}

function persisted({ name, operation, part, rest, file }: Found): PersistedOperation {
  const text = print({
    ...part,
    definitions: part.definitions.map((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? withoutRest(definition) : definition,
    ),
  });
  return {
    ...documentOf(text),
    id: sha256(text),
    name,
    kind: operation.operation === OperationTypeNode.MUTATION ? 'mutation' : 'query',
    source: { file, line: lineOf(operation) },
    rest,
  };
}

/** Of a text with one operation. Read from the very text, so that places in errors are places in it. */
export function documentOf(text: string): Pick<PersistedOperation, 'text' | 'document' | 'definition'> {
  const document = parse(text);
  const definition = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A document without an operation.');
  return { text, document, definition };
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
