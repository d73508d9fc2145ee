import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
} from '../../../../src/errors/index.js';
import { StoreUnavailableError } from '../../../../src/writes/store-unavailable-error.js';
import type { EdgeServer } from '../../../support/edge-server.js';
import { startSmallRest } from '../../../support/small-rest.js';

/** What the fields of the graph answer: a value, an error to throw, or what makes one. */
let answers: Record<string, unknown> = {};
let server: EdgeServer;
beforeAll(async () => {
  const resolve = (field: string) => () => {
    const answer = answers[field];
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const fields = ['thing', 'things', 'task', 'writeOutcome', 'change', 'echo'];
  server = await startSmallRest(Object.fromEntries(fields.map((field) => [field, resolve(field)])));
});
beforeEach(() => {
  answers = {};
});
afterAll(() => server.close());

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  server.ask({ url: `/rest/v1${path}`, headers });
const send = (method: 'POST' | 'PATCH' | 'DELETE', path: string) =>
  server.ask({ method, url: `/rest/v1${path}`, payload: {} });

function problemOf(answer: LightMyRequestResponse) {
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer.headers['cache-control']).toBe('no-store');
  const problem = answer.json();
  expect(problem.status).toBe(answer.statusCode);
  expect(problem.type).toBe(`urn:hostgraph:problem:${problem.code.toLowerCase().replaceAll('_', '-')}`);
  expect(problem.instance).toBe(`urn:hostgraph:request:${answer.headers['x-request-id']}`);
  expect(problem.title.length * problem.detail.length).toBeGreaterThan(0);
  return problem;
}

const ORIGIN = { backend: 'poa', method: 'pem.getAccountInfo' };
const NATIVE = { ...ORIGIN, code: '7', message: 'no' };
const unknown = () => {
  const error = new OutcomeUnknownError('Nobody knows.', ORIGIN);
  error.idempotencyKey = 'a "key"/1';
  return error;
};

describe('what a failure is answered with', () => {
  it.each([
    [new BadUserInputError('id must be one', ['id']), 400, 'BAD_USER_INPUT'],
    [new ForbiddenError('Not yours.'), 403, 'FORBIDDEN'],
    [new RateLimitedError('Too often.', 2_500), 429, 'RATE_LIMITED'],
    [new BackendUnavailableError('Down.', ORIGIN), 503, 'BACKEND_UNAVAILABLE'],
    [new BackendTimeoutError('Slow.', ORIGIN), 504, 'BACKEND_TIMEOUT'],
    [new BackendProtocolError('Nonsense.', ORIGIN), 502, 'BACKEND_PROTOCOL_ERROR'],
    [new BackendFaultError('No.', ORIGIN, NATIVE), 502, 'BACKEND_FAULT'],
    [new StoreUnavailableError(), 503, 'BACKEND_UNAVAILABLE'],
    [new IdempotencyConflictError('Runs.', 'k', true), 409, 'IDEMPOTENCY_CONFLICT'],
    [new IdempotencyConflictError('Other.', 'k', false), 422, 'IDEMPOTENCY_CONFLICT'],
    [unknown(), 202, 'OUTCOME_UNKNOWN'],
    [new TypeError('hunter2'), 500, 'INTERNAL_SERVER_ERROR'],
  ])('%o is %i', async (error, status, code) => {
    answers = { thing: error, change: error };
    for (const answer of [await get('/things/t:1'), await send('POST', '/things')]) {
      expect(answer.statusCode).toBe(status);
      expect(problemOf(answer)).toMatchObject({ code });
      expect(answer.body).not.toContain('hunter2');
    }
  });

  it('says when to ask again where that can help', async () => {
    answers = { thing: new BackendUnavailableError('Down.', ORIGIN) };
    expect((await get('/things/t:1')).headers['retry-after']).toBe('10');
    answers = { thing: new RateLimitedError('Too often.', 2_500) };
    expect((await get('/things/t:1')).headers['retry-after']).toBe('3');
  });

  it('says what a panel said, and where a value of the request was wrong', async () => {
    answers = { thing: new BackendFaultError('No.', ORIGIN, NATIVE) };
    expect(problemOf(await get('/things/t:1'))).toMatchObject({ backend: 'poa', native: NATIVE });
    answers = { thing: new BadUserInputError('id must be one', ['id']) };
    expect(problemOf(await get('/things/t:1')).errors).toEqual([{ detail: 'must be one', parameter: 'id' }]);
    answers = { change: new BadUserInputError('input.ownerId names no backend', ['input', 'ownerId']) };
    expect(problemOf(await send('POST', '/things'))).toMatchObject({
      detail: '#/ownerId names no backend.',
      errors: [{ detail: 'names no backend', pointer: '#/ownerId' }],
    });
    answers = { change: new BadUserInputError('no id', ['input', 'ownerId']) };
    expect(problemOf(await send('POST', '/things')).errors).toEqual([
      { detail: 'no id', pointer: '#/ownerId' },
    ]);
  });

  it('leads from an unknown outcome to what became of it', async () => {
    answers = { change: unknown() };
    const { headers } = await send('POST', '/things');
    const place = '/rest/v1/write-outcomes/a%20%22key%22%2F1';
    expect(headers.location).toBe(place);
    expect(headers.link).toBe(`<${place}>; rel="status"`);
    expect(headers['idempotency-key']).toBe('"a \\"key\\"/1"');
  });

  it('is told to the log once, under the id of the request', async () => {
    answers = { thing: new TypeError('hunter2') };
    await get('/things/t:1', { 'x-request-id': 'req-9' });
    const lines = server.log.filter(({ requestId, level }) => requestId === 'req-9' && level === 'error');
    expect(lines).toMatchObject([{ path: ['thing'], error: { name: 'TypeError' } }]);
  });
});

