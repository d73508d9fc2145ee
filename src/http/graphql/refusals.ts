import type { GraphQLError } from 'graphql';
import { foreseenOf } from '../../errors/format-error.js';
import type { Metrics } from '../../telemetry/metrics.js';
import type { ErrorReport } from '../error-report.js';

/** Tells the log and the metrics of errors for which an operation was not carried out. */
export type NoteErrors = (errors: readonly GraphQLError[], requestId: string) => void;

/** Codes of the documents, of graphql-js and of Apollo Server that are counted by name. */
const COUNTED = /^(GRAPHQL_|OPERATION_|PERSISTED_|BAD_)[A-Z_]+$/;

/** @param metrics - `null`: nobody counts errors */
export const errorNotes =
  ({ report }: ErrorReport, metrics: Pick<Metrics, 'countError'> | null): NoteErrors =>
  (errors, requestId) => {
    report(errors, requestId);
    for (const error of errors) metrics?.countError(codeOf(error));
  };

/** Counted as what it is told as; never a word of a caller's. */
function codeOf(error: GraphQLError): string {
  const foreseen = foreseenOf(error);
  if (foreseen !== undefined) return foreseen.code;
  const { code } = error.extensions;
  return typeof code === 'string' && COUNTED.test(code) ? code : 'INTERNAL_SERVER_ERROR';
}
