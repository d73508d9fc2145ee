import { getIntrospectionQuery, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGatewaySchema } from '../../../../resolvers/schema.js';
import { type EdgeServer, startEdgeServer } from '../../../support/edge-server.js';

const DEFAULTS = { tokens: 5_000, depth: 20, breadth: 500, selections: 10_000, aliases: 200, cost: 2_000 };
/** As little as can be set, and as much. */
const LEAST = { tokens: 500, depth: 3, breadth: 100, selections: 500, aliases: 0, cost: 1 };
const MOST_TOKENS = { ...DEFAULTS, tokens: 20_000 };

const schema = buildGatewaySchema();
const servers: EdgeServer[] = [];
const start = async (limits: typeof DEFAULTS): Promise<EdgeServer> => {
  const server = await startEdgeServer({ schema, settings: { limits } });
  servers.push(server);
  return server;
};
let server: EdgeServer;
let generous: EdgeServer;
beforeAll(async () => {
  // A parser that V8 has not compiled yet takes three times the stack for a level of a document.
  for (let turn = 0; turn < 1_000; turn += 1) parse(nested(300));
  server = await start(DEFAULTS);
  generous = await start(MOST_TOKENS);
});
afterAll(() => Promise.all(servers.map((started) => started.close())));

const ask = (to: EdgeServer, query: string, variables = {}) =>
  to.ask({ method: 'POST', url: '/graphql', payload: { query, variables } });

const times = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');
/** `{ account(…) { parent { … } } }`, so many fields in one another. */
const nested = (depth: number): string =>
  `{ account(id: "poa:Account:1") { ${'parent { '.repeat(depth - 2)} id ${'}'.repeat(depth - 2)} } }`;
/** Fragments of which each holds the next one twice. */
const doubling = (count: number): string =>
  `{ backends { ...F0 } } ${times(count, (index) => `fragment F${index} on Backend { ...F${index + 1} ...F${index + 1} }`)}
  fragment F${count} on Backend { name }`;

describe('a query that could cost too much', () => {
  it('is 400 and tells its cost, the limit and the field that costs most', async () => {
    const query = `{
      accounts(backend: "mspc", first: 20) { nodes { login packages(first: 30) { nodes { name comments } } } }
    }`;
    const answer = await ask(server, query.replace('first: 30', 'first: 100'));
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toEqual({
      errors: [
        {
          message:
            'The query could cost 2021, and 2000 is the limit (server.limits.cost): 2000 of it is for ' +
            'accounts.nodes.packages.nodes.comments. Ask for fewer entries with "first", or for less of each.',
          locations: [{ line: 2, column: 96 }],
          extensions: {
            code: 'QUERY_TOO_COSTLY',
            cost: 2021,
            limit: 2000,
            field: ['accounts', 'nodes', 'packages', 'nodes', 'comments'],
          },
        },
      ],
    });
    expect((await ask(server, query)).json().errors[0].extensions.code).not.toBe('QUERY_TOO_COSTLY');
  });

  it('is told by its variables, request by request', async () => {
    const query = `query ($first: Int) { accounts(backend: "mspc", first: 20) { nodes {
      packages(first: $first) { nodes { comments } } } } }`;
    const codes = [];
    for (const first of [10, 98, 99, 10]) {
      codes.push((await ask(server, query, { first })).json().errors[0].extensions.code);
    }
    expect(codes).toEqual([
      'INTERNAL_SERVER_ERROR',
      'INTERNAL_SERVER_ERROR',
      'QUERY_TOO_COSTLY',
      'INTERNAL_SERVER_ERROR',
    ]);
  });

  it('has a cost that is a number, however deep its lists are', async () => {
    const query = `{ accounts(backend: "mspc", first: 200) { nodes {
      ${'children(first: 200) { nodes { '.repeat(8)} login ${'} }'.repeat(8)} } } }`;
    const { extensions } = (await ask(server, query)).json().errors[0];
    expect(extensions).toMatchObject({ code: 'QUERY_TOO_COSTLY', cost: Number.MAX_SAFE_INTEGER });
  });

  it('is no log line of the gateway’s own failures', async () => {
    await ask(
      server,
      '{ accounts(backend: "mspc", first: 200) { nodes { packages(first: 200) { nodes { comments } } } } }',
    );
    expect(server.log.filter(({ code }) => code === 'QUERY_TOO_COSTLY')).toEqual([]);
  });
});

interface Refusal {
  readonly what: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly code: 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED' | 'BAD_USER_INPUT';
  readonly message: string;
}

