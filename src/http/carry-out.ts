import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { formatError } from '../errors/format-error.js';
import type { OperationPlan } from '../execution/index.js';
import type { Metrics } from '../telemetry/metrics.js';
import type { RequestContext } from './caller.js';
import { watchOf } from './request-watch.js';

export interface CarryOutOptions<Context extends RequestContext> {
  /** Told of errors before they are masked. */
  readonly report: (errors: readonly GraphQLError[], requestId: string) => void;
  /** `null`: nobody counts errors. */
  readonly metrics: Pick<Metrics, 'countError'> | null;
  /** Takes from an error what this client may not be told; absent: nothing. */
  readonly withhold?: (error: GraphQLFormattedError, context: Context) => GraphQLFormattedError;
}

/** What came of an operation, errors as clients may see them. */
export interface Answered {
  /** `null` when an error left nothing; `undefined` when variables did not fit their types, and nothing was done. */
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly GraphQLFormattedError[];
}

/** An operation to be executed, and who waits for it. */
export interface ToCarryOut<Context> {
  readonly plan: OperationPlan;
  readonly kind: string;
  readonly name: string | null;
  readonly context: Context;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

const NO_ERRORS: readonly GraphQLFormattedError[] = [];

/** Executes one operation; its errors go in full to the log, as codes to the metrics, and masked to the client. */
export type CarryOut<Context> = (operation: ToCarryOut<Context>) => Promise<Answered>;

export function carryingOut<Context extends RequestContext>({
  report,
  metrics,
  withhold,
}: CarryOutOptions<Context>): CarryOut<Context> {
  function tell(error: GraphQLError, context: Context): GraphQLFormattedError {
    const told = formatError(error, context.requestId);
    metrics?.countError(String(told.extensions?.code));
    return withhold === undefined ? told : withhold(told, context);
  }

  return async ({ plan, kind, name, context, variables }) => {
    const end = watchOf(context)?.span?.operation(kind, name);
    const { data, errors } = await plan.execute(context, variables);
    end?.(errors !== undefined);
    if (errors === undefined) return { data, errors: NO_ERRORS };
    report(errors, context.requestId);
    return { data, errors: errors.map((error) => tell(error, context)) };
  };
}
