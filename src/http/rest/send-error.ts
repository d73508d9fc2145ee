import type { FastifyReply, FastifyRequest } from 'fastify';
import { formatError } from '../../errors/format-error.js';
import { describeError } from '../../log/index.js';
import { toEdgeAnswer } from '../edge-answer.js';
import { toFailure } from './failures.js';
import { type Problem, ProblemError, sendProblem } from './problem.js';

/** Answers what ended a request before its operation could, as a problem. */
export function sendRestError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(reply, toProblem(error, request));
}

function toProblem(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof ProblemError) return error.problem;
  const answer = toEdgeAnswer(error);
  if (answer !== undefined) {
    const { message, ...rest } = answer;
    return { ...rest, detail: message };
  }
  request.log.error({ requestId: request.id, error: describeError(error) }, 'unforeseen error');
  return toFailure(formatError(error, request.id));
}
