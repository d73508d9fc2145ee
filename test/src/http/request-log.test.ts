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
    await fetch(`${origin}/${'x'.repeat(500)}`, { headers: { 'x-request-id': 'two' } });
    expect(linesOf('two')).toMatchObject([{ status: 404, path: `/${'x'.repeat(199)}` }]);
  });

  it('has probes at a lower level, since they come every second', async () => {
    await fetch(`${origin}/livez`, { headers: { 'x-request-id': 'three' } });
    expect(linesOf('three')).toMatchObject([{ level: 'debug', path: '/livez' }]);
  });

  it('stays one line when the caller writes line breaks', async () => {
    await fetch(`${origin}/%0A%7B%22level%22:%22fatal%22%7D`, { headers: { 'x-request-id': 'four' } });
    expect(linesOf('four')).toMatchObject([{ level: 'info', status: 404 }]);
  });
});
