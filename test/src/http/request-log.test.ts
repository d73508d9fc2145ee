import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EdgeServer, startEdgeServer } from '../../support/edge-server.js';

let server: EdgeServer;
let origin: string;
beforeAll(async () => {
  server = await startEdgeServer();
  origin = await server.listen();
});
afterAll(() => server.close());

const linesOf = (id: string) => server.log.filter(({ requestId }) => requestId === id);

describe('the request log', () => {
  it('has one line a request, without query string, headers and body', async () => {
    await fetch(`${origin}/graphql?token=hunter2`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': 'one', cookie: 'hunter2' },
      body: JSON.stringify({ query: '{ hello }', variables: { password: 'hunter2' } }),
    });
    expect(linesOf('one')).toEqual([
      {
        level: 'info',
        time: expect.any(String),
        requestId: 'one',
        method: 'POST',
        path: '/graphql',
        status: 200,
        ms: expect.any(Number),
        msg: 'request',
      },
    ]);
  });

  it('has refused requests too', async () => {
    const headers = { 'x-request-id': 'two', 'content-type': 'text/plain' };
    await fetch(`${origin}/graphql`, { method: 'POST', headers, body: 'hunter2' });
    expect(linesOf('two')).toMatchObject([{ status: 415, path: '/graphql' }]);
  });

  it.each([
    { what: 'leads nowhere', path: '/hunter2', status: 404 },
    { what: 'leads nowhere below the REST routes', path: '/rest/v1/hunter2', status: 404 },
    { what: 'is not validly encoded', path: '/hunter2%ff', status: 400 },
  ])('does not have a path that $what', async ({ what, path, status }) => {
    const id = what.replaceAll(' ', '-');
    await fetch(`${origin}${path}`, { headers: { 'x-request-id': id } });
    expect(linesOf(id)).toMatchObject([{ level: 'info', status, path: '(none)' }]);
    expect(server.logText()).not.toContain('hunter2');
  });

  it('has probes at a lower level, since they come every second', async () => {
    await fetch(`${origin}/livez`, { headers: { 'x-request-id': 'three' } });
    expect(linesOf('three')).toMatchObject([{ level: 'debug', path: '/livez' }]);
  });

  it('says where the server listens', () => {
    expect(server.log.filter(({ msg }) => msg === 'listening')).toMatchObject([
      { level: 'info', url: origin },
    ]);
  });
});