const PAGE =
  'query ($first: Int) { account(id: "poa:Account:1") { subscriptions(first: $first) { totalCount } } }';

const REFUSALS: readonly Refusal[] = [
  {
    what: '21 levels',
    query: nested(21),
    code: 'GRAPHQL_VALIDATION_FAILED',
    message: 'Field "id" lies on level 21: a query may have 20 levels (server.limits.depth).',
  },
  {
    what: '501 fields on one level, in two branches',
    query: `{ a: backends { ${'name '.repeat(250)} } b: backends { ${'name '.repeat(250)} kind } }`,
    code: 'GRAPHQL_VALIDATION_FAILED',
    message: 'Field "kind" is one field too many on level 2: a level may have 500 (server.limits.breadth).',
  },
  {
    what: '201 aliases, some of them in a fragment',
    query: `{ ${times(150, (index) => `a${index}: __typename`)} ...F } fragment F on Query { ${times(51, (index) => `b${index}: viewer { name }`)} }`,
    code: 'GRAPHQL_VALIDATION_FAILED',
    message: 'Field "viewer" has one alias too many: a query may have 200 (server.limits.aliases).',
  },
  {
    what: 'a million fields in twenty fragments',
    query: doubling(20),
    code: 'GRAPHQL_VALIDATION_FAILED',
    message: 'Field "name" is one field too many on level 2: a level may have 500 (server.limits.breadth).',
  },
  {
    what: 'spreads of empty fragments that double as often',
    query: doubling(400).replace(
      '{ name }',
      '{ ...on Backend { ...on Backend { ...on Backend { name @skip(if: true) } } } }',
    ),
    code: 'GRAPHQL_VALIDATION_FAILED',
    message: expect.stringMatching(
      /^(Field|Fragment) "\w+" is one (field|selection) too many/,
    ) as unknown as string,
  },
  {
    what: 'a fragment in itself',
    query: '{ backends { ...F } } fragment F on Backend { name ...G } fragment G on Backend { kind ...F }',
    code: 'GRAPHQL_VALIDATION_FAILED',
    message: 'Cannot spread fragment "F" within itself via "G".',
  },
  {
    what: 'a fragment that nobody asks for, with 501 fields',
    query: `{ backends { name } } fragment F on Backend { ${'name '.repeat(501)} }`,
    code: 'GRAPHQL_VALIDATION_FAILED',
    message: 'Field "name" is one field too many on level 1: a level may have 500 (server.limits.breadth).',
  },
  {
    what: 'many operations that together are large',
    query: `${times(30, (index) => `query Q${index} { ...F }`)} fragment F on Query { ${times(4, () => 'backends { ...G }')} }
      fragment G on Backend { ${'name '.repeat(100)} }`,
    code: 'GRAPHQL_VALIDATION_FAILED',
    message:
      'Field "name" is one selection too many: a document may have 10000, its fragments spread out (server.limits.selections).',
  },
  {
    what: '10,000 levels',
    query: nested(10_000),
    code: 'GRAPHQL_PARSE_FAILED',
    // The parser runs out of tokens or of stack, which of them first is the machine's.
    message: expect.stringMatching(
      /^Syntax Error: (Document contains more that 5000 tokens|The document is nested too deeply)/,
    ) as unknown as string,
  },
  {
    what: '10,000 aliases',
    query: `{ ${times(10_000, (index) => `a${index}: __typename`)} }`,
    code: 'GRAPHQL_PARSE_FAILED',
    message: 'Syntax Error: Document contains more that 5000 tokens. Parsing aborted.',
  },
  {
    what: 'a page of 201',
    query: '{ account(id: "poa:Account:1") { subscriptions(first: 201) { totalCount } } }',
    code: 'BAD_USER_INPUT',
    message: 'first of subscriptions must be 0 to 200',
  },
  ...[201, -1, 2_147_483_647].map(
    (first): Refusal => ({
      what: `a page of ${first} by a variable`,
      query: PAGE,
      variables: { first },
      code: 'BAD_USER_INPUT',
      message: 'first of subscriptions must be 0 to 200',
    }),
  ),
  {
    what: 'a page that is too long for a number',
    query: PAGE,
    variables: { first: 1e300 },
    code: 'BAD_USER_INPUT',
    message: 'first of subscriptions must be 0 to 200',
  },
  {
    what: 'a page of no number',
    query: PAGE,
    variables: { first: '20' },
    code: 'BAD_USER_INPUT',
    message: 'Variable "$first" got invalid value: expected Int, got string.',
  },
  {
    what: '101 ids',
    query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    variables: { ids: Array.from({ length: 101 }, (_, index) => `poa:Account:${index + 1}`) },
    code: 'BAD_USER_INPUT',
    message: 'ids of nodes takes at most 100 entries',
  },
  {
    what: '101 ids in an input',
    query: `mutation ($input: SubscriptionsInput!) { suspendSubscriptions(input: $input) { idempotencyKey } }`,
    variables: {
      input: { subscriptionIds: Array.from({ length: 101 }, (_, index) => `poa:Subscription:${index + 1}`) },
    },
    code: 'BAD_USER_INPUT',
    message: 'input.subscriptionIds of suspendSubscriptions takes at most 100 entries',
  },
  {
    what: '101 names',
    query: `{ package(id: "mspc:Package:1") { quotas(names: [${times(101, (index) => `"${index}"`)}]) { used } } }`,
    code: 'BAD_USER_INPUT',
    message: 'names of quotas takes at most 100 entries',
  },
];

