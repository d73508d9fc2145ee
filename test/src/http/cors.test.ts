import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EdgeServer, startEdgeServer } from '../../support/edge-server.js';

const SHOP = 'https://shop.example';

let server: EdgeServer;
beforeAll(async () => {
  server = await startEdgeServer({ settings: { corsOrigins: [SHOP, 'http://localhost:3000'] } });
});
afterAll(() => server.close());

const preflight = (origin: string) =>
  server.ask({
    method: 'OPTIONS',
    url: '/graphql',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,authorization',
    },
  });

describe('pages of other origins', () => {
  it.each([SHOP, 'http://localhost:3000'])('may ask and read from %s', async (origin) => {
    const { headers } = await preflight(origin);
    expect(headers['access-control-allow-origin']).toBe(origin);
    expect(headers['access-control-allow-headers']).toContain('authorization');
    expect(headers['access-control-allow-methods']).toBe('GET, POST, PUT, PATCH, DELETE');
    const answer = await server.query('{ hello }', { origin });
    expect(answer.headers['access-control-allow-origin']).toBe(origin);
    expect(answer.headers['access-control-expose-headers']).toContain('x-request-id');
  });

  it.each([
    'https://evil.example',
    'https://shop.example.evil',
    'http://shop.example',
    `${SHOP}:8443`,
    'null',
    '*',
  ])('may not from %s', async (origin) => {
    expect((await preflight(origin)).headers).not.toHaveProperty('access-control-allow-origin');
    expect((await server.query('{ hello }', { origin })).headers).not.toHaveProperty(
      'access-control-allow-origin',
    );
  });

  it('never send cookies', async () => {
    expect((await preflight(SHOP)).headers).not.toHaveProperty('access-control-allow-credentials');
  });

  it('are told apart by caches', async () => {
    expect((await server.query('{ hello }', { origin: SHOP })).headers.vary).toContain('Origin');
  });
});
