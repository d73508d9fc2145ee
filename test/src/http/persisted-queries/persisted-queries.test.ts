import { createHash } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersistedMode } from '../../../../src/config/index.js';
import { type FourPanels, startFourPanels } from '../../../support/four-panels.js';
import { type OperationsFolder, operationsFolder } from '../../../support/operations-folder.js';
import { type RestGateway, startRestGateway } from '../../../support/rest-gateway.js';

const NAME = 'query Name { viewer { name } }';
const ROLES = 'query Roles { viewer { roles } }';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const CSRF = { 'apollo-require-preflight': '1' };

let folder: OperationsFolder;
let panels: FourPanels;
const gateways: Partial<Record<PersistedMode | 'except', RestGateway>> = {};
beforeAll(async () => {
  panels = await startFourPanels();
  folder = operationsFolder({
    'kept.graphql':
      'query Kept @rest(method: GET, path: "/kept", tag: "T", summary: "s", cacheSeconds: 60) { viewer { name } }\n' +
      'query Fails($id: ID!) @rest(method: GET, path: "/fails/{id}", tag: "T", summary: "s", cacheSeconds: 60) { account(id: $id) { id } }',
    'manifest.json': JSON.stringify({
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [{ id: 'shop/name', name: 'Name', type: 'query', body: NAME }],
    }),
  });
  const operations = { folders: [`${folder.path}`], manifests: [folder.file('manifest.json')] };
  for (const mode of ['off', 'allow', 'only'] as const) {
    gateways[mode] = await startRestGateway({ panels, operations, persisted: { mode } });
  }
  gateways.except = await startRestGateway({
    panels,
    operations,
    persisted: { mode: 'only', exceptRoles: ['introspection'] },
  });
});
afterAll(async () => {
  for (const gateway of Object.values(gateways)) await gateway.close();
  await panels.close();
  folder.remove();
});

const gatewayOf = (mode: keyof typeof gateways): RestGateway => {
  const gateway = gateways[mode];
  if (gateway === undefined) throw new Error(`No gateway ${mode}.`);
  return gateway;
};
const idOf = (name: string): string =>
  gatewayOf('allow').registry.operations.find((operation) => operation.name === name)?.id ?? '';

const post = (mode: keyof typeof gateways, payload: object) =>
  gatewayOf(mode).ask({ method: 'POST', url: '/graphql', payload });
const get = (
  mode: keyof typeof gateways,
  query: Record<string, string>,
  headers: InjectOptions['headers'] = CSRF,
) => gatewayOf(mode).ask({ method: 'GET', url: `/graphql?${new URLSearchParams(query)}`, headers });
const apq = (sha256Hash: string, more: object = {}) => ({
  ...more,
  extensions: { persistedQuery: { version: 1, sha256Hash } },
});
const codeOf = (answer: { json(): { errors?: Array<{ extensions: { code: string } }> } }) =>
  answer.json().errors?.[0]?.extensions.code;

describe('a document by its id', () => {
  it.each([
    ['documentId', () => ({ documentId: 'shop/name' })],
    ['documentId, a hash with its prefix', () => ({ documentId: `sha256:${idOf('Kept')}` })],
    ['documentId, a bare hash', () => ({ documentId: idOf('Kept') })],
    ['the extension of persisted queries', () => apq(idOf('Kept'))],
    ['the extension, with an id of a manifest', () => apq('shop/name')],
  ])('is carried out, by %s, where documents may be sent and where not', async (_name, request) => {
    for (const mode of ['allow', 'only'] as const) {
      const answer = await post(mode, request());
      expect(answer.json()).toEqual({ data: { viewer: { name: 'local' } } });
    }
  });

  it('takes variables, and is a change too', async () => {
    const answer = await post('only', {
      documentId: idOf('ResumeAccount'),
      variables: { input: { accountId: 'enom:Account:1' } },
    });
    expect(answer.json().errors ?? answer.json().data.resumeAccount.userErrors).toHaveLength(1);
    expect(codeOf(answer)).not.toMatch(/PERSISTED/);
  });

  it('is not read again: it is carried out where a document of that length is refused', async () => {
    const strict = await startRestGateway({
      panels,
      settings: {
        limits: { tokens: 5, depth: 20, breadth: 500, selections: 10_000, aliases: 200, cost: 2_000 },
      },
    });
    try {
      const known = await strict.ask({
        method: 'POST',
        url: '/graphql',
        payload: { documentId: idOf('Viewer') },
      });
      expect(known.json().data.viewer.name).toBe('local');
      const sent = await strict.ask({ method: 'POST', url: '/graphql', payload: { query: ROLES } });
      expect(codeOf(sent)).toBe('GRAPHQL_PARSE_FAILED');
    } finally {
      await strict.close();
    }
  });

  it('by GET is kept for as long as its operation says, by its caller alone', async () => {
    const answer = await get('only', { documentId: idOf('Kept') });
    expect(answer.json().data.viewer.name).toBe('local');
    expect(answer.headers['cache-control']).toBe('private, max-age=60');
    expect(answer.headers.vary).toContain('Authorization');
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: idOf('Kept') } });
    expect((await get('only', { extensions })).headers['cache-control']).toBe('private, max-age=60');
  });

  it('is kept by nobody when it says nothing of that, failed, or came by POST', async () => {
    expect((await get('allow', { documentId: 'shop/name' })).headers['cache-control']).toBe('no-store');
    expect((await post('allow', { documentId: idOf('Kept') })).headers['cache-control']).toBe('no-store');
    const variables = JSON.stringify({ id: 'nowhere:Account:1' });
    const failed = await get('allow', { documentId: idOf('Fails'), variables });
    expect(failed.json().errors).toHaveLength(1);
    expect(failed.headers['cache-control']).toBe('no-store');
  });

  it('is no change by GET', async () => {
    expect((await get('allow', { documentId: idOf('DeleteAccount') })).statusCode).toBe(405);
  });

  it('by GET needs a header that no page of another site can send', async () => {
    expect((await get('allow', { documentId: 'shop/name' }, {})).statusCode).toBe(400);
  });
});

