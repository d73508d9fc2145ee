import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { RestRoute } from '../../persisted/index.js';
import { addVary } from '../static-files.js';
import { etagOf, isUnchanged } from './etag.js';
import { toFailure, toPartialFailure } from './failures.js';
import { pageLinks } from './page-links.js';
import { toPointer } from './places.js';
import { type Problem, sendProblem } from './problem.js';

type Data = Readonly<Record<string, unknown>>;
type Errors = readonly GraphQLFormattedError[];

/** Says that some of an answer is missing; `problems` in the body says what and why. */
export const PARTIAL_HEADER = 'x-hostgraph-partial';
export const JSON_TYPE = 'application/json; charset=utf-8';

/** Answers a query. @param data - of its execution; `null` when an error left nothing */
export function sendRead(
  route: RestRoute,
  { data, errors }: { readonly data: Data | null; readonly errors: Errors },
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const value = valueAt(data, route.answer.path);
  const [error] = errors;
  if (isNothing(value) || (error !== undefined && isEmptied(value, route))) {
    return sendProblem(reply, error === undefined ? missing(route) : toFailure(error, route));
  }
  const { body, nextCursor } = shaped(value, route);
  if (nextCursor !== undefined) reply.header('link', pageLinks(queryOf(request), nextCursor));
  addVary(reply, 'Authorization, X-Api-Key');
  if (errors.length > 0) return sendPartial(route, body, errors, reply);
  const text = JSON.stringify(body);
  const etag = etagOf(text);
  if (route.cacheSeconds > 0) reply.header('cache-control', `private, max-age=${route.cacheSeconds}`);
  reply.header('etag', etag);
  if (isUnchanged(request.headers['if-none-match'], etag)) return reply.code(304).send();
  return reply.type(JSON_TYPE).send(text);
}

/** What is there, and under `problems` what is not. */
function sendPartial(route: RestRoute, body: Data, errors: Errors, reply: FastifyReply): FastifyReply {
  const problems = errors.map((error) => toPartialFailure(error, pointerOf(error, route)));
  return reply
    .header(PARTIAL_HEADER, '1')
    .type(JSON_TYPE)
    .send(JSON.stringify({ ...body, problems }));
}

function valueAt(data: Data | null, path: readonly string[]): unknown {
  let value: unknown = data;
  for (const name of path) {
    // Lists are answered as they are, and never led through.
    value = isNothing(value) ? null : (value as Data)[name];
  }
  return value;
}

/** An object of which nothing was selected is of another type than its route answers. */
function isNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  for (const _ in value) return false;
  return true;
}

/** Whether errors left nothing of a list: then it is no answer, however long it is. */
function isEmptied(value: unknown, { answer: { shape } }: RestRoute): boolean {
  const items = shape === 'page' ? (value as Data).nodes : value;
  if (shape !== 'page' && shape !== 'list') return false;
  return !Array.isArray(items) || (items.length > 0 && items.every((item) => item === null));
}

function shaped(
  value: unknown,
  { answer: { shape } }: RestRoute,
): { readonly body: Data; readonly nextCursor?: string | null } {
  // The schema says which of them it is: a list, a connection or an object.
  if (shape === 'list') return { body: { items: value } };
  if (shape !== 'page') return { body: value as Data };
  const { nodes, pageInfo, totalCount } = value as Data;
  const { hasNextPage, endCursor } = pageInfo as { hasNextPage: boolean; endCursor: string | null };
  const nextCursor = hasNextPage ? endCursor : null;
  return { body: { items: nodes ?? [], nextCursor, totalCount }, nextCursor };
}

/** Into the answer: what leads to it in the data is gone, and nodes are items. */
function pointerOf({ path = [] }: GraphQLFormattedError, { answer }: RestRoute): string {
  const [first, ...rest] = path.slice(answer.path.length);
  if (answer.shape === 'list') return toPointer(first === undefined ? ['items'] : ['items', first, ...rest]);
  return toPointer(
    first === undefined ? [] : [answer.shape === 'page' && first === 'nodes' ? 'items' : first, ...rest],
  );
}

function missing({ answer: { shape, path } }: RestRoute): Problem {
  return shape === 'object' && path.length === 1
    ? { status: 404, code: 'NOT_FOUND', detail: 'There is no such thing, or nothing that tells of it.' }
    : {
        status: 404,
        code: 'UNSUPPORTED',
        detail: 'There is no such thing, or its panel has no call that tells this of it.',
      };
}

/** Fastify's parser: texts by name, several where one is repeated. */
const queryOf = ({ query }: FastifyRequest) => query as Readonly<Record<string, string | string[]>>;
