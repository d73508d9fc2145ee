import type { GraphQLSchema } from 'graphql';
import type { PersistedOperation, RestRoute } from '../persisted/index.js';
import { successResponses } from './answers.js';
import { COMMON_HEADERS, headersOf } from './headers.js';
import { parametersOf } from './parameters.js';
import { type ProblemCatalogue, problemContent, problemResponse, UNKNOWN_OUTCOME } from './problems.js';
import { requestBody } from './request-body.js';
import { SANDBOX_EXAMPLES } from './sandbox-examples.js';
import type { SharedSchemas } from './shared-schemas.js';
import { variableUses } from './variable-uses.js';

type Json = Readonly<Record<string, unknown>>;

export interface OperationScope {
  readonly schema: GraphQLSchema;
  readonly problems: ProblemCatalogue;
  readonly schemas: SharedSchemas;
}

/** One route, under the name of its operation. */
export function operationObject(
  operation: PersistedOperation,
  route: RestRoute,
  scope: OperationScope,
): Json {
  const { schema, schemas } = scope;
  const { parameters = {}, body: example } = SANDBOX_EXAMPLES[operation.name] ?? {};
  const body = requestBody(operation, route, schema, example, schemas);
  const uses = variableUses(schema, operation.document);
  return {
    operationId: operation.name,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description === null ? {} : { description: route.description }),
    parameters: parametersOf(route, uses, parameters, schemas),
    ...(body === undefined ? {} : { requestBody: body }),
    responses: responsesOf(route, scope),
  };
}

function responsesOf(route: RestRoute, { schema, schemas, problems }: OperationScope): Json {
  const successes = successResponses(route, schema, schemas);
  const responses: Record<number, Json> = { ...successes };
  for (const status of problems.statusesOf(route)) {
    responses[status] =
      status === UNKNOWN_OUTCOME ? accepted(successes[UNKNOWN_OUTCOME], problems) : problemResponse(status);
  }
  return responses;
}

/** A change that its panel goes on with, where that can be, and one of which nobody knows whether it was made. */
function accepted(underWay: Json | undefined, problems: ProblemCatalogue): Json {
  const unknown = 'Nobody knows yet whether the change was made; `Location` leads to what became of it.';
  return {
    description: underWay === undefined ? unknown : `${String(underWay.description)} Or: ${unknown}`,
    headers: headersOf(...COMMON_HEADERS, 'Idempotency-Key', 'Location', 'StatusLink'),
    content: {
      // Its own content, where it has some.
      ...(underWay?.content as Json | undefined),
      ...problemContent(UNKNOWN_OUTCOME, problems),
    },
  };
}
