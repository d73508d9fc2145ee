import { execute, GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { formatError } from '../../errors/format-error.js';
import type { PersistedOperation, RestRoute } from '../../persisted/index.js';
import type { Metrics } from '../../telemetry/metrics.js';
import type { RequestContext } from '../caller.js';
import { type CountBackends, checkQuery } from '../limits/cost-limit.js';
import { readQueryCost } from '../limits/query-cost.js';
import type { RequestWatch } from '../request-watch.js';
import { toFailure } from './failures.js';
import { describeMisfits } from './misfits.js';
import { badRequest, ProblemError } from './problem.js';

export interface RunOptions<Context extends RequestContext> {
  readonly schema: GraphQLSchema;
  readonly countBackends: CountBackends<Context>;
  readonly costLimit: number;
  /** Told of errors before they are masked. */
  readonly report: (errors: readonly GraphQLError[], requestId: string) => void;
  /** `null`: nobody counts errors. */
  readonly metrics: Pick<Metrics, 'countError'> | null;
}

type Variables = Readonly<Record<string, unknown>>;

/** What came of an operation, errors as clients may see them. */
export interface Answered {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphQLFormattedError[];
}

export type RunOperation<Context> = (
  variables: Variables,
  context: Context,
  watch: RequestWatch | undefined,
) => Promise<Answered>;

const NO_ERRORS: readonly GraphQLFormattedError[] = [];

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
  { schema, countBackends, costLimit, report, metrics }: RunOptions<Context>,
): RunOperation<Context> {
  const cost = readQueryCost(schema, document, definition);

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

  return async (variables, context, watch) => {
    withinLimits(variables, context);
    const end = watch?.span?.operation(kind, name);
    const { data, errors } = await execute({
      schema,
      document,
      contextValue: context,
      variableValues: variables,
    });
    end?.(errors !== undefined);
    if (errors === undefined) return { data: data ?? null, errors: NO_ERRORS };
    report(errors, context.requestId);
    const formatted = errors.map((error) => formatError(error, context.requestId));
    for (const { extensions } of formatted) metrics?.countError(String(extensions?.code));
    if (data === undefined) throw badRequest(describeMisfits(formatted, route));
    return { data, errors: formatted };
  };
}
