import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../../../src/http/api-key.js';
import { type EdgeServer, startEdgeServer } from '../../support/edge-server.js';

const keys = ['shop', 'ops', 'billing'].map((id) => ({ id, ...createApiKey() }));

let server: EdgeServer;
beforeAll(async () => {
  server = await startEdgeServer({
    auth: { apiKeys: keys.map(({ id, sha256 }) => ({ id, sha256, roles: [] })) },
    fields: {
      // Answers of different requests overtake each other.
      wait: async ({ principal, requestId }) => {
        for (let turns = requestId.length % 7; turns > 0; turns--) await nextTurn();
        return principal.id;
      },
    },
  });
});
afterAll(() => server.close());

describe('a request to the graph', () => {
  it('is answered as its own caller, whoever else is asking', async () => {
    const requests = Array.from({ length: 120 }, (_, index) => {
      const { id, key } = keys[index % keys.length] ?? { id: '', key: '' };
      const headers = { authorization: `Bearer ${key}`, 'x-request-id': 'x'.repeat(1 + (index % 11)) };
      return server.query('{ principal wait }', headers).then((answer) => ({ id, data: answer.json().data }));
    });
    for (const { id, data } of await Promise.all(requests)) expect(data).toEqual({ principal: id, wait: id });
  });

  it.each([
    ['without a key', {}],
    ['with an unknown key', { authorization: `Bearer ${createApiKey().key}` }],
  ])('is refused %s', async (_name, headers) => {
    const answer = await server.query('{ principal }', headers);
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="hostgraph"');
    expect(answer.json()).toEqual({
      errors: [{ message: expect.stringContaining('API key'), extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('is refused right after one with a key on the same connection', async () => {
    const [{ key } = { key: '' }] = keys;
    const origin = await server.listen();
    const ask = (headers: Record<string, string>) =>
      fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', connection: 'keep-alive', ...headers },
        body: JSON.stringify({ query: '{ principal }' }),
      });
    expect((await ask({ authorization: `Bearer ${key}` })).status).toBe(200);
    expect((await ask({})).status).toBe(401);
  });

  it('is refused before its body is read', async () => {
    const answer = await server.ask({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: 'x'.repeat(5_000_000),
    });
    expect(answer.statusCode).toBe(401);
  });

  it('leaves no key in the log', async () => {
    const [{ key } = { key: '' }] = keys;
    await server.query('{ principal }', { authorization: `Bearer ${key}` });
    await server.query('{ principal }', { 'x-api-key': `${key}x` });
    expect(server.log.length).toBeGreaterThan(0);
    expect(server.logText()).not.toContain(key);
  });

  it('is not needed for probes', async () => {
    expect((await server.ask({ method: 'GET', url: '/livez' })).statusCode).toBe(200);
  });
});
