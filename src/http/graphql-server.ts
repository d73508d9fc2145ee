import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { ServerSettings } from '../config/index.js';
import type { Log } from '../log/index.js';
import type { RequestContext } from './caller.js';
import { createErrorReport } from './error-report.js';
import { type CountBackends, createCostLimit } from './limits/cost-limit.js';
import { documentLimits } from './limits/document-limits.js';

export interface GraphqlServerOptions<Context extends RequestContext> {
  readonly schema: GraphQLSchema;
  readonly settings: Pick<ServerSettings, 'introspection' | 'limits'>;
  readonly countBackends: CountBackends<Context>;
  readonly log: Log;
}

/**
 * Apollo Server around a schema, not yet started. What it would do by itself and a gateway in front of other
 * people's panels must not is off: reports to its maker (which environment variables could turn on), a landing page
 * from other hosts, stack traces, batches of operations. Its per-field instrumentation is off too: it would cost
 * more than most fields do.
 */
export function createGraphqlServer<Context extends RequestContext>({
  schema,
  settings: { introspection, limits },
  countBackends,
  log,
}: GraphqlServerOptions<Context>): ApolloServer<Context> {
  const { plugin, formatError } = createErrorReport<Context>(log);
  return new ApolloServer<Context>({
    schema,
    formatError,
    logger: log,
    introspection,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [documentLimits(limits)],
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      plugin,
      createCostLimit(limits.cost, countBackends),
    ],
  });
}
