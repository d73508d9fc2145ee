import { createHash } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import { GraphQLError, parse } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApqStore } from '../../../../src/cache/apq-store.js';
import { OperationPlan } from '../../../../src/execution/index.js';
import { createApiKey } from '../../../../src/http/api-key.js';
import { KnownDocuments } from '../../../../src/http/graphql/known-documents.js';
import { NO_OPERATIONS } from '../../../../src/persisted/index.js';
import { createMetrics } from '../../../../src/telemetry/metrics.js';
import { type EdgeServer, startEdgeServer } from '../../../support/edge-server.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const persisted = (sha256Hash: unknown, more: object = {}) => ({
  ...more,
  extensions: { persistedQuery: { version: 1, sha256Hash } },
});

const keys = { reader: createApiKey(), stranger: createApiKey() };
const metrics = createMetrics();
let server: EdgeServer;
beforeAll(async () => {
  server = await startEdgeServer({
    settings: { introspection: false },
    auth: {
      apiKeys: Object.entries(keys).map(([id, { sha256: digest }]) => ({
        id,
        sha256: digest,
        roles: id === 'reader' ? ['introspection'] : [],
      })),
    },
    telemetry: { metrics, tracing: null },
  });
});
afterAll(() => server.close());
afterEach(() => vi.restoreAllMocks());

async function post(payload: object, who: keyof typeof keys = 'stranger') {
  const headers = { authorization: `Bearer ${keys[who].key}` };
  const answer = await server.ask({ method: 'POST', url: '/graphql', headers, payload });
  return {
    status: answer.statusCode,
    allow: answer.headers.allow,
    body: answer.json() as Record<string, unknown>,
  };
}

async function get(query: Record<string, string>) {
  const answer = await server.ask({
    method: 'GET',
    url: `/graphql?${new URLSearchParams(query)}`,
    headers: { authorization: `Bearer ${keys.stranger.key}`, 'apollo-require-preflight': '1' },
  });
  return { status: answer.statusCode, allow: answer.headers.allow, body: answer.json() };
}

/** Of documents that may not be asked for, counted so far. */
const refusals = async (): Promise<number> =>
  Number(
    /^hostgraph_errors_total\{code="GRAPHQL_VALIDATION_FAILED"\} (\d+)$/m.exec(await metrics.print())?.[1] ??
      0,
  );

const TWO = 'query A { hello } query B { principal }';

describe('a document that is asked for again', () => {
  it('is parsed and validated once, whoever asks for it', async () => {
    const read = vi.spyOn(ApolloServer.prototype, 'executeOperation');
    const query = 'query Once { hello }';
    for (const who of ['stranger', 'reader', 'stranger'] as const) {
      expect((await post({ query }, who)).body).toEqual({ data: { hello: 'world' } });
    }
    expect(read).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['its data', { query: '{ hello principal }' }, 200],
    ['one of its operations', { query: TWO, operationName: 'B' }, 200],
    ['another of them', { query: TWO, operationName: 'A' }, 200],
    ['no operation’s name where it has several', { query: TWO }, 400],
    ['a name that none has', { query: TWO, operationName: 'C' }, 400],
    ['nothing but fragments', { query: 'fragment F on Query { hello }' }, 400],
    [
      'a variable of another type',
      { query: 'query Q($p: String) { fail(password: $p) }', variables: { p: 5 } },
      400,
    ],
    ['a field that there is not', { query: '{ nope }' }, 400],
    ['no syntax', { query: '{ hello' }, 400],
  ])('is answered as it was the first time: %s', async (_what, payload, status) => {
    const first = await post(payload);
    expect(first.status).toBe(status);
    expect(await post(payload)).toEqual(first);
  });

  it.each([
    [{ query: TWO }, 'Must provide operation name if query contains multiple operations.'],
    [{ query: TWO, operationName: 'hunter2' }, 'The document has no operation of that name.'],
  ])('has no operation where none is meant: %j', async (payload, message) => {
    const { body } = await post(payload);
    expect(body).toEqual({
      errors: [expect.objectContaining({ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } })],
    });
    expect(JSON.stringify(body)).toContain(message);
    expect(JSON.stringify(body)).not.toContain('hunter2');
  });

  it('is no change by GET, though it was one by POST', async () => {
    const query = 'mutation { change(password: "x") }';
    expect((await post({ query })).body).toEqual({ data: { change: 'done' } });
    expect(await get({ query })).toMatchObject({
      status: 405,
      allow: 'POST',
      body: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
    });
  });

  it('shows the schema to none but those who may read it', async () => {
    const query = '{ __schema { queryType { name } } }';
    for (const who of ['reader', 'stranger', 'reader', 'stranger'] as const) {
      const { status, body } = await post({ query }, who);
      expect(status, who).toBe(who === 'reader' ? 200 : 400);
      expect('errors' in body, who).toBe(who === 'stranger');
    }
  });

  it('counts a refusal each time', async () => {
    const query = '{ __schema { queryType { name } } }';
    const before = await refusals();
    await post({ query });
    await post({ query });
    expect(await refusals()).toBe(before + 2);
  });
});

