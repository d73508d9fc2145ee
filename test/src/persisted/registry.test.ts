import { createHash } from 'node:crypto';
import { buildSchema, parse, print } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/config/index.js';
import { type OperationRegistry, type RegistryOptions, readRegistry } from '../../../src/persisted/index.js';
import { type OperationsFolder, operationsFolder } from '../../support/operations-folder.js';

const schema = buildSchema(`
  interface Node { id: ID! }
  type Thing implements Node { id: ID! name: String problems: String things(first: Int, after: String): ThingConnection }
  type ThingConnection { nodes: [Thing] pageInfo: PageInfo! totalCount: Int }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Query { thing(id: ID!): Thing things(first: Int, after: String): ThingConnection names: [String!] count(filter: Filter): Int }
  input Filter { name: String }
  type UserError { code: String! message: String! field: [String!] }
  type Payload { thing: Thing deletedId: ID userErrors: [UserError!]! idempotencyKey: String }
  input ThingInput { thingId: ID! name: String idempotencyKey: String }
  type Mutation { change(input: ThingInput!): Payload remove(input: ThingInput!): Payload }
  type Subscription { thing: Thing }
`);

const folders: OperationsFolder[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

function folderWith(files: Readonly<Record<string, string>>): OperationsFolder {
  const folder = operationsFolder(files);
  folders.push(folder);
  return folder;
}

function read(text: string, options: Partial<RegistryOptions> = {}): OperationRegistry {
  const folder = folderWith({ 'a.graphql': text });
  return readRegistry({ schema, shipped: null, folders: [folder.path], ...options });
}

/** What is wrong, places without the folder. */
function problemsOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ path, message }) => `${path.replace(/^.*[/\\]/, '')} ${message}`);
  }
  return [];
}

const rest = (method: string, path: string, more = '') =>
  `@rest(method: ${method}, path: "${path}", tag: "Things", summary: "s" ${more})`;
const PLUMBING = 'userErrors { code message field } idempotencyKey';

describe('operations in files', () => {
  it('are known by the SHA-256 of their text, which has no @rest and only the fragments that it needs', () => {
    const registry = read(`
      query One($id: ID!) ${rest('GET', '/things/{id}')} { thing(id: $id) { ...Part } }
      query Two { things { nodes { ...Other } } }
      fragment Part on Thing { id }
      fragment Other on Thing { name }
    `);
    const text = print(
      parse('query One($id: ID!) { thing(id: $id) { ...Part } } fragment Part on Thing { id }'),
    );
    const id = createHash('sha256').update(text).digest('hex');
    expect(registry.find(id)).toMatchObject({ name: 'One', kind: 'query', text, source: { line: 2 } });
    expect(registry.find(`sha256:${id}`)?.name).toBe('One');
    expect(registry.operations.map(({ name }) => name)).toEqual(['One', 'Two']);
    expect(registry.operations[1]?.rest).toBeNull();
  });

  it('tell where each of their inputs comes from', () => {
    const [change, remove, list] = read(`
      mutation Change($input: ThingInput!) ${rest('PATCH', '/things/{id}', ', bind: ["id=input.thingId"]')} {
        change(input: $input) { thing { id } ${PLUMBING} }
      }
      mutation Remove($id: ID!, $idempotencyKey: String, $note: String) ${rest('DELETE', '/things/{id}', ', status: 204')} {
        remove(input: { thingId: $id, name: $note, idempotencyKey: $idempotencyKey }) { deletedId ${PLUMBING} }
      }
      query List($first: Int = 10, $after: String) ${rest('GET', '/things')} {
        things(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
      }
    `).operations;
    expect(change?.rest).toMatchObject({
      parameters: [
        { name: 'id', in: 'path', target: { variable: 'input', member: 'thingId' }, required: true },
      ],
      body: { variable: 'input', members: [{ name: 'name' }], required: false },
      key: { variable: 'input', member: 'idempotencyKey' },
      answer: { shape: 'payload', typeName: 'Thing', payload: { unwrapped: 'thing', members: ['thing'] } },
    });
    expect(remove?.rest).toMatchObject({
      parameters: [{ name: 'id', in: 'path', target: { variable: 'id', member: null } }],
      body: { variable: null, members: [{ name: 'note' }] },
      key: { variable: 'idempotencyKey', member: null },
      answer: { payload: { unwrapped: null, members: ['deletedId'] } },
    });
    expect(list?.rest).toMatchObject({
      parameters: [
        { name: 'first', in: 'query', required: false, defaultValue: 10 },
        { name: 'after', in: 'query' },
      ],
      body: null,
      key: null,
      answer: { shape: 'page', path: ['things'], typeName: 'Thing' },
    });
  });

  it('may have a path of literals beside one of parameters', () => {
    const registry = read(`
      query One($id: ID!) ${rest('GET', '/things/{id}')} { thing(id: $id) { id } }
      query Names ${rest('GET', '/things/names')} { names }
    `);
    expect(registry.operations).toHaveLength(2);
  });
});

