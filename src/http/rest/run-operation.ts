import { GraphQLError, type GraphQLSchema } from 'graphql';
import { formatError } from '../../errors/format-error.js';
import { OperationPlan } from '../../execution/index.js';
import type { PersistedOperation, RestRoute } from '../../persisted/index.js';
import type { RequestContext } from '../caller.js';
import type { Answered, CarryOut } from '../carry-out.js';
import { type CountBackends, checkQuery } from '../limits/cost-limit.js';
import { readQueryCost } from '../limits/query-cost.js';
import { toFailure } from './failures.js';
import { describeMisfits } from './misfits.js';
import { badRequest, ProblemError } from './problem.js';

export interface RunOptions<Context extends RequestContext> {
  readonly schema: GraphQLSchema;
  readonly countBackends: CountBackends<Context>;
  readonly costLimit: number;
  readonly carryOut: CarryOut<Context>;
}

type Variables = Readonly<Record<string, unknown>>;

/** What came of an operation that was carried out. */
export interface RunResult extends Answered {
  readonly data: Readonly<Record<string, unknown>> | null;
}

export type RunOperation<Context> = (variables: Variables, context: Context) => Promise<RunResult>;

/**
 * Makes what executes an operation. It was parsed and validated at the start, and what it costs was worked out up to
 * the numbers that its variables give; of all that nothing is done again for a request.
 *
 * @returns rejects with a {@link ProblemError} when variables do not fit their types, or the operation would cost too
 *   much with them
 */
export function operationRunner<Context extends RequestContext>(
  { document, definition, kind, name }: PersistedOperation,
  route: RestRoute,
  { schema, countBackends, costLimit, carryOut }: RunOptions<Context>,
): RunOperation<Context> {
  const cost = readQueryCost(schema, document, definition);
  const plan = new OperationPlan(schema, document, definition);

  function withinLimits(variables: Variables, context: Context): void {
    try {
      checkQuery(
        cost,
        cost.inputs(variables, (member) => countBackends(context, member)),
        costLimit,
      );
    } catch (error) {
      throw error instanceof GraphQLError
        ? new ProblemError(toFailure(formatError(error, context.requestId), route))
        : error;
    }
  }

  return async (variables, context) => {
    withinLimits(variables, context);
    const { data, errors } = await carryOut({ plan, kind, name, context, variables });
    if (data === undefined) throw badRequest(describeMisfits(errors, route));
    return { data, errors };
  };
}