describe('automatically persisted queries', () => {
  it('are registered with their text and then asked for by their hash', async () => {
    const text = 'query A { viewer { sandbox } }';
    const unknown = await post('allow', apq(sha256(text)));
    expect({ status: unknown.statusCode, code: codeOf(unknown) }).toEqual({
      status: 200,
      code: 'PERSISTED_QUERY_NOT_FOUND',
    });
    expect((await post('allow', apq(sha256(text), { query: text }))).statusCode).toBe(200);
    const answer = await get('allow', {
      extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: sha256(text) } }),
    });
    expect(answer.json()).toEqual({ data: { viewer: { sandbox: true } } });
    expect((await post('allow', { documentId: `sha256:${sha256(text)}` })).json().data).toBeDefined();
  });

  it.each([
    ['under a hash that is not theirs', apq(sha256('other'), { query: NAME }), 'BAD_REQUEST'],
    ['under the id of a known operation', apq('shop/name', { query: ROLES }), 'BAD_REQUEST'],
    [
      'when they are long beyond reason',
      apq(sha256(`${NAME}${' '.repeat(65_536)}`), { query: `${NAME}${' '.repeat(65_536)}` }),
      'BAD_REQUEST',
    ],
    [
      'in another version',
      { query: NAME, extensions: { persistedQuery: { version: 2, sha256Hash: sha256(NAME) } } },
      'BAD_REQUEST',
    ],
    ['without a hash', { query: NAME, extensions: { persistedQuery: { version: 1 } } }, 'BAD_REQUEST'],
    ['with nothing that is said of them', { query: NAME, extensions: { persistedQuery: {} } }, 'BAD_REQUEST'],
    [
      'when they are no query of the graph',
      apq(sha256('{ nope }'), { query: '{ nope }' }),
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('are refused %s', async (_name, request, code) => {
    const answer = await post('allow', request);
    expect({ status: answer.statusCode, code: codeOf(answer) }).toEqual({ status: 400, code });
    const { query: _, ...hashOnly } = request as { query?: string };
    if (code === 'GRAPHQL_VALIDATION_FAILED')
      expect(codeOf(await post('allow', hashOnly))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });
});

describe('where only known operations are carried out', () => {
  it.each([
    ['a document', { query: NAME }, 'PERSISTED_OPERATION_REQUIRED'],
    ['a document that cannot be read', { query: '{ nope' }, 'PERSISTED_OPERATION_REQUIRED'],
    ['a document that does not fit', { query: '{ nope }' }, 'PERSISTED_OPERATION_REQUIRED'],
    [
      'a document with the id of a known one',
      apq('shop/name', { query: NAME }),
      'PERSISTED_OPERATION_REQUIRED',
    ],
    ['a document with its own hash', apq(sha256(ROLES), { query: ROLES }), 'PERSISTED_OPERATION_REQUIRED'],
    ['a document beside an id', { documentId: 'shop/name', query: ROLES }, 'PERSISTED_OPERATION_REQUIRED'],
    ['a hash that is not known', apq(sha256(ROLES)), 'PERSISTED_QUERY_NOT_FOUND'],
    ['an id that is not known', { documentId: 'nope' }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['what objects inherit', { documentId: '__proto__' }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['an id that is no text', { documentId: { a: 1 } }, 'PERSISTED_OPERATION_REQUIRED'],
    ['nothing', {}, 'PERSISTED_OPERATION_REQUIRED'],
    ['a list', [{ query: NAME }], 'PERSISTED_OPERATION_REQUIRED'],
  ])('%s is refused before it is read', async (_name, request, code) => {
    const answer = await post('only', request);
    expect({ status: answer.statusCode, code: codeOf(answer) }).toEqual({ status: 400, code });
  });

  it('a GET is refused as well', async () => {
    expect(codeOf(await get('only', { query: NAME }))).toBe('PERSISTED_OPERATION_REQUIRED');
    expect(codeOf(await get('only', { extensions: '{' }))).toBe('PERSISTED_OPERATION_REQUIRED');
  });

  it('callers with a role that is excepted may ask anything, and make nothing known by that', async () => {
    const answer = await post('except', apq(sha256(ROLES), { query: ROLES }));
    expect(answer.json().data.viewer.roles).toContain('introspection');
    expect(codeOf(await post('except', apq(sha256(ROLES))))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  it('REST goes on', async () => {
    expect((await gatewayOf('only').get('/kept')).json()).toEqual({ name: 'local' });
  });
});

describe('where documents have no ids', () => {
  it.each([
    ['a hash', apq(sha256(NAME)), 200],
    ['an id', { documentId: 'shop/name' }, 400],
  ])('%s is refused as clients expect it', async (_name, request, status) => {
    const answer = await post('off', request);
    expect({ status: answer.statusCode, code: codeOf(answer) }).toEqual({
      status,
      code: 'PERSISTED_QUERY_NOT_SUPPORTED',
    });
  });

  it('documents are carried out', async () => {
    expect((await post('off', { query: NAME })).json().data.viewer.name).toBe('local');
  });
});

describe('an id beside a document', () => {
  it.each([{ documentId: 'shop/name', query: NAME }, { documentId: 7 }])(
    'is refused: %o',
    async (request) => {
      const answer = await post('allow', request);
      expect({ status: answer.statusCode, code: codeOf(answer) }).toEqual({
        status: 400,
        code: 'BAD_REQUEST',
      });
    },
  );
});