const query = (directive: string, body = 'thing(id: $id) { id }', variables = '($id: ID!)') =>
  `query Q${variables} ${directive} { ${body} }`;
const mutation = (directive: string, payload = `thing { id } ${PLUMBING}`) =>
  `mutation M($input: ThingInput!) ${directive} { change(input: $input) { ${payload} } }`;

const TWICE = `query A($id: ID!) ${rest('GET', '/a/{x}', ', bind: ["x=id"]')} { thing(id: $id) { id } }
query B($id: ID!) ${rest('GET', '/a/{y}', ', bind: ["y=id"]')} { thing(id: $id) { id } }`;

describe('what is wrong with an operation', () => {
  it.each([
    ['no GraphQL', 'query Q {', /^a\.graphql:1:10 Syntax Error/],
    ['a field that there is not', 'query Q {\n  nope\n}', /^a\.graphql:2:3 Cannot query field "nope"/],
    [
      'an argument that @rest does not have',
      query(rest('GET', '/a/{id}', ', nope: 1')),
      /^a\.graphql:1:\d+ Unknown argument "nope" on directive "@rest"/,
    ],
    [
      'an argument of @rest of another type',
      query(rest('FETCH', '/a/{id}')),
      /Value "FETCH" does not exist in "RestMethod" enum/,
    ],
    [
      'an argument of @rest left out',
      query('@rest(method: GET, path: "/a/{id}")'),
      /argument "tag" of type "String!" is required/,
    ],
    ['no name', '{ names }', /^a\.graphql:1:1 An operation must be a query or a mutation, and have a name/],
    ['a subscription', 'subscription S { thing { id } }', /must be a query or a mutation/],
    ['a path of another form', query(rest('GET', 'Things/{id}')), /path must have the form/],
    ['a name twice in a path', query(rest('GET', '/a/{id}/{id}')), /path has a name twice/],
    [
      'a name in the path without a variable',
      query(rest('GET', '/a/{id}/{other}')),
      /\{other\} fills nothing: there is no variable \$other/,
    ],
    [
      'a binding of another form',
      query(rest('GET', '/a/{id}', ', bind: ["id"]')),
      /An entry of bind must have the form/,
    ],
    [
      'a binding to nothing',
      mutation(rest('PUT', '/a/{id}', ', bind: ["id=input.nope"]')),
      /there is no member nope of \$input/,
    ],
    [
      'a variable that nothing can fill',
      query(rest('GET', '/a'), 'count(filter: $filter)', '($filter: Filter!)'),
      /Nothing can fill filter: it is an object/,
    ],
    [
      'a variable beside the input',
      `mutation M($input: ThingInput!, $name: String!) ${rest('POST', '/a')} { change(input: $input) { thing { id name @include(if: true) ${'things(after: $name) { totalCount }'} } ${PLUMBING} } }`,
      /Nothing fills \$name: the body is \$input/,
    ],
    ['a query by POST', query(rest('POST', '/a/{id}')), /A query is asked for with GET/],
    ['a mutation by GET', mutation(rest('GET', '/a')), /GET changes nothing/],
    [
      'two changes',
      `mutation M($input: ThingInput!) ${rest('POST', '/a')} { a: change(input: $input) { thing { id } ${PLUMBING} } b: change(input: $input) { ${PLUMBING} } }`,
      /must have one field/,
    ],
    [
      'a payload without its refusals',
      mutation(rest('POST', '/a'), 'thing { id } idempotencyKey'),
      /The payload must have userErrors/,
    ],
    [
      'a payload without its key',
      mutation(rest('POST', '/a'), 'thing { id } userErrors { code message field }'),
      /The payload must have userErrors/,
    ],
    [
      'a page without a way on',
      query(rest('GET', '/a'), 'things { nodes { id } pageInfo { hasNextPage endCursor } }', ''),
      /A page needs \(after: \$after\)/,
    ],
    [
      'a page that does not tell whether it is the last',
      query(rest('GET', '/a'), 'things(after: $after) { nodes { id } }', '($after: String)'),
      /A page needs nodes and pageInfo/,
    ],
    [
      'an answer that leads nowhere',
      query(rest('GET', '/a/{id}', ', answer: "thing.nope"')),
      /answer leads nowhere/,
    ],
    [
      'a member that the gateway adds itself',
      query(rest('GET', '/a/{id}'), 'thing(id: $id) { problems }'),
      /The name problems is taken/,
    ],
    [
      'a status that says something else',
      query(rest('GET', '/a/{id}', ', status: 201')),
      /status must be 200/,
    ],
    ['a change that is kept', mutation(rest('POST', '/a', ', cacheSeconds: 5')), /has no cacheSeconds/],
    ['two operations on one route', TWICE, /^a\.graphql:2 B has the route of another operation, A/],
  ])('is told: %s', (_name, text, expected) => {
    expect(problemsOf(() => read(text)).join('\n')).toMatch(expected);
  });

  it('is told of all operations and all files at once', () => {
    const folder = folderWith({
      'a.graphql': `query Q { nope }`,
      'deep/er/b.graphql': `query R {\n  names(`,
      'c.txt': 'no operations',
    });
    const missing = `${folder.path}/missing`;
    const problems = problemsOf(() =>
      readRegistry({ schema, shipped: null, folders: [folder.path, missing] }),
    );
    expect(problems.map((problem) => problem.split(' ', 1)[0])).toEqual([
      'a.graphql:1:11',
      'b.graphql:2:9',
      'missing',
    ]);
  });

  it('hides nothing of what is wrong with the others of its file', () => {
    const problems = problemsOf(() =>
      read(`query A { nope }\nquery B ${rest('POST', '/b')} { names }\nquery C { names }`),
    );
    expect(problems).toEqual([
      expect.stringMatching(/^a\.graphql:1:11 Cannot query field "nope"/),
      'a.graphql:2:9 B: A query is asked for with GET.',
    ]);
  });

  it('is a name that another one has, in whichever file', () => {
    const folder = folderWith({ 'a.graphql': 'query Q { names }', 'b.graphql': 'query Q { count }' });
    const problems = problemsOf(() => readRegistry({ schema, shipped: null, folders: [folder.path] }));
    expect(problems).toEqual([
      expect.stringMatching(/^b\.graphql:1 Q is the name of another operation: .*a\.graphql:1\.$/),
    ]);
  });

  it('is a cost beyond the limit, for those that an operator adds', () => {
    const options = { worstCost: () => 51, costLimit: 50 };
    expect(problemsOf(() => read('query Q { names }', options))).toEqual([
      'a.graphql:1 Q can cost 51, and 50 is the limit (server.limits.cost).',
    ]);
    const ours = folderWith({ 'a.graphql': 'query Q { names }' });
    expect(problemsOf(() => readRegistry({ schema, shipped: ours.path, ...options }))).toEqual([]);
  });
});

