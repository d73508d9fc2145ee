import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../../../src/http/api-key.js';
import type { Caller } from '../../../src/http/caller.js';
import { type EdgeServer, startEdgeServer } from '../../support/edge-server.js';

const HELLO = JSON.stringify({ query: '{ hello }' });
const ASK = '/graphql?query={hello}';
const PREFLIGHT = { 'apollo-require-preflight': '1' };
const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

const LIMITS = { tokens: 5000, depth: 20, breadth: 500, selections: 10_000, aliases: 200, cost: 2000 };

let server: EdgeServer;
beforeAll(async () => {
  server = await startEdgeServer({
    settings: { maxRequestBytes: 2048, limits: { ...LIMITS, tokens: 100, selections: 100 } },
  });
});
afterAll(() => server.close());

interface Row {
  readonly what: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'HEAD';
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer;
  readonly status: number;
  readonly code?: string;
}

const json = (type: string) => ({ 'content-type': type });
const post = { method: 'POST', headers: json('application/json') } as const;

const ROWS: readonly Row[] = [
  { what: 'a POST of JSON', ...post, payload: HELLO, status: 200 },
  {
    what: 'a charset',
    method: 'POST',
    headers: json('application/json; charset=utf-8'),
    payload: HELLO,
    status: 200,
  },
  ...[
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'text/json',
  ].map(
    (type): Row => ({
      what: `a POST as ${type}`,
      method: 'POST',
      headers: json(type),
      payload: HELLO,
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
    }),
  ),
  {
    what: 'a form that asks for the CSRF check to be skipped',
    method: 'POST',
    headers: { ...json('text/plain'), ...PREFLIGHT },
    payload: HELLO,
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
  },
  {
    what: 'a POST without a type',
    method: 'POST',
    headers: json(''),
    payload: HELLO,
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
  },
  { what: 'an empty POST', ...post, payload: '', status: 400, code: 'BAD_REQUEST' },
  { what: 'broken JSON', ...post, payload: '{"query":hunter2', status: 400, code: 'BAD_REQUEST' },
  {
    what: 'a poisoned prototype',
    ...post,
    payload: '{"query":"{hello}","__proto__":{"x":1}}',
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    what: 'a charset that is not that of JSON',
    method: 'POST',
    headers: json('application/json; charset=iso-8859-1'),
    payload: HELLO,
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
  },
  {
    what: 'bytes that are no UTF-8',
    ...post,
    payload: Buffer.from('{"query":"{ hello } # B\u00fcro"}', 'latin1'),
    status: 400,
    code: 'BAD_REQUEST',
  },
  { what: 'a batch', ...post, payload: `[${HELLO},${HELLO}]`, status: 400, code: 'BAD_REQUEST' },
  { what: 'a body that is no object', ...post, payload: '"hunter2"', status: 400, code: 'BAD_REQUEST' },
  { what: 'a body without a query', ...post, payload: '{"x":1}', status: 400, code: 'BAD_REQUEST' },
  {
    what: 'a body that is too large',
    ...post,
    payload: JSON.stringify({ query: `{hello}${' '.repeat(2048)}` }),
    status: 413,
    code: 'PAYLOAD_TOO_LARGE',
  },
  {
    what: 'a document of too many tokens',
    ...post,
    payload: JSON.stringify({ query: `{${' hello'.repeat(200)}}` }),
    status: 400,
    code: 'GRAPHQL_PARSE_FAILED',
  },
  {
    what: 'fragments that multiply',
    ...post,
    payload: JSON.stringify({
      query: `{...a} ${['ab', 'bc', 'cd', 'de', 'ef'].map(([name, next]) => `fragment ${name} on Query{...${next} ...${next} ...${next}}`).join('')} fragment f on Query{hello}`,
    }),
    status: 400,
    code: 'GRAPHQL_VALIDATION_FAILED',
  },
  {
    what: 'a field that there is not',
    ...post,
    payload: '{"query":"{ nope }"}',
    status: 400,
    code: 'GRAPHQL_VALIDATION_FAILED',
  },
  {
    what: 'an unusable variable',
    ...post,
    payload: '{"query":"query Q($p:String){ fail(password:$p) }","variables":{"p":5}}',
    status: 400,
    code: 'BAD_USER_INPUT',
  },
  {
    what: 'a persisted query that nobody registered',
    ...post,
    payload: '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}',
    status: 200,
    code: 'PERSISTED_QUERY_NOT_FOUND',
  },

  {
    what: 'a GET with a header that no form can send',
    method: 'GET',
    url: ASK,
    headers: PREFLIGHT,
    status: 200,
  },
  {
    what: 'a GET with an operation name in a header',
    method: 'GET',
    url: ASK,
    headers: { 'x-apollo-operation-name': 'Q' },
    status: 200,
  },
  { what: 'a GET that says JSON', method: 'GET', url: ASK, headers: json('application/json'), status: 200 },
  { what: 'a GET that any page can send', method: 'GET', url: ASK, status: 400, code: 'BAD_REQUEST' },
  {
    what: 'a GET that any page can send, with an image in mind',
    method: 'GET',
    url: ASK,
    headers: { accept: 'image/*' },
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    what: 'a GET from the address bar with a query',
    method: 'GET',
    url: ASK,
    headers: BROWSER,
    status: 400,
    code: 'BAD_REQUEST',
  },
  { what: 'a GET without a query', method: 'GET', headers: PREFLIGHT, status: 400, code: 'BAD_REQUEST' },
  {
    what: 'a GET with a mutation',
    method: 'GET',
    url: '/graphql?query=mutation{change(password:"x")}',
    headers: PREFLIGHT,
    status: 405,
    code: 'BAD_REQUEST',
  },
  {
    what: 'two queries in one GET',
    method: 'GET',
    url: `${ASK}&query={hello}`,
    headers: PREFLIGHT,
    status: 400,
    code: 'BAD_REQUEST',
  },

  {
    what: 'PUT',
    method: 'PUT',
    headers: json('application/json'),
    payload: HELLO,
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
  },
  { what: 'DELETE', method: 'DELETE', status: 405, code: 'METHOD_NOT_ALLOWED' },
  {
    what: 'a preflight, no origin being allowed',
    method: 'OPTIONS',
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    status: 404,
    code: 'NOT_FOUND',
  },

  { what: 'an unknown path', method: 'GET', url: '/hunter2', status: 404, code: 'NOT_FOUND' },
  {
    what: 'a path outside of the folder',
    method: 'GET',
    url: '/graphiql/../../package.json',
    status: 404,
    code: 'NOT_FOUND',
  },
  { what: 'a path that is badly encoded', method: 'GET', url: '/%E0%A4%A', status: 400, code: 'BAD_REQUEST' },
  {
    what: 'a foreign name',
    ...post,
    headers: { ...post.headers, host: 'evil.example' },
    payload: HELLO,
    status: 421,
    code: 'HOST_NOT_ALLOWED',
  },
  {
    what: 'a foreign name for GraphiQL',
    method: 'GET',
    url: '/graphiql',
    headers: { host: 'evil.example' },
    status: 421,
    code: 'HOST_NOT_ALLOWED',
  },
  {
    what: 'a foreign name that a proxy hides',
    ...post,
    headers: { ...post.headers, host: 'evil.example', 'x-forwarded-host': 'gateway.test' },
    payload: HELLO,
    status: 421,
    code: 'HOST_NOT_ALLOWED',
  },
  {
    what: 'a probe by address',
    method: 'GET',
    url: '/livez',
    headers: { host: '10.0.0.1:4000' },
    status: 200,
  },
];

