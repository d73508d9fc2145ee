import {
  type ASTNode,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { BadUserInputError, type GatewayError, QueryTooCostlyError } from '../../errors/index.js';
import type { Panel } from '../../model/index.js';
import type { RequestContext } from '../caller.js';
import { type CostInputs, costOf, largestShare } from './cost-plan.js';
import { type QueryCost, readQueryCost } from './query-cost.js';

/** How many of the caller's backends have a member of the port. */
export type CountBackends<Context> = (context: Context, member: keyof Panel) => number;

/** An operation, and with what it is asked for. */
export interface Costing<Context> {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly context: Context;
}

/** @throws GraphQLError as {@link checkQuery} does */
export type CheckCost<Context> = (costing: Costing<Context>) => void;

/**
 * Refuses, before anything is asked of a backend, a request whose lists are too long or whose cost is above `limit`.
 * A document is read once, as long as it is remembered; a request costs a sum over the parts that can cost
 * something.
 */
export function createCostLimit<Context extends RequestContext>(
  schema: GraphQLSchema,
  limit: number,
  countBackends: CountBackends<Context>,
): CheckCost<Context> {
  const known = new WeakMap<OperationDefinitionNode, QueryCost>();
  return ({ document, operation, variables, context }) => {
    let query = known.get(operation);
    if (query === undefined) {
      query = readQueryCost(schema, document, operation);
      known.set(operation, query);
    }
    checkQuery(
      query,
      query.inputs(variables, (member) => countBackends(context, member)),
      limit,
    );
  };
}

/** @throws GraphQLError with status 400, {@link BadUserInputError} or {@link QueryTooCostlyError} behind it */
export function checkQuery({ bounds, parts }: QueryCost, inputs: CostInputs, limit: number): void {
  for (const { node, field, offence } of bounds) {
    const message = offence(inputs);
    if (message !== undefined) throw refusal(new BadUserInputError(message, field), node);
  }
  const cost = costOf(parts, inputs);
  if (cost <= limit) return;
  const largest = largestShare(parts, inputs);
  // A cost above a limit has a part that costs something.
  if (largest === undefined) throw new Error('A cost has no parts.');
  const { path, node } = largest.part;
  const message =
    `The query could cost ${cost}, and ${limit} is the limit (server.limits.cost): ${largest.cost} of it is for ` +
    `${path.join('.')}. Ask for fewer entries with "first", or for less of each.`;
  throw refusal(new QueryTooCostlyError(message, { cost, limit, field: path }), node);
}

const refusal = (originalError: GatewayError, nodes: ASTNode): GraphQLError =>
  new GraphQLError(originalError.message, {
    nodes,
    originalError,
    extensions: { code: originalError.code, http: { status: 400 } },
  });
