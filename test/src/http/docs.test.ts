import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { AuthSettings, ServerSettings } from '../../../src/config/index.js';
import type { EdgeServer } from '../../support/edge-server.js';
import { startSmallRest } from '../../support/small-rest.js';

const KEY = 'hg_test-key';
const sha256 = createHash('sha256').update(KEY).digest('hex');
// What is left out of a key has defaults that a configuration would put in.
const AUTH = { apiKeys: [{ id: 'shop', sha256, roles: [] }] } as unknown as AuthSettings;

let server: EdgeServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function start(docs: ServerSettings['docs'], auth: AuthSettings | null = null): Promise<EdgeServer> {
  server = await startSmallRest({}, { settings: { docs }, auth });
  return server;
}

describe('/openapi.json', () => {
  it('is of this gateway’s routes, and says which version it is of', async () => {
    const { ask } = await start(true);
    const answer = await ask({ url: '/openapi.json' });
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(answer.json()).toMatchObject({
      openapi: '3.1.1',
      info: { version },
      servers: [{ url: '/rest/v1' }],
      paths: { '/things/{id}': { get: { operationId: 'Thing' }, patch: { operationId: 'Change' } } },
    });
  });

  it('is compressed for who takes that, and sent again only when it has changed', async () => {
    const { ask } = await start(true);
    const plain = await ask({ url: '/openapi.json' });
    const packed = await ask({ url: '/openapi.json', headers: { 'accept-encoding': 'gzip' } });
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
    const headers = { 'if-none-match': String(plain.headers.etag) };
    expect((await ask({ url: '/openapi.json', headers })).statusCode).toBe(304);
    expect((await ask({ method: 'HEAD', url: '/openapi.json' })).body).toBe('');
  });

  it('is for callers where callers have to say who they are', async () => {
    const { ask } = await start(true, AUTH);
    expect((await ask({ url: '/openapi.json' })).statusCode).toBe(401);
    const answer = await ask({ url: '/openapi.json', headers: { authorization: `Bearer ${KEY}` } });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('private, no-cache');
    expect(answer.headers.vary).toContain('Authorization, X-Api-Key');
  });

  it('is for everybody where the operator says so', async () => {
    const { ask } = await start('public', AUTH);
    const answer = await ask({ url: '/openapi.json' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-cache');
  });
});

describe('/docs', () => {
  it('is a page under a policy that lets it talk to nobody else', async () => {
    const { ask } = await start(true, AUTH);
    for (const url of ['/docs', '/docs/', '/docs/index.html']) {
      const answer = await ask({ url });
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      const policy = String(answer.headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("connect-src 'self'");
      expect(policy).not.toMatch(/https?:|unsafe-eval|script-src[^;]*unsafe/);
    }
  });

  it('knows which documents there are, and whether a key is needed', async () => {
    const { ask } = await start(true, AUTH);
    expect((await ask({ url: '/docs/settings.json' })).json()).toEqual({
      documents: [{ name: 'REST', url: '/openapi.json' }],
      authenticated: true,
      graphiql: true,
    });
  });

  it.each(['/docs/../package.json', '/docs/%2e%2e/package.json', '/docs/nope.js', '/docs//etc/passwd'])(
    'has no file but its own: %s',
    async (url) => {
      const { ask } = await start(true);
      expect((await ask({ url })).statusCode).toBe(404);
    },
  );

  it('is not there where it is turned off, nor is the document', async () => {
    const { ask } = await start(false);
    expect((await ask({ url: '/docs' })).statusCode).toBe(404);
    expect((await ask({ url: '/openapi.json' })).statusCode).toBe(404);
  });
});
