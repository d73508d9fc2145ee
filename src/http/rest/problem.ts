import type { FastifyReply } from 'fastify';
import type { GatewayErrorCode, UserErrorCode } from '../../errors/index.js';
import type { EdgeErrorCode } from '../edge-error.js';

/** All that `code` of a problem can say; docs/rest.md lists the same. */
export type ProblemCode = GatewayErrorCode | EdgeErrorCode | UserErrorCode;

/** One thing that is wrong, and where: in one of `pointer`, `parameter`, `header`. */
export interface ProblemDetail {
  readonly detail: string;
  /** JSON Pointer into the body that was sent, as a fragment (RFC 6901, 6): `#/limits/0/limit`. */
  readonly pointer?: string;
  /** Name in the path or in the query string. */
  readonly parameter?: string;
  readonly header?: string;
  readonly [extension: string]: unknown;
}

/** What is told of a failure. Nothing in it repeats what the caller sent, apart from names. */
export interface Problem {
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  /** Further members of the answer. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Ends a request with a problem. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
  }
}

const MEDIA_TYPE = 'application/problem+json';

/** RFC 9457. `instance` names the request as the log does. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const body = {
    ...describeProblem(problem),
    instance: `urn:hostgraph:request:${reply.request.id}`,
    ...problem.more,
  };
  return reply
    .code(problem.status)
    .headers({ 'cache-control': 'no-store', ...problem.headers })
    .type(MEDIA_TYPE)
    .send(JSON.stringify(body));
}

/** The members that every problem has. */
export const describeProblem = ({ status, code, detail }: Problem) => ({
  type: `urn:hostgraph:problem:${code.toLowerCase().replaceAll('_', '-')}`,
  title: TITLES[code],
  status,
  detail,
  code,
});

/** What is wrong with a request, all of it at once. */
export const badRequest = (errors: readonly ProblemDetail[]): ProblemError =>
  new ProblemError({
    status: 400,
    code: 'BAD_USER_INPUT',
    detail: errors.map(toSentence).join(' '),
    more: { errors },
  });

/** A thing that is wrong, with its place in front. */
export function toSentence({ detail, pointer, parameter, header }: ProblemDetail): string {
  const place = pointer ?? parameter ?? header ?? 'The request';
  return `${place} ${detail}${detail.endsWith('?') ? '' : '.'}`;
}

const TITLES: Readonly<Record<ProblemCode, string>> = {
  BAD_USER_INPUT: 'The request cannot be understood',
  UNAUTHENTICATED: 'Nobody knows who asks',
  FORBIDDEN: 'The caller may not do this',
  RATE_LIMITED: 'Asked too often',
  QUERY_TOO_COSTLY: 'This could cause too many calls to panels',
  BACKEND_UNAVAILABLE: 'Nothing can be sent to the panel now',
  BACKEND_TIMEOUT: 'The panel took too long',
  BACKEND_PROTOCOL_ERROR: 'The panel’s answer cannot be read',
  BACKEND_FAULT: 'The panel refused',
  OUTCOME_UNKNOWN: 'Nobody knows yet whether the change was made',
  IDEMPOTENCY_CONFLICT: 'The idempotency key is in use',
  INTERNAL_SERVER_ERROR: 'Something went wrong that nobody foresaw',
  BAD_REQUEST: 'The request cannot be understood',
  HOST_NOT_ALLOWED: 'The gateway does not answer to this name',
  METHOD_NOT_ALLOWED: 'This method does nothing here',
  NOT_ACCEPTABLE: 'Answers are JSON',
  NOT_FOUND: 'There is no such thing',
  PAYLOAD_TOO_LARGE: 'The body is too large',
  PERSISTED_OPERATION_REQUIRED: 'Only known operations are carried out',
  PERSISTED_QUERY_NOT_FOUND: 'The operation is not known',
  PERSISTED_QUERY_NOT_SUPPORTED: 'Operations are not known by ids',
  SERVICE_UNAVAILABLE: 'The gateway has too much to do',
  UNSUPPORTED_MEDIA_TYPE: 'The body must be JSON',
  TAKEN: 'This is taken',
  INVALID: 'A value is not valid',
  WEAK_PASSWORD: 'The password is too weak',
  QUOTA_EXCEEDED: 'A quota would be exceeded',
  INSUFFICIENT_FUNDS: 'There is not enough money',
  IN_USE: 'It is in use',
  HAS_CHILDREN: 'Something else depends on it',
  WRONG_STATE: 'Its state does not allow this',
  CONFLICT: 'It conflicts with what is there',
  UNSUPPORTED: 'The panel has no call for this',
  REJECTED: 'The panel refused the change',
};