const STATUSES: Readonly<Record<(typeof USER_ERROR_CODES)[number], number>> = {
  TAKEN: 409,
  INVALID: 422,
  WEAK_PASSWORD: 422,
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  QUOTA_EXCEEDED: 422,
  INSUFFICIENT_FUNDS: 402,
  IN_USE: 409,
  HAS_CHILDREN: 409,
  WRONG_STATE: 409,
  CONFLICT: 409,
  UNSUPPORTED: 422,
  REJECTED: 422,
};

const refused = (...userErrors: object[]) => ({ userErrors, idempotencyKey: 'k' });

describe('a change that was refused', () => {
  it.each(USER_ERROR_CODES)('is a problem with a status for %s', async (code) => {
    answers = {
      change: refused({ code, message: 'No.', field: null, native: { backend: 'poa', message: 'x' } }),
    };
    const answer = await send('PATCH', '/things/t:1');
    expect(answer.statusCode).toBe(STATUSES[code]);
    expect(problemOf(answer)).toMatchObject({
      code,
      partial: false,
      errors: [{ code, detail: 'No.', native: { backend: 'poa', message: 'x' } }],
    });
    expect(answer.headers['idempotency-key']).toBe('"k"');
  });

  it('names every reason, with its place in the request', async () => {
    answers = {
      change: refused(
        { code: 'INVALID', message: 'a', field: ['input', 'parts', '0', 'size'] },
        { code: 'INVALID', message: 'b', field: ['input', 'thingId'] },
        { code: 'INVALID', message: 'c', field: ['input'] },
      ),
    };
    expect(problemOf(await send('PATCH', '/things/t:1')).errors).toEqual([
      { code: 'INVALID', detail: 'a', pointer: '#/parts/0/size' },
      { code: 'INVALID', detail: 'b', parameter: 'id' },
      { code: 'INVALID', detail: 'c', pointer: '#' },
    ]);
  });

  it('is 404 for what the path names, 422 for what the body names, 400 for a key that is missing', async () => {
    const statusFor = async (code: string, member: string) => {
      answers = { change: refused({ code, message: 'x', field: ['input', member] }) };
      return (await send('PATCH', '/things/t:1')).statusCode;
    };
    expect(await statusFor('NOT_FOUND', 'thingId')).toBe(404);
    expect(await statusFor('NOT_FOUND', 'ownerId')).toBe(422);
    expect(await statusFor('INVALID', 'idempotencyKey')).toBe(400);
  });

  it('is a mistake in the body where nothing is there that only a body can name, whoever says so', async () => {
    answers = { change: refused({ code: 'NOT_FOUND', message: 'x', field: null }) };
    expect(problemOf(await send('POST', '/things'))).toMatchObject({ status: 422, code: 'NOT_FOUND' });
    expect(problemOf(await send('PATCH', '/things/t:1'))).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it.each(['a\nb', 'ä', '\u{1f600}', 'a b', '', 'x'.repeat(129)])(
    'for a key that cannot be one does not answer it: %j',
    async (idempotencyKey) => {
      const error = { code: 'INVALID', message: 'no key', field: ['input', 'idempotencyKey'] };
      answers = { change: { userErrors: [error], idempotencyKey } };
      const answer = await send('PATCH', '/things/t:1');
      expect(problemOf(answer)).toMatchObject({ status: 400, code: 'INVALID' });
      expect(answer.headers['idempotency-key']).toBeUndefined();
    },
  );

  it('says when a part of it happened, and which', async () => {
    const error = { code: 'REJECTED', message: 'the rest was not', field: null };
    answers = { change: { ...refused(error), thing: { id: 't:1' } } };
    expect(problemOf(await send('POST', '/pairs'))).toMatchObject({
      partial: true,
      result: { thing: { id: 't:1' } },
    });
    answers = { change: { ...refused(error), values: [1] } };
    expect(problemOf(await send('POST', '/pairs'))).toMatchObject({
      partial: false,
      result: { values: [1] },
    });
  });
});

describe('a change that was made', () => {
  const made = (payload: object) => ({ userErrors: [], idempotencyKey: 'k', ...payload });

  it('is 201 with the place of what it created', async () => {
    answers = { change: made({ thing: { id: 'poa:Thing:a/b@c~1', name: 'n' } }) };
    const answer = await send('POST', '/things');
    expect(answer.statusCode).toBe(201);
    expect(answer.headers.location).toBe('/rest/v1/things/poa:Thing:a%2Fb@c~1');
    expect(answer.json()).toEqual({ id: 'poa:Thing:a/b@c~1', name: 'n' });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('tells all members of a payload that has several', async () => {
    answers = { change: made({ thing: { id: 't:1' }, values: [1] }) };
    const answer = await send('POST', '/pairs');
    expect(answer.headers.location).toBe('/rest/v1/things/t:1');
    expect(answer.json()).toEqual({ thing: { id: 't:1' }, member: null, values: [1] });
  });

  it('is 204 where there is nothing to tell', async () => {
    answers = { change: made({ thing: { id: 't:1' } }) };
    const answer = await send('PATCH', '/things/t:1');
    expect({ status: answer.statusCode, body: answer.body }).toEqual({ status: 204, body: '' });
    expect(answer.headers['idempotency-key']).toBe('"k"');
  });

  it('is 202 while the panel goes on with it, and leads to its task', async () => {
    answers = { change: made({ deletedId: 't:1', task: { id: 'poa:Task:7' } }) };
    const answer = await send('DELETE', '/things/t:1');
    expect(answer.statusCode).toBe(202);
    expect(answer.headers).toMatchObject({
      location: '/rest/v1/tasks/poa:Task:7',
      link: '</rest/v1/tasks/poa:Task:7>; rel="status"',
    });
    expect(answer.json()).toEqual({ deletedId: 't:1', task: { id: 'poa:Task:7' } });
  });

  it('is told as made though what it led to cannot be read', async () => {
    const name = () => {
      throw new BackendTimeoutError('Slow.', ORIGIN);
    };
    answers = { change: made({ thing: { id: 't:1', name } }) };
    const created = await send('POST', '/things');
    expect(created.statusCode).toBe(201);
    expect(created.json()).toMatchObject({
      id: 't:1',
      name: null,
      problems: [{ code: 'BACKEND_TIMEOUT', pointer: '#/name', backend: 'poa' }],
    });
    expect(created.headers['x-hostgraph-partial']).toBe('1');
    expect((await send('PATCH', '/things/t:1')).statusCode).toBe(200);
  });
});

describe('a read', () => {
  it('of nothing is 404, and of what a panel has no call for too, told apart', async () => {
    expect(problemOf(await get('/things/t:1'))).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    answers = { thing: { id: 't:1', parts: null } };
    expect(problemOf(await get('/things/t:1/parts'))).toMatchObject({ status: 404, code: 'UNSUPPORTED' });
    expect(problemOf(await get('/things'))).toMatchObject({ status: 404, code: 'UNSUPPORTED' });
  });

  it('of a list has items, and says which could not be read', async () => {
    answers = { thing: { id: 't:1', parts: ['a', new BackendTimeoutError('Slow.', ORIGIN)] } };
    const answer = await get('/things/t:1/parts');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      items: ['a', null],
      problems: [{ code: 'BACKEND_TIMEOUT', detail: 'Slow.', pointer: '#/items/1', backend: 'poa' }],
    });
    expect(answer.headers).toMatchObject({ 'x-hostgraph-partial': '1', 'cache-control': 'no-store' });
    expect(answer.headers).not.toHaveProperty('etag');
  });

  it('of a list of which nothing could be read has failed', async () => {
    const error = new BackendTimeoutError('Slow.', ORIGIN);
    answers = { thing: { id: 't:1', parts: [error, error] } };
    expect(problemOf(await get('/things/t:1/parts'))).toMatchObject({ status: 504 });
    answers = { thing: { id: 't:1', parts: [] } };
    expect((await get('/things/t:1/parts')).json()).toEqual({ items: [] });
  });

  it('of a page links to the first and the next one', async () => {
    const page = { nodes: [{ id: 't:1' }], totalCount: 3 };
    answers = { things: { ...page, pageInfo: { hasNextPage: true, endCursor: 'c&1' } } };
    const answer = await get('/things?first=1&after=x');
    expect(answer.json()).toEqual({ items: [{ id: 't:1', name: null }], nextCursor: 'c&1', totalCount: 3 });
    expect(answer.headers.link).toBe('<?first=1&after=c%261>; rel="next", <?first=1>; rel="first"');
    answers = { things: { ...page, pageInfo: { hasNextPage: false, endCursor: 'c' } } };
    const last = await get('/things');
    expect(last.json().nextCursor).toBeNull();
    expect(last.headers.link).toBe('<?first=50>; rel="first"');
  });

  it('costs what its variables make it cost, and is refused beyond a page’s length', async () => {
    const answer = await get('/things?first=201');
    expect(problemOf(answer)).toMatchObject({
      status: 400,
      code: 'BAD_USER_INPUT',
      errors: [{ parameter: 'first' }],
    });
  });

  it('need not be sent again to who has it', async () => {
    answers = { thing: { id: 't:1' } };
    const { headers } = await get('/things/t:1');
    const etag = String(headers.etag);
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    expect(headers['cache-control']).toBe('private, max-age=30');
    expect(headers.vary).toBe('Authorization, X-Api-Key');
    for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get('/things/t:1', { 'if-none-match': tags });
      expect({ status: again.statusCode, body: again.body, etag: again.headers.etag }).toEqual({
        status: 304,
        body: '',
        etag,
      });
    }
    answers = { thing: { id: 't:1', name: 'changed' } };
    expect((await get('/things/t:1', { 'if-none-match': etag })).statusCode).toBe(200);
  });

  it('is kept by nobody unless its operation says so', async () => {
    answers = { echo: 'x' };
    expect((await get('/echo')).headers['cache-control']).toBe('no-store');
    expect((await get('/echo')).json()).toEqual({ echo: 'x' });
  });
});