describe('a document that asks too much', () => {
  it.each(REFUSALS)('is 400 and names the field: $what', async ({ query, variables = {}, code, message }) => {
    const answer = await ask(server, query, variables);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toEqual({
      errors: [expect.objectContaining({ message, extensions: expect.objectContaining({ code }) })],
    });
  });

  it('names the argument as other refusals of input do', async () => {
    const [error] = (await ask(server, PAGE, { first: 500 })).json().errors;
    expect(error).toEqual({
      message: 'first of subscriptions must be 0 to 200',
      locations: [{ line: 1, column: 68 }],
      extensions: { code: 'BAD_USER_INPUT', field: ['first'] },
    });
  });

  it.each<[string, string, RegExp]>([
    [
      '6,000 levels',
      nested(6_000),
      /^Field "parent" lies on level 21|^Syntax Error: The document is nested too deeply/,
    ],
    [
      '6,000 aliases',
      `{ ${times(6_000, (index) => `a${index}: __typename`)} }`,
      /^Field "__typename" has one alias/,
    ],
    ['19,000 fields', `{ ${'__typename '.repeat(19_000)} }`, /^Field "__typename" is one field too many/],
    [
      '4,000 inline fragments in one another',
      `{ ${'... { '.repeat(4_000)} __typename ${'}'.repeat(4_000)} ...Nope }`,
      /^Unknown fragment "Nope"|^Syntax Error: The document is nested too deeply/,
    ],
    [
      'a chain of 1,900 fragments',
      `{ ...F0 } ${times(1_900, (index) => `fragment F${index} on Query { ...F${index + 1} }`)} fragment F1900 on Query { nope }`,
      /^Cannot query field "nope"/,
    ],
    [
      '2,400 levels of introspection',
      `{ __type(name: "Query") { ${'ofType { '.repeat(2_400)} nope ${'}'.repeat(2_400)} } }`,
      /^Cannot query field "nope"/,
    ],
    ['fragments that double 1,500 times', doubling(1_500), /is one (field|selection) too many/],
  ])(
    'is refused in a moment where as many tokens are allowed as can be: %s',
    async (_what, query, message) => {
      const begun = performance.now();
      const answer = await ask(generous, query);
      expect(performance.now() - begun).toBeLessThan(1_500);
      expect(answer.statusCode).toBe(400);
      const { errors } = answer.json();
      expect(errors).toHaveLength(1);
      expect(errors[0].message).toMatch(message);
    },
  );
});

describe('a document within the limits', () => {
  it.each([
    ['200 aliases', `{ ${times(200, (index) => `a${index}: __typename`)} }`],
    ['500 fields on one level', `{ ${'__typename '.repeat(500)} }`],
    [
      'a directive that leaves everything out',
      `{ __typename ... @include(if: false) { ${nested(20).slice(1)} }`,
    ],
  ])('is answered: %s', async (_what, query) => {
    const answer = await ask(server, query);
    expect(answer.json()).toEqual({ data: expect.objectContaining({}) });
    expect(answer.statusCode).toBe(200);
  });

  it.each([
    ['GraphiQL sends', {}],
    [
      'tells everything',
      {
        descriptions: true,
        schemaDescription: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        inputValueDeprecation: true,
        oneOf: true,
      },
    ],
  ])('is the introspection that %s, whatever the limits', async (_what, options) => {
    const least = await start(LEAST);
    const answer = await ask(least, getIntrospectionQuery(options));
    expect(answer.statusCode).toBe(200);
    expect(answer.json().data.__schema.types.length).toBeGreaterThan(50);
  });
});
