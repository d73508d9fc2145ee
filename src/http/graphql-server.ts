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
import { NO_OPERATIONS } from '../persisted/index.js';
import type { Metrics } from '../telemetry/metrics.js';
import type { RequestContext } from './caller.js';
import { carryingOut } from './carry-out.js';
import { createErrorReport, type ErrorReport } from './error-report.js';
import { DocumentReader, documentPlugin, type Reading } from './graphql/document-reader.js';
import type { GraphqlAnswer } from './graphql/graphql-answer.js';
import type { AskedGraphql } from './graphql/read-request.js';
import { errorNotes, type NoteErrors } from './graphql/refusals.js';
import { operationRunner } from './graphql/run-operation.js';
import { type HiddenSchema, introspectionByRole } from './introspection.js';
import { type CountBackends, createCostLimit } from './limits/cost-limit.js';
import { documentLimits } from './limits/document-limits.js';
import { documentTexts } from './persisted-queries/document-texts.js';
import { NONE_PERSISTED, type PersistedDocuments } from './persisted-queries/persisted-documents.js';
import { watchOf } from './request-watch.js';

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

/** What answers requests for GraphQL, whose callers are known. */
export interface GraphqlServer<Context extends RequestContext> {
  answer(asked: AskedGraphql, context: Context): Promise<GraphqlAnswer>;
  stop(): Promise<void>;
}

/**
 * Answers requests for the operations of a schema. Apollo Server reads the documents that are new; each is then carried
 * out by its plan, as often as it is asked for.
 */
export async function startGraphqlServer<Context extends RequestContext>(
  options: GraphqlServerOptions<Context>,
): Promise<GraphqlServer<Context>> {
  const { schema, settings, countBackends, persisted = NONE_PERSISTED, log, metrics } = options;
  const errorReport = createErrorReport(log);
  // Where it is off, it is a question of who asks.
  const hidden = settings.introspection ? null : introspectionByRole<Context>();
  const noteErrors = errorNotes(errorReport, metrics);
  const documents = new DocumentReader<Context>(
    createApolloServer(options, errorReport, hidden, noteErrors),
    persisted.mode === 'off' ? NO_OPERATIONS : persisted.registry,
  );
  const { admit, run } = operationRunner<Context>({
    schema,
    carryOut: carryingOut<Context>({
      report: errorReport.report,
      metrics,
      ...(hidden === null ? {} : { withhold: hidden.withhold }),
    }),
    checkCost: createCostLimit(schema, settings.limits.cost, countBackends),
    noteErrors,
    hidden,
  });
  const answered = async (asked: AskedGraphql, context: Context): Promise<GraphqlAnswer> => {
    const read =
      documents.find(asked) ??
      (await documents.read(asked, context, (document) => {
        admit(document, asked, context);
      }));
    return 'result' in read ? read : run(read, asked, context);
  };
  await documents.start();
  return {
    async answer(asked, context) {
      const answer = await answered(asked, context);
      const trace = watchOf(context)?.trace;
      return trace === undefined ? answer : withCalls(answer, trace.calls);
    },
    stop: () => documents.stop(),
  };
}

/** With what was asked of the panels, for callers who asked to be told. */
const withCalls = ({ result, ...answer }: GraphqlAnswer, calls: unknown): GraphqlAnswer => ({
  ...answer,
  result: { ...result, extensions: { ...result.extensions, calls } },
});

/**
 * What it would do by itself and a gateway in front of other people's panels must not is off: reports to its maker
 * (which environment variables could turn on), a landing page from other hosts, stack traces, batches of operations.
 */
function createApolloServer<Context extends RequestContext>(
  { schema, settings: { limits }, persisted = NONE_PERSISTED, apqCache, log }: GraphqlServerOptions<Context>,
  errorReport: ErrorReport,
  hidden: HiddenSchema<Context> | null,
  noteErrors: NoteErrors,
): ApolloServer<Reading<Context>> {
  const texts = documentTexts(persisted.mode, persisted.registry, apqCache);
  return new ApolloServer<Reading<Context>>({
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
    // They are remembered here, by more than their hashes.
    documentStore: null,
    persistedQueries: texts === undefined ? false : { cache: texts },
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      documentPlugin<Context>({ noteErrors, hidden, reportUnforeseen: errorReport.reportUnforeseen }),
    ],
  });
}
