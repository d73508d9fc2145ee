import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { foreseenOf, formatError, isMasked, originOf } from '../errors/format-error.js';
import { BackendError } from '../errors/index.js';
import { describeError, type Log } from '../log/index.js';

/** Where errors of the graph go: masked to clients, in full to the log, joined by the request's id. */
export interface ErrorReport {
  report(errors: readonly GraphQLError[], requestId: string): void;
  /** What nobody foresaw, outside any field. */
  reportUnforeseen(error: unknown, requestId: string): void;
  /** For Apollo Server, which formats errors without telling of which request they are; of those reported before. */
  formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError;
}

export function createErrorReport(log: Log): ErrorReport {
  const requestIds = new WeakMap<object, string>();
  return {
    report(errors, requestId) {
      for (const error of errors) {
        if (!isMasked(error)) continue;
        requestIds.set(error, requestId);
        log.error({ requestId, path: error.path, error: describeError(originOf(error)) }, 'unforeseen error');
      }
      reportBackends(errors, requestId, log);
    },
    reportUnforeseen(error, requestId) {
      log.error({ requestId, error: describeError(error) }, 'unforeseen error');
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
