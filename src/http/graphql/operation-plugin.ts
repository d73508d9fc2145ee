import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import { foreseenOf } from '../../errors/format-error.js';
import { Plans } from '../../execution/index.js';
import type { Metrics } from '../../telemetry/metrics.js';
import type { RequestContext } from '../caller.js';
import type { CarryOut } from '../carry-out.js';
import type { ErrorReport } from '../error-report.js';
import type { HiddenSchema } from '../introspection.js';
import type { CheckCost } from '../limits/cost-limit.js';
import { watchOf } from '../request-watch.js';

export interface OperationPluginOptions<Context extends RequestContext> {
  readonly schema: GraphQLSchema;
  readonly carryOut: CarryOut<Context>;
  readonly errorReport: ErrorReport;
  /** `null`: nobody counts errors. */
  readonly metrics: Pick<Metrics, 'countError'> | null;
  readonly checkCost: CheckCost<Context>;
  /** Present where not everybody may read the schema. */
  readonly hidden: HiddenSchema<Context> | null;
}

/** Codes of the documents, of graphql-js and of Apollo Server that are counted by name. */
const COUNTED = /^(GRAPHQL_|OPERATION_|PERSISTED_|BAD_)[A-Z_]+$/;

/**
 * All that Apollo Server is told to do with a request of ours: it finds the document, has it parsed and validated; then
 * what the operation may do and cost is checked here, it is carried out by its plan, and what was asked of the panels is
 * told to callers who asked for that. One listener for all requests, since it keeps nothing of them.
 */
export function operationPlugin<Context extends RequestContext>({
  schema,
  carryOut,
  errorReport,
  metrics,
  checkCost,
  hidden,
}: OperationPluginOptions<Context>): ApolloServerPlugin<Context> {
  const plans = new Plans(schema);
  const listener: GraphQLRequestListener<Context> = {
    async didResolveOperation({ document, operation, request, contextValue }) {
      hidden?.check(document, contextValue);
      // Where the document has no such operation its execution will say so.
      if (operation !== undefined)
        checkCost({ document, operation, variables: request.variables, context: contextValue });
    },
    async responseForOperation({
      document,
      operation,
      operationName,
      request: { variables },
      response,
      contextValue,
    }) {
      if (operation === undefined) return null;
      const { data, errors } = await carryOut({
        plan: plans.of(document, operation),
        kind: operation.operation,
        name: operationName,
        context: contextValue,
        variables,
      });
      if (data === undefined) response.http.status = 400;
      const singleResult = {
        ...(errors.length === 0 ? {} : { errors }),
        ...(data === undefined ? {} : { data }),
      };
      return { http: response.http, body: { kind: 'single', singleResult } };
    },
    async didEncounterErrors({ errors, contextValue }) {
      errorReport.report(errors, contextValue.requestId);
      hidden?.noteWho(errors, contextValue);
      for (const error of errors) metrics?.countError(codeOf(error, error.extensions.code));
    },
    async willSendResponse({ contextValue, response: { body } }) {
      const trace = watchOf(contextValue)?.trace;
      if (trace === undefined || body.kind !== 'single') return;
      body.singleResult.extensions = { ...body.singleResult.extensions, calls: trace.calls };
    },
  };
  return {
    requestDidStart: async () => listener,
    async unexpectedErrorProcessingRequest({ error, requestContext }) {
      errorReport.reportUnforeseen(error, requestContext.contextValue.requestId);
    },
  };
}

/** Counted as what it is told as; never a word of a caller's. */
function codeOf(error: unknown, code: unknown): string {
  const foreseen = foreseenOf(error);
  if (foreseen !== undefined) return foreseen.code;
  return typeof code === 'string' && COUNTED.test(code) ? code : 'INTERNAL_SERVER_ERROR';
}
