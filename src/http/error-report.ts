import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { foreseenOf, formatError, isMasked, originOf } from '../errors/format-error.js';
import { BackendError } from '../errors/index.js';
import { describeError, type Log } from '../log/index.js';
import type { RequestContext } from './caller.js';

/** Where errors of the graph go: masked to clients, in full to the log, joined by the request's id. */
export interface ErrorReport<Context extends RequestContext> {
  readonly plugin: ApolloServerPlugin<Context>;
  /** For what is executed without Apollo Server. */
  readonly report: (errors: readonly GraphQLError[], requestId: string) => void;
  readonly formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
}

export function createErrorReport<Context extends RequestContext>(log: Log): ErrorReport<Context> {
  // Apollo Server formats errors without telling of which request they are.
  const requestIds = new WeakMap<object, string>();

  function report(errors: readonly GraphQLError[], requestId: string): void {
    for (const error of errors) {
      if (!isMasked(error)) continue;
      requestIds.set(error, requestId);
      log.error({ requestId, path: error.path, error: describeError(originOf(error)) }, 'unforeseen error');
    }
    reportBackends(errors, requestId, log);
  }

  return {
    report,
    plugin: {
      async requestDidStart() {
        return {
          async didEncounterErrors({ errors, contextValue }) {
            report(errors, contextValue.requestId);
          },
        };
      },
      async contextCreationDidFail({ error }) {
        if (isMasked(error)) log.error({ error: describeError(originOf(error)) }, 'unforeseen error');
      },
      async unexpectedErrorProcessingRequest({ error, requestContext }) {
        const { requestId } = requestContext.contextValue;
        log.error({ requestId, error: describeError(error) }, 'unforeseen error');
      },
    },
    formatError: (_formatted, error) =>
      formatError(error, error instanceof Error ? requestIds.get(error) : undefined),
  };
}

/** One line for each backend and method that failed, however many fields of the query it cost. */
function reportBackends(errors: readonly GraphQLError[], requestId: string, log: Log): void {
  const failures = new Map<string, { error: BackendError; fields: number }>();
  for (const error of errors) {
    const foreseen = foreseenOf(error);
    if (!(foreseen instanceof BackendError)) continue;
    const { code, origin } = foreseen;
    const key = `${code} ${origin.backend} ${origin.method}`;
    const failure = failures.get(key);
    if (failure === undefined) failures.set(key, { error: foreseen, fields: 1 });
    else failure.fields += 1;
  }
  for (const { error, fields } of failures.values()) {
    const { code, origin, message } = error;
    log.warn({ requestId, code, ...origin, fields }, message);
  }
}
