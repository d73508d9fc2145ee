import type { FastifyReply, FastifyRequest } from 'fastify';
import { formatError } from '../errors/format-error.js';
import {
  ForbiddenError,
  GatewayError,
  type GatewayErrorCode,
  RateLimitedError,
  UnauthenticatedError,
} from '../errors/index.js';
import { describeError } from '../log/index.js';
import { EdgeError, type EdgeErrorCode } from './edge-error.js';

/** What is told of a request that ends at the edge. */
export interface EdgeAnswer {
  readonly status: number;
  readonly code: EdgeErrorCode | GatewayErrorCode;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers outside GraphQL have GraphQL's shape, so that a client needs one way to read a failure. */
export function sendEdgeError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const answer = toEdgeAnswer(error);
  if (answer === undefined) {
    request.log.error({ requestId: request.id, error: describeError(error) }, 'unforeseen error');
    return reply.code(500).send({ errors: [formatError(error, request.id)] });
  }
  const { status, headers = {} } = answer;
  return reply.code(status).headers(headers).send(toEdgeBody(answer));
}

export const toEdgeBody = ({ code, message }: EdgeAnswer) => ({
  errors: [{ message, extensions: { code } }],
});

/** @returns `undefined` for what nobody foresaw */
export function toEdgeAnswer(error: unknown): EdgeAnswer | undefined {
  if (error instanceof EdgeError) return error;
  if (error instanceof GatewayError) return fromGatewayError(error);
  return FASTIFY_REFUSALS[(error as { code?: string } | undefined)?.code ?? ''];
}

function fromGatewayError(error: GatewayError): EdgeAnswer {
  const { code, message } = error;
  if (error instanceof UnauthenticatedError) {
    return { status: 401, code, message, headers: { 'www-authenticate': 'Bearer realm="hostgraph"' } };
  }
  if (error instanceof RateLimitedError) {
    return { status: 429, code, message, headers: { 'retry-after': String(error.retryAfterSeconds) } };
  }
  return { status: error instanceof ForbiddenError ? 403 : 400, code, message };
}

/** What Fastify finds wrong with a request, in words that do not repeat it. */
const FASTIFY_REFUSALS: Readonly<Record<string, EdgeAnswer>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'PAYLOAD_TOO_LARGE',
    message: 'The body is larger than this gateway takes (server.maxRequestBytes).',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'The body must be JSON, and Content-Type: application/json must say so.',
    headers: { accept: 'application/json' },
  },
  FST_ERR_CTP_INVALID_JSON_BODY: { status: 400, code: 'BAD_REQUEST', message: 'The body is not valid JSON.' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, code: 'BAD_REQUEST', message: 'The body is empty.' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    status: 400,
    code: 'BAD_REQUEST',
    message: 'The body is not as long as Content-Length says.',
  },
  FST_ERR_BAD_URL: { status: 400, code: 'BAD_REQUEST', message: 'The path is not validly encoded.' },
  FST_ERR_MAX_PARAM_LENGTH: { status: 414, code: 'BAD_REQUEST', message: 'The path is too long.' },
};
