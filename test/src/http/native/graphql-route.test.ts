import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEdgeServer } from '../../../support/edge-server.js';
import { type FourPanels, startFourPanels } from '../../../support/four-panels.js';
import { type NativeServer, startNativeServer } from '../../../support/native-server.js';

let panels: FourPanels;
let native: NativeServer;

beforeAll(async () => {
  panels = await startFourPanels();
  native = await startNativeServer(panels.backends, { stranger: { roles: ['provider'] } });
});
afterAll(async () => {
  await native.close();
  await panels.close();
});

const ask = (query: string, as?: string | null) =>
  native.post('/native/graphql', { query }, as === undefined ? {} : { as });

describe('/native/graphql', () => {
  it('is for callers with the role native', async () => {
    expect((await ask('{ __typename }', null)).statusCode).toBe(401);
    const answer = await ask('{ __typename }', 'stranger');
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    expect((await ask('{ __typename }')).json()).toEqual({ data: { __typename: 'Query' } });
  });

  it('answers a read of a panel’s own method', async () => {
    const answer = await ask('{ poa_getAccountInfo(input: { account_id: 1000005 }) { account_type } }');
    expect(answer.json()).toEqual({ data: { poa_getAccountInfo: { account_type: 'C' } } });
  });

  it('counts a read as one call and a write as ten, and each call of a whole as a write', async () => {
    const read = 'poa_getAccountInfo(input: { account_id: 1 }) { account_type }';
    const reads = Array.from(
      { length: 150 },
      (_, index) => `r${index}: ${read.replace('1 }', `${index} }`)}`,
    );
    const write = 'poa_disableAccount(input: { account_id: 1 }) { replayed }';
    const writes = Array.from({ length: 201 }, (_, index) => `w${index}: ${write}`);
    const tooMany = await native.post('/native/graphql', {
      query: `mutation { ${writes.slice(0, 190).join(' ')}
      poa_batch(calls: [${'{ method: "pem.disableAccount" },'.repeat(20)}]) { replayed } }`,
    });
    expect(tooMany.json()).toMatchObject({
      errors: [{ extensions: { code: 'QUERY_TOO_COSTLY', cost: 2_100, limit: 2_000 } }],
    });
    expect((await ask(`{ ${reads.join(' ')} }`)).statusCode).toBe(200);
  });

  it('refuses what nests too deeply or is too long', async () => {
    const answer = await ask(`{ __typename ${'...{'.repeat(3_000)} __typename ${'}'.repeat(3_000)} }`);
    expect(answer.statusCode).toBe(400);
  });

  it('shows GraphiQL to a browser, at its own address too', async () => {
    const headers = { accept: 'text/html' };
    expect((await native.get('/native/graphql', { as: null, headers })).body).toContain('GraphiQL');
    expect((await native.get('/native/graphiql', { as: null, headers })).body).toContain('GraphiQL');
  });

  it('takes POST and GET alone', async () => {
    const answer = await native.server.ask({ method: 'DELETE', url: '/native/graphql' });
    expect(answer.statusCode).toBe(405);
    expect(answer.headers.allow).toBe('GET, POST');
  });
});

describe('a gateway whose native layer is off', () => {
  it('has none of its paths', async () => {
    const server = await startEdgeServer();
    for (const url of ['/native/graphql', '/native/graphiql', '/native/openapi.json', '/native/rest/poa/x']) {
      expect((await server.ask({ method: 'GET', url })).statusCode, url).toBe(404);
    }
    await server.close();
  });
});
