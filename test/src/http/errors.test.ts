import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { BackendUnavailableError, ForbiddenError } from '../../../src/errors/index.js';
import { type EdgeServer, startEdgeServer } from '../../support/edge-server.js';

const servers: EdgeServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
afterAll(() => expect(servers).toEqual([]));

async function startThrowing(error: unknown): Promise<EdgeServer> {
  const server = await startEdgeServer({
    fields: {
      fail: () => {
        throw error;
      },
    },
  });
  servers.push(server);
  return server;
}

describe('an error of one field', () => {
  it('leaves the other fields whole', async () => {
    const server = await startThrowing(new ForbiddenError('That is not yours.'));
    const answer = await server.query('{ hello fail }');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      errors: [
        {
          message: 'That is not yours.',
          locations: [{ line: 1, column: 9 }],
          path: ['fail'],
          extensions: { code: 'FORBIDDEN' },
        },
      ],
      data: { hello: 'world', fail: null },
    });
  });

  it('that nobody foresaw is masked for clients and told to the log once, under the same id', async () => {
    const cause = Object.assign(new Error('"hunter2"'), { password: 'hunter2' });
    const server = await startThrowing(new TypeError("reading 'hunter2' failed", { cause }));
    const answer = await server.query('{ fail }', { 'x-request-id': 'req-7' });
    expect(answer.statusCode).toBe(200);
    expect(answer.json().errors).toEqual([
      {
        message: 'Internal server error',
        locations: [{ line: 1, column: 3 }],
        path: ['fail'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'req-7' },
      },
    ]);
    const lines = server.log.filter(({ level }) => level === 'error');
    expect(lines).toMatchObject([
      { requestId: 'req-7', path: ['fail'], error: { name: 'TypeError', cause: { name: 'Error' } } },
    ]);
    expect(JSON.stringify(lines)).toContain('errors.test.ts');
    expect(server.logText()).not.toContain('hunter2');
  });

  it('masks what is thrown and is no error', async () => {
    const server = await startThrowing('hunter2');
    const answer = await server.query('{ fail }');
    expect(answer.json().errors).toMatchObject([{ message: 'Internal server error' }]);
    expect(answer.body + server.logText()).not.toContain('hunter2');
  });

  it('of a backend is one line of the log, however many fields it cost', async () => {
    const origin = { backend: 'poa', method: 'pem.getAccountInfo' };
    const cause = new Error('hunter2');
    const server = await startThrowing(
      new BackendUnavailableError('Backend poa is down.', origin, { cause }),
    );
    const answer = await server.query('{ a: fail b: fail c: fail }');
    expect(answer.json().errors).toHaveLength(3);
    expect(server.log.filter(({ level }) => level === 'warn')).toMatchObject([
      { code: 'BACKEND_UNAVAILABLE', backend: 'poa', method: 'pem.getAccountInfo', fields: 3 },
    ]);
    expect(answer.body + server.logText()).not.toContain('hunter2');
  });
});

describe('what a caller sends', () => {
  it.each([
    ['a literal', '{ fail(password: 4222222) }', {}],
    ['an unquoted literal', '{ fail(password: hunter2) }', {}],
    ['a syntax error', '{ fail(password: "hunter2" "hunter2") }', {}],
    ['a variable', 'query Q($p: String) { fail(password: $p) }', { p: { hunter2: 'hunter2' } }],
    ['the name of an operation', 'query Q { hello }', {}, 'hunter2'],
  ])('is not repeated to it, nor in the log: %s', async (_name, query, variables, operationName?: string) => {
    const server = await startThrowing(new Error('x'));
    const answer = await server.ask({
      method: 'POST',
      url: '/graphql?secret=hunter2',
      payload: { query, variables, operationName },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).not.toMatch(/hunter2|4222222/);
    expect(server.logText()).not.toMatch(/hunter2|4222222/);
  });
});
