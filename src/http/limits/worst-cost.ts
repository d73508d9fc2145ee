import {
  type DocumentNode,
  GraphQLID,
  type GraphQLInputType,
  GraphQLInt,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  typeFromAST,
  visit,
} from 'graphql';
import { MAX_FIRST, MAX_LIST_ARGUMENT, NODE_TYPES } from '../../model/index.js';
import { type CostInputs, costOf } from './cost-plan.js';
import { readQueryCost } from './query-cost.js';

/**
 * Makes what tells the most that an operation can cost, whatever its variables are: nothing is skipped, pages and lists
 * are as long as they may be, and ids name objects of the type that costs most.
 */
export function worstCost(
  schema: GraphQLSchema,
  countBackends: CostInputs['countBackends'],
): (document: DocumentNode, operation: OperationDefinitionNode) => number {
  return (document, operation) => {
    const { parts, inputs } = readQueryCost(schema, unconditional(document), unconditional(operation));
    return Math.max(
      ...NODE_TYPES.map((type) =>
        costOf(parts, inputs(largest(schema, operation, `x:${type}:1`), countBackends)),
      ),
    );
  };
}

/** Without `@skip` and `@include`: all that could be asked for is. */
const unconditional = <Node extends DocumentNode | OperationDefinitionNode>(node: Node): Node =>
  visit(node, {
    [Kind.DIRECTIVE]: ({ name: { value } }) => (value === 'skip' || value === 'include' ? null : undefined),
  });

function largest(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  id: string,
): Record<string, unknown> {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, type: node }) => {
      const type = typeFromAST(schema, node);
      return isInputType(type) ? [[variable.name.value, largestOf(type, id)]] : [];
    }),
  );
}

function largestOf(type: GraphQLInputType, id: string): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return Array.from({ length: MAX_LIST_ARGUMENT }, () => largestOf(bare.ofType, id));
  const named = getNamedType(bare);
  if (named === GraphQLInt) return MAX_FIRST;
  return named === GraphQLID ? id : undefined;
}
