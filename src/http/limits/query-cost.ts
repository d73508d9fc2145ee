import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { type ArgumentBound, argumentBoundsOf } from './argument-bounds.js';
import { defaultsOf } from './arguments.js';
import { compileCost } from './compile-cost.js';
import type { CostInputs, CostPart } from './cost-plan.js';

/** What has to be known of an operation to tell the cost of each request for it. */
export interface QueryCost {
  readonly bounds: readonly ArgumentBound[];
  readonly parts: readonly CostPart[];
  inputs(
    variables: Readonly<Record<string, unknown>> | undefined,
    countBackends: CostInputs['countBackends'],
  ): CostInputs;
}

/** Reads an operation of a document that has passed validation, once for all requests for it. */
export function readQueryCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): QueryCost {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const root = schema.getRootType(operation.operation);
  const defaults = defaultsOf(operation);
  const hasDefaults = Object.keys(defaults).length > 0;
  return {
    bounds: argumentBoundsOf(schema, document),
    parts: root ? compileCost({ schema, fragments }, root, operation.selectionSet) : [],
    inputs: (variables, countBackends) => ({
      variables: hasDefaults ? { ...defaults, ...variables } : (variables ?? defaults),
      countBackends,
    }),
  };
}
