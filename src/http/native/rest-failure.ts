import type { FastifyReply, FastifyRequest } from 'fastify';
import { formatError } from '../../errors/format-error.js';
import { BackendError, GatewayError, OutcomeUnknownError } from '../../errors/index.js';
import { type InputProblem, NativeInputError } from '../../native/input-error.js';
import { toFailure } from '../rest/failures.js';
import { writeKeyHeader } from '../rest/idempotency-key.js';
import { REST_PREFIX } from '../rest/locations.js';
import { type Problem, type ProblemDetail, sendProblem } from '../rest/problem.js';
import { sendRestError } from '../rest/send-error.js';

const MOST = 20;

/** Answers a call that failed, as a problem; what a panel said stands in `native`. */
export function sendNativeError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof NativeInputError) return sendProblem(reply, misfit(error));
  if (!(error instanceof GatewayError)) return sendRestError(error, request, reply);
  if (!(error instanceof BackendError)) return sendFailure(error, request, reply);
  const { code, origin, message, idempotencyKey } = error;
  request.log.warn({ requestId: request.id, code, ...origin }, message);
  if (idempotencyKey !== undefined) reply.header('idempotency-key', writeKeyHeader(idempotencyKey));
  if (error instanceof OutcomeUnknownError && idempotencyKey !== undefined) {
    const outcome = `${REST_PREFIX}/write-outcomes/${encodeURIComponent(idempotencyKey)}`;
    reply.header('location', outcome).header('link', `<${outcome}>; rel="status"`);
  }
  return sendFailure(error, request, reply);
}

/** Who may not, and who asks too often, is told so in the edge's way. */
function sendFailure(error: GatewayError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const failure = toFailure(formatError(error, request.id));
  return failure.status === 401 ? sendRestError(error, request, reply) : sendProblem(reply, failure);
}

function misfit({ message, problems }: NativeInputError): Problem {
  const errors: readonly ProblemDetail[] = problems.slice(0, MOST).map(toDetail);
  return { status: 400, code: 'BAD_USER_INPUT', detail: message, more: { errors } };
}

const toDetail = ({ field, rule, message, shape }: InputProblem): ProblemDetail => ({
  detail: message,
  pointer: `#${field.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`,
  rule,
  ...(shape === undefined ? {} : { shape }),
});
