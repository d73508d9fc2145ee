import { isNonNullType } from 'graphql';
import type { ProblemCatalogue } from '../../openapi/index.js';
import type { RestRoute } from '../../persisted/index.js';
import { describeProblem, type ProblemCode } from './problem.js';
import { FAILURE_STATUS, REFUSAL_STATUS } from './statuses.js';

/** Beside those of errors and refusals of the graph. */
const MORE: ReadonlyArray<readonly [number, ProblemCode]> = [
  [400, 'BAD_REQUEST'],
  // A refusal that is about the header with the key.
  [400, 'INVALID'],
  [404, 'UNSUPPORTED'],
  [406, 'NOT_ACCEPTABLE'],
  [413, 'PAYLOAD_TOO_LARGE'],
  [414, 'BAD_REQUEST'],
  [415, 'UNSUPPORTED_MEDIA_TYPE'],
  [421, 'HOST_NOT_ALLOWED'],
  [422, 'IDEMPOTENCY_CONFLICT'],
  [422, 'NOT_FOUND'],
  [503, 'SERVICE_UNAVAILABLE'],
];

const ALL: ReadonlyArray<readonly [number, ProblemCode]> = [
  ...pairs(FAILURE_STATUS),
  ...pairs(REFUSAL_STATUS),
  ...MORE,
];

/** What `code` can be of a problem with a status that a route answers. */
const problemCodes = (status: number): readonly ProblemCode[] => [
  ...new Set(ALL.filter(([own]) => own === status).map(([, code]) => code)),
];

const OF_EVERY_ROUTE = [400, 401, 403, 406, 421, 429, 500, 502, 503, 504];
const OF_CHANGES = [202, 402, 404, 409, 413, 415, 422];

/** The statuses of problems that a route can answer. 405 is of paths, and of no route. */
function problemStatuses(route: RestRoute): readonly number[] {
  const isChange = route.method !== 'GET';
  return [
    ...OF_EVERY_ROUTE,
    ...(isChange ? OF_CHANGES : canBeMissing(route) ? [404] : []),
    // A name in a path has a length that is too much.
    ...(route.path.includes('{') ? [414] : []),
  ].sort((a, b) => a - b);
}

function canBeMissing({ answer: { shape, path, type } }: RestRoute): boolean {
  return shape !== 'data' && !(path.length === 1 && isNonNullType(type));
}

/** The keys of both are codes, which their types say. */
function pairs(statuses: Readonly<Partial<Record<ProblemCode, number>>>): Array<[number, ProblemCode]> {
  return Object.entries(statuses).map(([code, status]) => [status, code as ProblemCode]);
}

/** What the document of the routes says of failures. */
export const PROBLEM_CATALOGUE: ProblemCatalogue = {
  statusesOf: problemStatuses,
  codesOf: problemCodes,
  // The codes are those that `codesOf` has given.
  describe: (status, code, detail) => describeProblem({ status, code: code as ProblemCode, detail }),
};