describe('the edge', () => {
  it.each(ROWS)(
    'answers $status to $what',
    async ({ method, url = '/graphql', headers = {}, payload, status, code }) => {
      const answer = await server.ask({
        method,
        url,
        headers,
        ...(payload === undefined ? {} : { payload }),
      });
      expect(answer.statusCode).toBe(status);
      expect(answer.headers['content-type']).toMatch(/^application\/json/);
      const { errors } = answer.json<{ errors?: Array<{ message: string; extensions: { code: string } }> }>();
      expect(errors?.[0]?.extensions.code).toBe(code);
      expect(answer.body).not.toContain('hunter2');
      expect(answer.body).not.toContain('node_modules');
    },
  );

  it.each([
    ['an answer', { method: 'POST', url: '/graphql', payload: { query: '{ hello }' } }],
    ['a refusal', { method: 'POST', url: '/graphql', payload: 'x', headers: json('text/plain') }],
    ["GraphQL's refusal", { method: 'GET', url: ASK }],
    ['GraphiQL', { method: 'GET', url: '/graphiql' }],
    ['a probe', { method: 'GET', url: '/readyz' }],
    ['a missing page', { method: 'GET', url: '/nope' }],
    ['a badly encoded path', { method: 'GET', url: '/%E0%A4%A' }],
    ['a foreign name', { method: 'GET', url: '/', headers: { host: 'evil.example' } }],
  ] as const)('puts the security headers on %s', async (_name, request) => {
    const { headers } = await server.ask(request);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'x-request-id': expect.stringMatching(/^[\w.-]+$/),
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers).not.toHaveProperty('x-hostgraph-sandbox');
  });

  it('keeps answers out of caches', async () => {
    expect((await server.query('{ hello }')).headers['cache-control']).toBe('no-store');
  });

  it.each(['abc-1.2_3', 'X'.repeat(64)])('takes the request id %s from a proxy', async (id) => {
    expect((await server.query('{ hello }', { 'x-request-id': id })).headers['x-request-id']).toBe(id);
  });

  it.each(['a b', 'a\u00e4', '<script>', '', 'X'.repeat(65), '{"x":1}'])(
    'makes its own in place of %j',
    async (id) => {
      const { headers } = await server.query('{ hello }', { 'x-request-id': id });
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});

describe('a browser', () => {
  it('that opens /graphql gets GraphiQL', async () => {
    const { statusCode, headers, body } = await server.ask({
      method: 'GET',
      url: '/graphql',
      headers: BROWSER,
    });
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/html/);
    expect(body).toContain('GraphiQL');
  });

  it('gets it without a key where callers need one, and no data', async () => {
    const auth = { apiKeys: [{ id: 'shop', sha256: createApiKey().sha256, roles: [] }] };
    const guarded = await startEdgeServer({ auth });
    const open = (url: string) => guarded.ask({ method: 'GET', url, headers: BROWSER });
    expect((await open('/graphql')).statusCode).toBe(200);
    expect((await open('/graphiql')).statusCode).toBe(200);
    expect((await open(ASK)).statusCode).toBe(401);
    await guarded.close();
  });

  it('gets none where it is turned off', async () => {
    const bare = await startEdgeServer({ settings: { graphiql: false } });
    expect((await bare.ask({ method: 'GET', url: '/graphiql' })).statusCode).toBe(404);
    expect((await bare.ask({ method: 'GET', url: '/graphql', headers: BROWSER })).statusCode).toBe(400);
    await bare.close();
  });
});

