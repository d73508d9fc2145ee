import { STATUS_CODES } from 'node:http';
import type { RestRoute } from '../persisted/index.js';
import { COMMON_HEADERS, headersOf } from './headers.js';
import type { JsonSchema } from './json-schema.js';
import { PROBLEM_EXAMPLES } from './problem-examples.js';
import { refTo } from './shared-schemas.js';

type Json = Readonly<Record<string, unknown>>;

/** What is known of failures where they are answered. */
export interface ProblemCatalogue {
  /** The statuses of problems that a route can answer. */
  readonly statusesOf: (route: RestRoute) => readonly number[];
  readonly codesOf: (status: number) => readonly string[];
  /** The members that every problem has, but for `instance`. */
  readonly describe: (status: number, code: string, detail: string) => Json;
}

const MEDIA_TYPE = 'application/problem+json';

/** `NotFound` for 404. */
const nameOf = (status: number): string =>
  (STATUS_CODES[status] ?? `Status${status}`).replaceAll(/[^A-Za-z]/g, '');

export const problemResponse = (status: number): Json => refTo('responses', nameOf(status));

/** The status of a change of which nobody knows whether it was made, and of one that its panel goes on with. */
export const UNKNOWN_OUTCOME = 202;

/** What {@link problemResponse} refers to. */
export const problemResponses = (statuses: readonly number[], catalogue: ProblemCatalogue): Json =>
  Object.fromEntries(
    [...new Set(statuses)]
      .filter((status) => status !== UNKNOWN_OUTCOME)
      .sort((a, b) => a - b)
      .map((status) => [nameOf(status), response(status, catalogue)]),
  );

/** One for each code at each status. */
export const problemExamples = (statuses: readonly number[], { codesOf, describe }: ProblemCatalogue): Json =>
  Object.fromEntries(
    [...new Set(statuses)].flatMap((status) =>
      codesOf(status).map((code) => {
        const { detail, more } = PROBLEM_EXAMPLES[code] ?? { detail: 'It failed.' };
        const problem = describe(status, code, detail);
        const value = { ...problem, instance: INSTANCE, ...more };
        return [exampleName(status, code), { summary: String(problem.title), value }];
      }),
    ),
  );

const INSTANCE = 'urn:hostgraph:request:85d24d03-b523-405f-9849-d45cec0fddcc';
const exampleName = (status: number, code: string): string => `${status}.${code}`;

const response = (status: number, catalogue: ProblemCatalogue): Json => ({
  description: DESCRIPTIONS[status] ?? `${STATUS_CODES[status]}.`,
  headers: headersOf(
    ...(status === 401 ? HEADERS_OF_401 : COMMON_HEADERS),
    ...(MAY_WAIT.has(status) ? (['Retry-After'] as const) : []),
    ...(BEFORE_A_CHANGE.has(status) ? [] : (['Idempotency-Key'] as const)),
  ),
  content: problemContent(status, catalogue),
});

const HEADERS_OF_401 = ['X-Request-Id', 'WWW-Authenticate'] as const;
const MAY_WAIT: ReadonlySet<number> = new Set([429, 503]);
/** What ends a request before its change has a key. */
const BEFORE_A_CHANGE: ReadonlySet<number> = new Set([401, 406, 413, 414, 415, 421]);

/** As one of the bodies that an answer can have. */
export function problemContent(status: number, { codesOf }: ProblemCatalogue): Json {
  const codes = codesOf(status);
  return {
    [MEDIA_TYPE]: {
      schema: {
        allOf: [
          refTo('schemas', 'Problem'),
          { type: 'object', properties: { status: { const: status }, code: { enum: codes } } },
        ],
      },
      examples: Object.fromEntries(codes.map((code) => [code, refTo('examples', exampleName(status, code))])),
    },
  };
}

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'The request cannot be understood; `errors` lists everything that is wrong.',
  401: 'Nobody knows who asks.',
  402: 'The panel refused for want of money.',
  403: 'The caller, or the login of the gateway, may not.',
  404: 'There is no such thing, or its panel has no call that tells this of it.',
  406: '`Accept` rules JSON out.',
  409: 'The change was refused as things are, or the first run with this key has not ended.',
  413: 'The body is too large.',
  414: 'The path is too long.',
  415: 'The body is not said to be JSON.',
  421: 'The gateway does not answer to this name.',
  422: 'The change was refused, or its key was used with another input.',
  429: 'Asked too often.',
  500: 'Nobody foresaw it; the log says more.',
  502: 'The panel’s answer is none, or it refused a read.',
  503: 'No connection to the panel, or the gateway has too much to do: nothing was sent.',
  504: 'A read ran out of its time.',
};

const text = (description: string): JsonSchema => ({ type: 'string', description });

const NATIVE: JsonSchema = {
  type: ['object', 'null'],
  description: 'What the panel said.',
  properties: {
    backend: text('The panel, by the name that the gateway has for it.'),
    method: { type: ['string', 'null'], description: 'The method that was called.' },
    code: { type: ['string', 'null'], description: 'The panel’s own code.' },
    message: { type: ['string', 'null'], description: 'The panel’s own words.' },
  },
};

/** Schemas of what goes wrong. */
export const PROBLEM_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  Problem: {
    type: 'object',
    description: 'RFC 9457. Nothing in it repeats what a caller sent, apart from names.',
    properties: {
      type: {
        type: 'string',
        format: 'uri',
        description: '`urn:hostgraph:problem:` and the code, for programs.',
      },
      title: text('What kind of problem it is.'),
      status: { type: 'integer', description: 'The status of the answer.' },
      detail: text('What is wrong, in words.'),
      code: text('What kind of problem it is, for programs.'),
      instance: { type: 'string', format: 'uri', description: 'Names the request as `X-Request-Id` does.' },
      errors: {
        type: 'array',
        items: refTo('schemas', 'ProblemDetail'),
        description: 'Everything that is wrong, each at its place.',
      },
      backend: text('The panel that it is about.'),
      native: NATIVE,
      idempotencyKey: text('The key of the change.'),
      partial: {
        type: 'boolean',
        description: 'A part of the change happened all the same; `result` says which.',
      },
      result: { type: 'object', description: 'What is there of a change that was refused.' },
    },
    required: ['type', 'title', 'status', 'detail', 'code', 'instance'],
  },
  ProblemDetail: {
    type: 'object',
    description: 'One thing that is wrong, and where: in one of `pointer`, `parameter`, `header`.',
    properties: {
      detail: text('What is wrong, in words.'),
      code: text('Of a refusal, and of a part of an answer: what kind of problem it is.'),
      pointer: text('Into the body, as a fragment (RFC 6901): `#/limits/0/limit`.'),
      parameter: text('Name in the path or in the query string.'),
      header: text('Name of a header.'),
      backend: text('The panel that it is about.'),
      native: NATIVE,
    },
    required: ['detail'],
  },
  Partial: {
    type: 'object',
    description: 'What may stand in every answer.',
    properties: {
      problems: {
        type: 'array',
        items: refTo('schemas', 'ProblemDetail'),
        description: 'Why some of it is null; absent when nothing went wrong.',
      },
    },
  },
};
