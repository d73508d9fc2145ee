import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { GatewayError } from './gateway-error.js';
import { withholdValues } from './withhold-values.js';

/** What clients are told of a failure that nobody foresaw; the log has the rest, under the request's id. */
export const INTERNAL_MESSAGE = 'Internal server error';

/** Codes with which graphql-js and Apollo Server refuse a request before it runs. */
const REFUSALS: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
]);

/**
 * Writes an error for clients, the only place where that is done.
 *
 * - a {@link GatewayError}: its message, its code and its details;
 * - a refused request (syntax, validation, variables): graphql-js's words without the values that they quote;
 * - anything else is masked: `INTERNAL_SERVER_ERROR`, and nothing of it, its causes or its stack.
 *
 * @param requestId - joins a masked error with the line that the log has on it
 */
export function formatError(error: unknown, requestId?: string): GraphQLFormattedError {
  const place = error instanceof GraphQLError ? placeOf(error) : {};
  const foreseen = foreseenOf(error);
  if (error instanceof GraphQLError && isRefusal(error)) {
    const { code = 'BAD_USER_INPUT' } = error.extensions;
    return {
      message: isStackOverflow(error) ? TOO_DEEP : withholdValues(error, foreseen?.message),
      ...place,
      extensions: { code, ...foreseen?.details },
    };
  }
  if (foreseen !== undefined) {
    return {
      message: foreseen.message,
      ...place,
      extensions: { code: foreseen.code, ...foreseen.details },
    };
  }
  return {
    message: INTERNAL_MESSAGE,
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', ...(requestId === undefined ? {} : { requestId }) },
  };
}

/** Whether {@link formatError} masks this error, so that only the log can tell what it was. */
export const isMasked = (error: unknown): boolean =>
  foreseenOf(error) === undefined && !(error instanceof GraphQLError && isRefusal(error));

/** The error of ours that stands behind one of graphql-js's. */
export function foreseenOf(error: unknown): GatewayError | undefined {
  if (error instanceof GatewayError) return error;
  return error instanceof GraphQLError ? foreseenOf(error.originalError) : undefined;
}

/** The first error behind those that graphql-js and Apollo Server wrapped around it. */
export const originOf = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError !== undefined ? originOf(error.originalError) : error;

/**
 * A refusal has no path, since nothing ran: unless an argument turned out unusable only when its field was reached,
 * and then it points at the value. One without a code is graphql-js's own, and points into the document.
 */
function isRefusal(error: GraphQLError): boolean {
  if (error.path !== undefined) {
    return error.nodes?.length === 1 && /^Variable$|Value$/.test(error.nodes[0]?.kind ?? '');
  }
  const { extensions, locations, message } = error;
  return REFUSALS.has(extensions.code) || locations !== undefined || message.startsWith(TOO_MANY);
}

/** The parser calls itself for every level of a document, and the stack has an end. */
const isStackOverflow = (error: GraphQLError): boolean =>
  error.extensions.code === 'GRAPHQL_PARSE_FAILED' && originOf(error) instanceof RangeError;

const TOO_DEEP = 'Syntax Error: The document is nested too deeply.';

/** The one that graphql-js adds after the last variable that it complains about. */
const TOO_MANY = 'Too many errors processing variables';

function placeOf({ locations, path }: GraphQLError): Pick<GraphQLFormattedError, 'locations' | 'path'> {
  return {
    ...(locations === undefined ? {} : { locations }),
    ...(path === undefined ? {} : { path }),
  };
}
