import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { KeyValueCache } from '@apollo/utils.keyvaluecache';
import type { GraphQLSchema } from 'graphql';
import type { ServerSettings } from '../config/index.js';
import type { Log } from '../log/index.js';
import type { Metrics } from '../telemetry/metrics.js';
import type { RequestContext } from './caller.js';
import { carryingOut } from './carry-out.js';
import { createErrorReport } from './error-report.js';
import { operationPlugin } from './graphql/operation-plugin.js';
import { introspectionByRole } from './introspection.js';
import { type CountBackends, createCostLimit } from './limits/cost-limit.js';
import { documentLimits } from './limits/document-limits.js';
import { documentStore, documentTexts } from './persisted-queries/known-documents.js';
import { NONE_PERSISTED, type PersistedDocuments } from './persisted-queries/persisted-documents.js';

export interface GraphqlServerOptions<Context extends RequestContext> {
  readonly schema: GraphQLSchema;
  readonly settings: Pick<ServerSettings, 'introspection' | 'limits'>;
  readonly countBackends: CountBackends<Context>;
  /** Absent: no operation is known beforehand. */
  readonly persisted?: PersistedDocuments;
  readonly apqCache?: KeyValueCache<string>;
  readonly log: Log;
  /** Counts errors; `null`: nobody does. */
  readonly metrics: Pick<Metrics, 'countError'> | null;
}

/**
 * Apollo Server around a schema, not yet started. What it would do by itself and a gateway in front of other
 * people's panels must not is off: reports to its maker (which environment variables could turn on), a landing page
 * from other hosts, stack traces, batches of operations. Its per-field instrumentation is off too: it would cost
 * more than most fields do. Operations are not executed by it either, but by their plans.
 */
export function createGraphqlServer<Context extends RequestContext>({
  schema,
  settings: { introspection, limits },
  countBackends,
  persisted: { mode, registry } = NONE_PERSISTED,
  apqCache,
  log,
  metrics,
}: GraphqlServerOptions<Context>): ApolloServer<Context> {
  const errorReport = createErrorReport(log);
  // Where it is off, it is a question of who asks.
  const hidden = introspection ? null : introspectionByRole<Context>();
  const texts = documentTexts(mode, registry, apqCache);
  return new ApolloServer<Context>({
    schema,
    formatError: (formatted, error) => {
      const told = errorReport.formatError(formatted, error);
      return hidden === null ? told : hidden.hideNames(told, error);
    },
    logger: log,
    introspection: true,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [documentLimits(limits)],
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    documentStore: documentStore(registry),
    persistedQueries: texts === undefined ? false : { cache: texts },
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      operationPlugin<Context>({
        schema,
        carryOut: carryingOut<Context>({
          report: errorReport.report,
          metrics,
          ...(hidden === null ? {} : { withhold: hidden.withhold }),
        }),
        errorReport,
        metrics,
        checkCost: createCostLimit(schema, limits.cost, countBackends),
        hidden,
      }),
    ],
  });
}
