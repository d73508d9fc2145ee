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

/**
 * Apollo Server around a schema, not yet started. What it would do by itself and a gateway in front of other
 * people's panels must not is off: reports to its maker (which environment variables could turn on), a landing page
 * from other hosts, stack traces, batches of operations. Its per-field instrumentation is off too: it would cost
 * more than most fields do.
 */
export function createGraphqlServer<Context extends RequestContext>(
  schema: GraphQLSchema,
  settings: Pick<ServerSettings, 'introspection' | 'maxTokens' | 'maxSelections'>,
  log: Log,
): ApolloServer<Context> {
  const { plugin, formatError } = createErrorReport<Context>(log);
  return new ApolloServer<Context>({
    schema,
    formatError,
    logger: log,
    introspection: settings.introspection,
    parseOptions: { maxTokens: settings.maxTokens },
    maxRecursiveSelections: settings.maxSelections,
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
    ],
  });
}
