import { createHash } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuthSettings } from '../../../src/config/index.js';
import {
  BackendFaultError,
  BackendProtocolError,
  BackendTimeoutError,
  BackendUnavailableError,
  BadUserInputError,
  ForbiddenError,
  IdempotencyConflictError,
  OutcomeUnknownError,
  RateLimitedError,
  USER_ERROR_CODES,
} from '../../../src/errors/index.js';
import {
  type DocumentedAnswers,
  type DocumentedRoute,
  documentedAnswers,
  routesOf,
} from '../../support/documented-answers.js';
import { routeNamed } from '../../support/documented-requests.js';
import type { EdgeServer } from '../../support/edge-server.js';
import type { OpenApiDocument } from '../../support/openapi-document.js';
import { startSmallRest } from '../../support/small-rest.js';

let answers: Record<string, unknown> = {};
let server: EdgeServer;
let routes: DocumentedRoute[];
let documented: DocumentedAnswers;

const resolve = (field: string) => () => {
  const answer = answers[field];
  if (answer instanceof Error) throw answer;
  return answer;
};
const FIELDS = Object.fromEntries(
  ['thing', 'things', 'task', 'echo', 'change'].map((field) => [field, resolve(field)]),
);

async function documentOf(asked: EdgeServer): Promise<OpenApiDocument> {
  return (await asked.ask({ url: '/openapi.json' })).json() as OpenApiDocument;
}

beforeAll(async () => {
  server = await startSmallRest(FIELDS);
  const document = await documentOf(server);
  routes = routesOf(document);
  documented = documentedAnswers(document);
});
beforeEach(() => {
  answers = {};
});
afterAll(() => server.close());

/** Asks, and holds the answer against the document. @returns the status */
async function conforming(name: string, options: InjectOptions, asked = server): Promise<number> {
  const answer = await asked.ask({ ...options, url: `/rest/v1${String(options.url)}` });
  expect(documented.faultsOf(routeNamed(routes, name), answer)).toEqual([]);
  return answer.statusCode;
}

const get = (name: string, url: string, headers = {}) => conforming(name, { url, headers });
const send = (name: string, method: 'POST' | 'PATCH' | 'DELETE', url: string, payload: object = {}) =>
  conforming(name, { method, url, payload });

const ORIGIN = { backend: 'poa', method: 'pem.getAccountInfo' };
const NATIVE = { ...ORIGIN, code: '7', message: 'no' };
const unknown = new OutcomeUnknownError('Nobody knows.', ORIGIN);
unknown.idempotencyKey = 'k';