describe('a document that is asked for by its hash', () => {
  it('is read once more, and then known', async () => {
    const apq = await startEdgeServer({ apqCache: createApqStore({ shared: null }) });
    try {
      const query = '{ principal }';
      const ask = async (payload: object) =>
        (await apq.ask({ method: 'POST', url: '/graphql', payload })).json();
      expect(await ask(persisted(sha256(query)))).toMatchObject({
        errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
      });
      // Sent as it is, it is not registered by that.
      expect(await ask({ query })).toEqual({ data: { principal: 'local' } });
      expect(await ask(persisted(sha256(query)))).toHaveProperty('errors');
      expect(await ask(persisted(sha256(query), { query }))).toEqual({ data: { principal: 'local' } });
      const read = vi.spyOn(ApolloServer.prototype, 'executeOperation');
      for (let turn = 0; turn < 3; turn += 1) {
        expect(await ask(persisted(sha256(query)))).toEqual({ data: { principal: 'local' } });
      }
      expect(read).toHaveBeenCalledTimes(1);
    } finally {
      await apq.close();
    }
  });

  it.each([
    ['the text of a known document', persisted('{ hello }')],
    ['no text', persisted(7)],
    ['another version', { extensions: { persistedQuery: { version: 2, sha256Hash: sha256('{ hello }') } } }],
    ['a known text under a hash that is not its own', persisted(sha256('other'), { query: '{ hello }' })],
  ])('is refused where the hash is %s', async (_what, payload) => {
    await post({ query: '{ hello }' });
    expect(await post(payload)).toMatchObject({ body: { errors: [expect.anything()] } });
  });
});

describe('documents that are remembered', () => {
  const asked = (query: string) =>
    ({
      method: 'POST',
      query,
      operationName: undefined,
      variables: undefined,
      extensions: undefined,
    }) as const;
  const remembering = (known: KnownDocuments, ...queries: readonly string[]) => {
    for (const query of queries) known.remember(asked(query), parse(query));
    return queries.filter((query) => known.find(asked(query)) !== undefined);
  };

  it('are those that were asked for last, as far as there is room', () => {
    const queries = ['{ a }', '{ b }', '{ c }', '{ d }'];
    expect(remembering(new KnownDocuments(NO_OPERATIONS, 7_000), ...queries)).toEqual(queries.slice(-2));
  });

  it('are weighed by what they ask and not by their comments', () => {
    const queries = ['{ a }', `{ b } # ${'x'.repeat(60_000)}`, '{ c }'];
    expect(remembering(new KnownDocuments(NO_OPERATIONS, 80_000), ...queries)).toEqual(queries);
  });
});

describe('a text that comes with its hash', () => {
  it.each([
    ['reads the schema for one who may not', '{ __schema { queryType { name } } }', 400],
    ['changes something by GET', 'mutation { change(password: "x") }', 405],
  ])('is not registered where it %s', async (_what, query, status) => {
    const set = vi.fn(async () => undefined);
    const apq = await startEdgeServer({
      settings: { introspection: false },
      apqCache: { get: async () => undefined, set, delete: async () => undefined },
    });
    try {
      const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: sha256(query) } });
      const url = `/graphql?${new URLSearchParams({ query, extensions })}`;
      const answer = await apq.ask({ method: 'GET', url, headers: { 'apollo-require-preflight': '1' } });
      expect(answer.statusCode).toBe(status);
      expect(set).not.toHaveBeenCalled();
    } finally {
      await apq.close();
    }
  });
});

describe('an operation that breaks where no field is', () => {
  it('is masked, and the log tells where', async () => {
    vi.spyOn(OperationPlan.prototype, 'execute').mockImplementation(() => {
      throw new GraphQLError('hunter2');
    });
    const broken = await startEdgeServer();
    try {
      const answer = await broken.query('{ hello }');
      expect(answer.statusCode).toBe(500);
      expect(answer.json().errors).toEqual([
        {
          message: 'Internal server error',
          extensions: expect.objectContaining({ code: 'INTERNAL_SERVER_ERROR' }),
        },
      ]);
      expect(broken.logText()).toMatch(/carry-out.*unforeseen error/);
      expect(broken.logText()).not.toContain('hunter2');
    } finally {
      await broken.close();
    }
  });
});
