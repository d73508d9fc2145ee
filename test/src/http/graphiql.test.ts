import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphiqlRoutes, sendGraphiql } from '../../../src/http/graphiql.js';

const PAGE = '<!doctype html><title>page</title>';
const SCRIPT = `export const greeting = 'Grüß Gott ${'.'.repeat(500)}';`;
const SECRET = 'password: swordfish';
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; frame-ancestors 'none'; " +
  "base-uri 'none'; form-action 'none'";

let directory: string;
let app: FastifyInstance;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hostgraph-page-'));
  const folder = join(directory, 'graphiql');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(directory, 'secret.yaml'), SECRET);
  await writeFile(join(folder, 'index.html'), PAGE);
  await writeFile(join(folder, 'assets', 'page-a1b2c3d4.js'), SCRIPT);
  await writeFile(join(folder, 'assets', 'page-a1b2c3d4.js.gz'), gzipSync(SCRIPT));
  await writeFile(join(folder, 'assets', 'icon-a1b2c3d4.svg'), '<svg/>');
  app = Fastify();
  app.addHook('onRequest', async (_request, reply) => void reply.header('vary', 'Origin'));
  await app.register(graphiqlRoutes, { folder });
  app.get('/graphql', (_request, reply) => sendGraphiql(reply));
  await app.listen({ host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
  await app.close();
  await rm(directory, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

describe('the GraphiQL page', () => {
  it.each(['/graphiql', '/graphiql/', '/graphql'])('is answered at %s under its policy', async (url) => {
    const response = await get(url);
    expect(response.statusCode).toBe(200);
    expect(response.body).toBe(PAGE);
    expect(response.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    });
  });

  it('varies by what its route looks at, beside what others have put there', async () => {
    expect((await get('/graphql')).headers.vary).toBe('Origin, Accept, Accept-Encoding');
  });

  it('stops the start with the command that builds it where there is no build', async () => {
    const missing = join(directory, 'nowhere');
    await expect(Fastify().register(graphiqlRoutes, { folder: missing })).rejects.toThrow(
      `The GraphiQL page is not built: no index.html in ${missing}. Run "npm run build".`,
    );
    const empty = join(directory, 'graphiql', 'assets');
    await expect(Fastify().register(graphiqlRoutes, { folder: empty })).rejects.toThrow('npm run build');
  });
});

describe('the files of the GraphiQL page', () => {
  const script = '/graphiql/assets/page-a1b2c3d4.js';

  it('are typed with their charset, kept for good, and under the policy that their workers inherit', async () => {
    const response = await get(script);
    expect(response.body).toBe(SCRIPT);
    expect(response.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-length': String(Buffer.byteLength(SCRIPT)),
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(response.headers['content-encoding']).toBeUndefined();
  });

  it.each(['gzip', 'br, GZIP;q=0.5', '*', 'identity;q=0.1, *;q=0.9'])(
    'go compressed to %s',
    async (accepted) => {
      const response = await get(script, { 'accept-encoding': accepted });
      expect(response.headers['content-encoding']).toBe('gzip');
      expect(gunzipSync(response.rawPayload).toString()).toBe(SCRIPT);
      expect(response.headers.vary).toBe('Origin, Accept-Encoding');
    },
  );

  it.each(['identity', 'br', 'gzip;q=0', '*, gzip;q=0.000', 'gzip;q=much', ''])(
    'go as they are to %j',
    async (accepted) => {
      const response = await get(script, { 'accept-encoding': accepted });
      expect(response.headers['content-encoding']).toBeUndefined();
      expect(response.body).toBe(SCRIPT);
    },
  );

  it('go as they are where compressing saved nothing', async () => {
    const response = await get('/graphiql/assets/icon-a1b2c3d4.svg', { 'accept-encoding': 'gzip' });
    expect(response.headers['content-encoding']).toBeUndefined();
    expect(response.body).toBe('<svg/>');
  });

  it('are not sent again to a caller that has them', async () => {
    const first = await get(script);
    const etag = String(first.headers.etag);
    const tags = [etag, etag.slice(2), `"other", ${etag}`, '*'];
    const answers = await Promise.all(tags.map((tag) => get(script, { 'if-none-match': tag })));
    expect(answers.map((answer) => [answer.statusCode, answer.body, answer.headers.etag])).toEqual(
      tags.map(() => [304, '', etag]),
    );
    expect((await get(script, { 'if-none-match': '"other"' })).statusCode).toBe(200);
    expect((await get('/graphiql', { 'if-none-match': etag })).statusCode).toBe(200);
  });

  it.each(['/graphiql', script])('answer HEAD %s like GET, without the body', async (url) => {
    const headers = { 'accept-encoding': 'gzip' };
    const [head, full] = await Promise.all([app.inject({ method: 'HEAD', url, headers }), get(url, headers)]);
    expect(head.statusCode).toBe(200);
    expect(head.body).toBe('');
    const comparable = ({ date: _, connection: __, ...rest }: Record<string, unknown>) => rest;
    expect(comparable(head.headers)).toEqual(comparable(full.headers));
  });
});

describe('paths that are no file of the page', () => {
  it.each([
    '/graphiql/assets/page-00000000.js',
    '/graphiql/assets/page-a1b2c3d4.js.gz',
    '/graphiql/assets',
    '/graphiql/assets/',
    '/graphiql/__proto__',
    '/graphiql/constructor',
    '/graphiql/../secret.yaml',
    '/graphiql/../../secret.yaml',
    '/graphiql/assets/../../secret.yaml',
    '/graphiql/%2e%2e/secret.yaml',
    '/graphiql/..%2fsecret.yaml',
    '/graphiql/assets/..%5c..%5csecret.yaml',
    '/graphiql//etc/passwd',
    '/graphiql/%2fetc%2fpasswd',
    '/graphiql/secret.yaml%00.js',
    '/graphiql/%252e%252e/secret.yaml',
  ])('%s is not found', async (path) => {
    expect(await getRaw(path)).toEqual({ status: 404, leaks: false });
  });

  it('is refused where its escapes are broken', async () => {
    expect(await getRaw('/graphiql/%zz')).toEqual({ status: 400, leaks: false });
  });

  it('takes no other method', async () => {
    const response = await app.inject({ method: 'POST', url: '/graphiql', payload: {} });
    expect(response.statusCode).toBe(404);
  });
});

describe('the built page', () => {
  it('names only files of its own, all of which are served, and holds no script of its own', async () => {
    const built = Fastify();
    await built.register(graphiqlRoutes);
    const page = (await built.inject('/graphiql')).body;
    const named = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, path]) => path ?? '');
    expect(named.length).toBeGreaterThan(2);
    for (const path of named) {
      expect(path).toMatch(/^\/graphiql\/assets\//);
      expect((await built.inject(path)).statusCode).toBe(200);
    }
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|https?:/);
    const [largest = ''] = named.filter((path) => path.endsWith('.js'));
    const compressed = await built.inject({ url: largest, headers: { 'accept-encoding': 'gzip' } });
    expect(compressed.headers['content-encoding']).toBe('gzip');
    await built.close();
  });
});

/** The path goes out as it is written: `inject` and `fetch` would resolve its dots first. */
function getRaw(path: string): Promise<{ status: number | undefined; leaks: boolean }> {
  const { port } = app.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path, agent: false }, async (response) => {
      let body = '';
      for await (const chunk of response.setEncoding('utf8')) body += chunk;
      resolve({ status: response.statusCode, leaks: body.includes(SECRET) || body.includes('root:') });
    });
    call.on('error', reject).end();
  });
}
