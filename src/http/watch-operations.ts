import type { ApolloServerPlugin } from '@apollo/server';
import { foreseenOf } from '../errors/format-error.js';
import type { Metrics } from '../telemetry/metrics.js';
import type { RequestContext } from './caller.js';
import { watchOf } from './request-watch.js';

export type ErrorCounts = Pick<Metrics, 'countError'>;

/** Codes of the documents, of graphql-js and of Apollo Server that are counted by name. */
const COUNTED = /^(GRAPHQL_|OPERATION_|PERSISTED_|BAD_)[A-Z_]+$/;

/** Counts errors, makes spans of operations, and tells callers who asked for it what was asked of the panels. */
export function watchOperations<Context extends RequestContext>(
  metrics: ErrorCounts | null,
): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ contextValue }) {
      const watch = watchOf(contextValue);
      if (watch === undefined && metrics === null) return;
      let end: ((failed: boolean) => void) | undefined;
      return {
        async didResolveOperation({ operation, operationName }) {
          // The document has no such operation, which its execution will say.
          if (operation === undefined) return;
          end = watch?.span?.operation(operation.operation, operationName);
        },
        async didEncounterErrors({ errors }) {
          for (const error of errors) metrics?.countError(codeOf(error, error.extensions.code));
        },
        async willSendResponse({ errors, response: { body } }) {
          end?.(errors !== undefined && errors.length > 0);
          if (watch?.trace === undefined || body.kind !== 'single') return;
          const { extensions } = body.singleResult;
          body.singleResult.extensions = { ...extensions, calls: watch.trace.calls };
        },
      };
    },
  };
}

/** Counted as what it is told as; never a word of a caller's. */
function codeOf(error: unknown, code: unknown): string {
  const foreseen = foreseenOf(error);
  if (foreseen !== undefined) return foreseen.code;
  return typeof code === 'string' && COUNTED.test(code) ? code : 'INTERNAL_SERVER_ERROR';
}
