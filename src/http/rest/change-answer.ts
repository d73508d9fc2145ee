import type { FastifyReply } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { UserErrorCode } from '../../errors/index.js';
import type { PayloadAnswer, RestRoute } from '../../persisted/index.js';
import { toFailure, toPartialFailure } from './failures.js';
import { isNameable, writeKeyHeader } from './idempotency-key.js';
import type { Locate } from './locations.js';
import { placeOf, toPointer } from './places.js';
import { type Problem, type ProblemDetail, sendProblem } from './problem.js';
import { JSON_TYPE, PARTIAL_HEADER } from './read-answer.js';
import { REFUSAL_STATUS } from './statuses.js';

type Data = Readonly<Record<string, unknown>>;

/** As the payloads of the graph have them. */
interface Refusal {
  readonly code: UserErrorCode;
  readonly message: string;
  readonly field: readonly string[] | null;
  readonly native?: unknown;
}

interface Changed {
  readonly data: Data | null;
  readonly errors: readonly GraphQLFormattedError[];
}

/** Answers a mutation. */
export function sendChange(
  route: RestRoute,
  { data, errors }: Changed,
  locate: Locate,
  reply: FastifyReply,
): FastifyReply {
  const { payload: answer, path } = route.answer;
  const payload = data?.[path[0] ?? ''] as Data | null | undefined;
  if (payload === null || payload === undefined || answer === null) {
    const [error = NO_PAYLOAD] = errors;
    return sendFailure(route, error, locate, reply);
  }
  const { userErrors, idempotencyKey } = payload;
  if (isNameable(idempotencyKey)) reply.header('idempotency-key', writeKeyHeader(idempotencyKey));
  // The route was refused at the start unless it selects them.
  const refusals = userErrors as readonly Refusal[];
  if (refusals.length > 0) return sendProblem(reply, toRefusal(route, answer, payload, refusals));
  const problems = errors.map((error) =>
    toPartialFailure(error, toPointer((error.path ?? []).slice(answer.unwrapped === null ? 1 : 2))),
  );
  return sendSuccess(route, { answer, payload, problems }, locate, reply);
}

const NO_PAYLOAD: GraphQLFormattedError = {
  message: 'The change was answered with nothing.',
  extensions: { code: 'INTERNAL_SERVER_ERROR' },
};

function sendSuccess(
  { status }: RestRoute,
  { answer, payload, problems }: { answer: PayloadAnswer; payload: Data; problems: ProblemDetail[] },
  locate: Locate,
  reply: FastifyReply,
): FastifyReply {
  const created = status === 201 ? locationOf(answer, payload, locate) : undefined;
  if (created !== undefined) reply.header('location', created);
  const task = isObject(payload.task) ? locate('Task', String(payload.task.id)) : undefined;
  const isUnderWay = status === 204 && isObject(payload.task);
  if (isUnderWay && task !== undefined) reply.header('location', task);
  if (task !== undefined) reply.header('link', `<${task}>; rel="status"`);
  if (status === 204 && !isUnderWay && problems.length === 0) return reply.code(204).send();
  const body = bodyOf(answer, payload, status === 204);
  if (problems.length > 0) reply.header(PARTIAL_HEADER, '1');
  return reply
    .code(isUnderWay ? 202 : status === 204 ? 200 : status)
    .type(JSON_TYPE)
    .send(JSON.stringify(problems.length === 0 ? body : { ...body, problems }));
}

function bodyOf({ members, unwrapped }: PayloadAnswer, payload: Data, whole: boolean): Data {
  const one = unwrapped === null || whole ? undefined : payload[unwrapped];
  return isObject(one) ? one : Object.fromEntries(members.map((member) => [member, payload[member]]));
}

function locationOf({ nodes: [first] }: PayloadAnswer, payload: Data, locate: Locate): string | undefined {
  const created = first === undefined ? undefined : payload[first.member];
  return first !== undefined && isObject(created) ? locate(first.typeName, String(created.id)) : undefined;
}

/**
 * A change that was refused: by the first reason, with all of them beside it. When a part of it happened all the same,
 * `result` says which.
 */
function toRefusal(
  route: RestRoute,
  answer: PayloadAnswer,
  payload: Data,
  refusals: readonly Refusal[],
): Problem {
  const errors = refusals.map(({ code, message, field, native }) => ({
    code,
    detail: message,
    // Panels name no members.
    ...(field === null ? {} : placeOf(route, field)),
    ...(native ? { native } : {}),
  }));
  const [first] = refusals;
  const code = first?.code ?? 'REJECTED';
  const isPart = answer.nodes.some(({ member }) => isObject(payload[member]) || isFilled(payload[member]));
  const told = answer.members.filter((member) => payload[member] !== null && payload[member] !== undefined);
  const result = Object.fromEntries(told.map((member) => [member, payload[member]]));
  return {
    status: statusOf(route, code, errors[0]),
    code,
    detail: isPart ? `A part of the change happened, but: ${first?.message}` : (first?.message ?? ''),
    more: { errors, partial: isPart, ...(told.length === 0 ? {} : { result }) },
  };
}

/** What the path names and is not there is 404; what only the body names is a mistake in the body. */
function statusOf({ parameters }: RestRoute, code: UserErrorCode, place: ProblemDetail | undefined): number {
  const isOfBody = place?.pointer !== undefined || !parameters.some((parameter) => parameter.in === 'path');
  if (code === 'NOT_FOUND' && isOfBody) return 422;
  if (place?.header !== undefined) return 400;
  return REFUSAL_STATUS[code];
}

/** Of an unknown outcome, where it can be asked; a key in any case, so that the change can be repeated. */
function sendFailure(
  route: RestRoute,
  error: GraphQLFormattedError,
  locate: Locate,
  reply: FastifyReply,
): FastifyReply {
  const problem = toFailure(error, route);
  const key = error.extensions?.idempotencyKey;
  if (typeof key !== 'string') return sendProblem(reply, problem);
  reply.header('idempotency-key', writeKeyHeader(key));
  const outcome = problem.status === 202 ? locate('WriteOutcome', key) : undefined;
  if (outcome !== undefined) reply.header('location', outcome).header('link', `<${outcome}>; rel="status"`);
  return sendProblem(reply, problem);
}

const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFilled = (value: unknown): boolean => Array.isArray(value) && value.length > 0;
