import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { RestRoute } from './operation.js';
import type { Complain, Problems } from './problems.js';
import { readAnswer } from './read-answer.js';
import type { ReadRoute } from './read-operations.js';
import { readInputs } from './read-route-inputs.js';
import { type RestArguments, readRestArguments, restDirectiveOf } from './rest-directive.js';

/** Makes what reads routes. @param schema - with `@rest` */
export function routeReader(schema: GraphQLSchema, problems: Problems): ReadRoute {
  return (operation, document, file) => {
    const args = readRestArguments(schema, operation);
    if (args === null) return null;
    let sound = true;
    const complain: Complain = (message) => {
      sound = false;
      problems.addAt(file, restDirectiveOf(operation), `${operation.name?.value}: ${message}`);
    };
    const route = toRoute(schema, operation, document, args, complain);
    return sound ? route : null;
  };
}

function toRoute(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  document: DocumentNode,
  args: RestArguments,
  complain: Complain,
): RestRoute | null {
  const { method, path, tag, summary, description = null, status, cacheSeconds, keyRequired } = args;
  checkArguments(args, operation.operation, complain);
  const inputs = readInputs(schema, operation, args, complain);
  const answer = readAnswer({ schema, fragments: fragmentsOf(document) }, operation, args, complain);
  if (keyRequired && inputs.key === null) complain('keyRequired needs an input with an idempotencyKey.');
  if (answer === null) return null;
  return { method, path, tag, summary, description, status, cacheSeconds, keyRequired, ...inputs, answer };
}

function checkArguments(
  { method, status, cacheSeconds, tag, summary }: RestArguments,
  kind: OperationTypeNode,
  complain: Complain,
): void {
  const isQuery = kind === OperationTypeNode.QUERY;
  if (isQuery && method !== 'GET') complain('A query is asked for with GET.');
  if (!isQuery && method === 'GET')
    complain('GET changes nothing, so a mutation cannot be asked for with it.');
  const statuses = isQuery ? [200] : [200, 201, 204];
  if (!statuses.includes(status)) complain(`status must be ${statuses.join(', ')}.`);
  if (cacheSeconds < 0 || cacheSeconds > MAX_CACHE_SECONDS)
    complain(`cacheSeconds must be 0 to ${MAX_CACHE_SECONDS}.`);
  if (!isQuery && cacheSeconds !== 0)
    complain('The answer to a change is not kept, so it has no cacheSeconds.');
  if (tag === '' || summary === '') complain('tag and summary must not be empty.');
}

const MAX_CACHE_SECONDS = 86_400;

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
}
