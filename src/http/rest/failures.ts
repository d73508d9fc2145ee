import type { GraphQLFormattedError } from 'graphql';
import { GATEWAY_ERROR_CODES, type GatewayErrorCode } from '../../errors/index.js';
import type { RestRoute } from '../../persisted/index.js';
import { placeOf } from './places.js';
import { type Problem, type ProblemDetail, toSentence } from './problem.js';
import { FAILURE_STATUS, RETRY_AFTER_SECONDS } from './statuses.js';

/**
 * What is told when an error of the graph left nothing to answer.
 *
 * @param error - as `formatError` has written it for clients
 * @param route - absent where it is not known which one was asked
 */
export function toFailure(error: GraphQLFormattedError, route?: RestRoute): Problem {
  const { code: sent, ...details } = error.extensions ?? {};
  const code = codeOf(sent);
  const { field, ...more } = details;
  const wrong =
    route !== undefined && isAboutArgument(code) && isPath(field) ? atItsPlace(error, field, route) : null;
  return {
    status: code === 'IDEMPOTENCY_CONFLICT' && details.running === false ? 422 : FAILURE_STATUS[code],
    code,
    detail: wrong?.detail ?? error.message,
    more: { ...more, ...(wrong === null ? {} : { errors: wrong.errors }) },
    headers: headersOf(code, details),
  };
}

/** Callers of a route know the place, and not the graph's name for it, with which most messages begin. */
function atItsPlace(
  { message }: GraphQLFormattedError,
  field: readonly string[],
  route: RestRoute,
): { readonly detail: string; readonly errors: readonly ProblemDetail[] } {
  const name = `${field.join('.')} `;
  const place = placeOf(route, field);
  if (!message.startsWith(name) || Object.keys(place).length === 0) {
    return { detail: message, errors: [{ detail: message, ...place }] };
  }
  const error = { detail: message.slice(name.length), ...place };
  return { detail: toSentence(error), errors: [error] };
}

/** An error beside an answer that is whole elsewhere. @param pointer - to what it left null */
export function toPartialFailure(error: GraphQLFormattedError, pointer: string): ProblemDetail {
  const { code: sent, ...details } = error.extensions ?? {};
  return { code: codeOf(sent), detail: error.message, pointer, ...details };
}

/** Codes of graphql-js stand for what is wrong with a request too. */
const codeOf = (code: unknown): GatewayErrorCode =>
  GATEWAY_ERROR_CODES.find((known) => known === code) ?? 'BAD_USER_INPUT';

function headersOf(
  code: GatewayErrorCode,
  details: Readonly<Record<string, unknown>>,
): Record<string, string> {
  if (code === 'BACKEND_UNAVAILABLE') return { 'retry-after': String(RETRY_AFTER_SECONDS) };
  const { retryAfterSeconds } = details;
  return code === 'RATE_LIMITED' && typeof retryAfterSeconds === 'number'
    ? { 'retry-after': String(retryAfterSeconds) }
    : {};
}

/** `field` of the others leads to a field of the graph, which callers of a route know nothing of. */
const isAboutArgument = (code: GatewayErrorCode): boolean =>
  code === 'BAD_USER_INPUT' || code === 'FORBIDDEN';

const isPath = (field: unknown): field is readonly string[] =>
  Array.isArray(field) && field.every((step) => typeof step === 'string');