describe('a failure is answered as documented', () => {
  it.each([
    [new BadUserInputError('id must be one', ['id'])],
    [new ForbiddenError('Not yours.')],
    [new RateLimitedError('Too often.', 2_500)],
    [new BackendUnavailableError('Down.', ORIGIN)],
    [new BackendTimeoutError('Slow.', ORIGIN)],
    [new BackendProtocolError('Nonsense.', ORIGIN)],
    [new BackendFaultError('No.', ORIGIN, NATIVE)],
    [new TypeError('hunter2')],
  ])('of a read and of a change: %o', async (error) => {
    answers = { thing: error, change: error };
    const statuses = [await get('Thing', '/things/t:1'), await send('Create', 'POST', '/things')];
    expect(new Set(statuses).size).toBe(1);
    expect(statuses[0]).toBeGreaterThanOrEqual(400);
  });

  it.each([
    [new IdempotencyConflictError('Runs.', 'k', true), 409],
    [new IdempotencyConflictError('Other.', 'k', false), 422],
    [unknown, 202],
  ])('of a change: %o', async (error, status) => {
    answers = { change: error };
    expect(await send('Create', 'POST', '/things')).toBe(status);
    expect(await send('Delete', 'DELETE', '/things/t:1')).toBe(status);
  });

  it.each(USER_ERROR_CODES)('of a change that was refused with %s, in part, too', async (code) => {
    const userErrors = [
      { code, message: 'No.', field: null, native: { backend: 'poa', message: 'x' } },
      { code, message: 'No.', field: ['input', 'name'], native: null },
    ];
    answers = { change: { userErrors, idempotencyKey: 'k' } };
    expect(await send('Change', 'PATCH', '/things/t:1')).toBeGreaterThanOrEqual(400);
    answers = { change: { thing: { id: 't:1' }, userErrors: userErrors.reverse(), idempotencyKey: 'k' } };
    expect(await send('CreateBoth', 'POST', '/pairs')).toBeGreaterThanOrEqual(400);
  });

  it('of what is not there', async () => {
    expect(await get('Thing', '/things/t:1')).toBe(404);
    expect(await get('ThingParts', '/things/t:1/parts')).toBe(404);
    expect(await get('Things', '/things')).toBe(404);
  });

  it.each([
    ['no JSON asked for', 'Thing', { url: '/things/t:1', headers: { accept: 'text/html' } }, 406],
    ['a foreign host', 'Thing', { url: '/things/t:1', headers: { host: 'elsewhere.example' } }, 421],
    ['a path that is too long', 'Thing', { url: `/things/${'x'.repeat(2_000)}` }, 414],
    ['a name that there is not', 'Echo', { url: '/echo?nope=1' }, 400],
    ['no key where money moves', 'Pay', { method: 'POST', url: '/things/t:1/payments', payload: {} }, 400],
    ['a body that is no JSON', 'Create', { method: 'POST', url: '/things', payload: 'x' }, 415],
    [
      'a body that is too large',
      'Create',
      { method: 'POST', url: '/things', payload: { name: 'x'.repeat(2 ** 20) } },
      413,
    ],
  ] as const)('of a request with %s', async (_title, name, options, status) => {
    expect(await conforming(name, options)).toBe(status);
  });

  it('of callers who are not known, and of those who ask too often', async () => {
    const sha256 = createHash('sha256').update('hg_key').digest('hex');
    // What is left out has defaults that a configuration would put in.
    const auth = { apiKeys: [{ id: 'shop', sha256, roles: [] }] } as unknown as AuthSettings;
    const guarded = await startSmallRest(FIELDS, { auth, limits: { requestsPerMinute: 1 } });
    try {
      const url = '/things/t:1';
      expect(await conforming('Thing', { url }, guarded)).toBe(401);
      const headers = { 'x-api-key': 'hg_key' };
      answers = { thing: { id: 't:1' } };
      expect(await conforming('Thing', { url, headers }, guarded)).toBe(200);
      expect(await conforming('Thing', { url, headers }, guarded)).toBe(429);
    } finally {
      await guarded.close();
    }
  });

  it('of more than can be answered', async () => {
    const busy = await startSmallRest(FIELDS, { settings: { maxInFlight: 1 } });
    try {
      let release = () => {};
      answers = { thing: new Promise((done) => (release = () => done({ id: 't:1' }))) };
      const first = busy.ask({ url: '/rest/v1/things/t:1' });
      expect(await conforming('Thing', { url: '/things/t:1' }, busy)).toBe(503);
      release();
      expect((await first).statusCode).toBe(200);
    } finally {
      await busy.close();
    }
  });
});

describe('a success is answered as documented', () => {
  const page = { pageInfo: { hasNextPage: true, endCursor: 'c' }, totalCount: null };

  it('in part', async () => {
    answers = { things: { ...page, nodes: [{ id: 't:1' }, new Error('x')] } };
    expect(await get('Things', '/things')).toBe(200);
    answers = { change: { thing: new Error('x'), userErrors: [], idempotencyKey: 'k' } };
    expect(await send('Create', 'POST', '/things')).toBe(201);
    expect(await send('Change', 'PATCH', '/things/t:1')).toBe(200);
  });

  it('that the client has', async () => {
    answers = { thing: { id: 't:1' } };
    expect(await get('Thing', '/things/t:1', { 'if-none-match': '*' })).toBe(304);
  });

  it('that goes on', async () => {
    answers = { change: { task: { id: 'x:Task:1' }, userErrors: [], idempotencyKey: 'k' } };
    expect(await send('Delete', 'DELETE', '/things/t:1')).toBe(202);
    answers = { change: { deletedId: 't:1', userErrors: [], idempotencyKey: 'k' } };
    expect(await send('Delete', 'DELETE', '/things/t:1')).toBe(204);
  });
});