describe('manifests', () => {
  const manifest = (json: unknown) => {
    const folder = folderWith({ 'm.json': typeof json === 'string' ? json : JSON.stringify(json) });
    return readRegistry({ schema, shipped: null, manifests: [folder.file('m.json')] });
  };
  const apollo = (operations: unknown) => ({
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations,
  });

  it('of Apollo’s format give ids to documents', () => {
    const body = 'query N { names }';
    const registry = manifest(apollo([{ id: 'my-1', name: 'N', type: 'query', body }]));
    expect(registry.find('my-1')).toMatchObject({ name: 'N', kind: 'query', text: body, rest: null });
  });

  it('that are maps from ids to documents do too, hashes with and without their prefix', () => {
    const hash = 'a'.repeat(64);
    const registry = manifest({ [`sha256:${hash}`]: 'query N { names }' });
    expect(registry.find(hash)?.name).toBe('N');
    expect(registry.find(`sha256:${hash}`)?.name).toBe('N');
  });

  it.each([
    ['no JSON', '{', /m\.json must be a manifest/],
    ['another format', { format: 'x', operations: [] }, /must be a manifest/],
    [
      'a document that does not fit the schema',
      { a: 'query N { names }', b: 'query M {\n nope }' },
      /^m\.json#2:2:2 Cannot query field/,
    ],
    [
      'two operations in one entry',
      { a: 'query N { names } query M { count }' },
      /m\.json#1 An entry must hold one/,
    ],
    ['only fragments', { a: 'fragment F on Thing { id }' }, /m\.json#1/],
    [
      'one id for two documents',
      apollo([
        { id: 'a', body: 'query N { names }' },
        { id: 'a', body: 'query M { count }' },
      ]),
      /M has the id of another operation/,
    ],
  ])('are refused for %s', (_name, json, expected) => {
    expect(problemsOf(() => manifest(json)).join('\n')).toMatch(expected);
  });

  it('do not make an id lead to what objects inherit', () => {
    const registry = manifest({ a: 'query N { names }' });
    for (const id of ['__proto__', 'constructor', 'toString', '']) expect(registry.find(id)).toBeUndefined();
  });
});