describe('introspection', () => {
  it('can be turned off', async () => {
    const closed = await startEdgeServer({ settings: { introspection: false } });
    const query = '{ __schema { types { name } } }';
    expect((await server.query(query)).statusCode).toBe(200);
    expect((await closed.query(query)).statusCode).toBe(400);
    await closed.close();
  });

  it('is then left to callers with the role, whoever asked for the same before them', async () => {
    const [reader, shop] = [createApiKey(), createApiKey()];
    const closed = await startEdgeServer({
      settings: { introspection: false },
      auth: {
        apiKeys: [
          { id: 'reader', sha256: reader.sha256, roles: ['introspection'] },
          { id: 'shop', sha256: shop.sha256, roles: [] },
        ],
      },
    });
    const ask = ({ key }: { key: string }, query: string) => closed.query(query, { 'x-api-key': key });
    for (const query of [
      '{ __type(name: "Query") { name } }',
      'query Q { ...f } fragment f on Query { hello __schema { types { name } } }',
      'query Q { hello @include(if: true) ... on Query { s: __schema { description } } }',
    ]) {
      expect((await ask(reader, query)).statusCode).toBe(200);
      const refused = await ask(shop, query);
      expect(refused.statusCode).toBe(400);
      expect(refused.json().errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
      expect(refused.json().data).toBeUndefined();
    }
    expect((await ask(shop, '{ hello __typename }')).statusCode).toBe(200);
    // Nor is anybody else helped to guess the schema name by name.
    for (const query of ['{ helo }', 'query Q($a: Strin) { hello }']) {
      expect((await ask(reader, query)).json().errors[0].message).toContain('Did you mean');
      const refused = (await ask(shop, query)).json().errors[0];
      expect(refused.message).toMatch(/^(Cannot query field|Unknown type) "\w+"[^?]*\.$/);
      expect(refused.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
    await closed.close();
  });
});

describe('the time of a request', () => {
  const fields = {
    wait: ({ signal }: Caller) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve((signal.reason as Error).name));
      }),
  };

  it('is up after the time that the configuration allows, or the shorter one that the client states', async () => {
    const slow = await startEdgeServer({ settings: { requestTimeoutMs: 100 }, fields });
    expect((await slow.query('{ wait }')).json().data.wait).toBe('RequestTimeIsUp');
    await slow.close();
    const patient = await startEdgeServer({ fields });
    const answer = await patient.query('{ wait }', { 'x-hostgraph-timeout-ms': '50' });
    expect(answer.json().data.wait).toBe('RequestTimeIsUp');
    await patient.close();
  });

  it.each(['0', '-1', '1.5', '1e3', 'soon', '99999999999'])('cannot be %s', async (time) => {
    const answer = await server.query('{ hello }', { 'x-hostgraph-timeout-ms': time });
    expect(answer.statusCode).toBe(400);
  });
});

describe('https', () => {
  it('is demanded of browsers where the configuration says so', async () => {
    const behindTls = await startEdgeServer({ settings: { hstsSeconds: 3600 } });
    const header = 'strict-transport-security';
    expect((await behindTls.query('{ hello }')).headers[header]).toBe('max-age=3600; includeSubDomains');
    expect((await server.query('{ hello }')).headers[header]).toBeUndefined();
    await behindTls.close();
  });
});

describe('the sandbox', () => {
  it('is named on every answer', async () => {
    const sandbox = await startEdgeServer({ sandbox: true });
    for (const url of ['/graphql', '/graphiql', '/livez', '/nope']) {
      expect((await sandbox.ask({ method: 'GET', url })).headers['x-hostgraph-sandbox']).toBe('1');
    }
    expect((await sandbox.query('{ hello }')).headers['x-hostgraph-sandbox']).toBe('1');
    await sandbox.close();
  });
});
