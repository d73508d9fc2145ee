import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import { checkPage } from '../../resolvers/connection.js';
import { BadUserInputError } from '../../src/errors/index.js';
import { fromGlobalId, toGlobalId } from '../../src/model/index.js';
import { enomCases } from '../support/faulted/enom-cases.js';
import { hsphereCases } from '../support/faulted/hsphere-cases.js';
import { mspcCases } from '../support/faulted/mspc-cases.js';
import { poaCases } from '../support/faulted/poa-cases.js';
import { Random } from '../support/faulted/random.js';
import type { RestGateway } from '../support/rest-gateway.js';
import { ids, oddCursors, oddIds, oddJson, oddTexts } from './odd-values.js';

/** An id is taken apart so that its parts make it again, or is the caller's mistake. */
export const idsAreTold = () =>
  fc.property(oddIds, (id) => {
    try {
      const { backend, type, nativeId } = fromGlobalId(id, ['id']);
      if (toGlobalId(backend, type, nativeId) !== id) throw new Error('not the id that was given');
    } catch (error) {
      if (!(error instanceof BadUserInputError)) throw error;
    }
  });

/** A cursor says where a page starts, or is the caller's mistake. */
export const cursorsAreTold = () =>
  fc.property(oddCursors, fc.option(fc.integer(), { nil: undefined }), (after, first) => {
    try {
      const page = checkPage({ after, ...(first === undefined ? {} : { first }) });
      if (!Number.isSafeInteger(page.offset) || page.offset < 0) throw new Error('no place in a list');
    } catch (error) {
      if (!(error instanceof BadUserInputError)) throw error;
    }
  });

type Asked = fc.Arbitrary<{ readonly query: string; readonly variables: unknown }>;

const asked = (query: string, variables: Readonly<Record<string, fc.Arbitrary<unknown>>>): Asked =>
  fc.record({ query: fc.constant(query), variables: fc.record(variables, { noNullPrototype: true }) });

const contact = fc.record({ firstName: oddTexts, email: fc.constant('ada@example.org'), phone: oddJson });

/** Documents that are sound, with variables that are not. */
const documents: Asked = fc.oneof(
  asked('query ($id: ID!) { node(id: $id) { id } account(id: $id) { id login } domain(id: $id) { name } }', {
    id: ids,
  }),
  asked('query ($id: ID!) { nodes(ids: [$id, $id]) { id } task(id: $id) { id } }', { id: ids }),
  asked(
    'query ($after: String, $first: Int) { accounts(backend: "mspc", first: $first, after: $after) { nodes { id } } }',
    {
      after: oddCursors,
      first: fc.oneof(fc.integer(), oddJson),
    },
  ),
  asked(
    'query ($text: String!) { accountByLogin(backend: "poa", login: $text) { id } domainsByName(name: $text) { id } }',
    {
      text: oddTexts,
    },
  ),
  asked('query ($text: String!) { writeOutcome(idempotencyKey: $text) { state } }', { text: oddTexts }),
  asked('mutation ($input: SuspendAccountInput!) { suspendAccount(input: $input) { userErrors { code } } }', {
    input: fc.oneof(
      fc.record({ accountId: ids, idempotencyKey: oddTexts }, { requiredKeys: ['accountId'] }),
      oddJson,
    ),
  }),
  asked('mutation ($input: CreateAccountInput!) { createAccount(input: $input) { userErrors { code } } }', {
    input: fc.oneof(
      fc.record(
        {
          backend: fc.constantFrom('poa', 'mspc', 'hsphere'),
          login: oddTexts,
          password: oddTexts,
          parentId: ids,
          contact,
        },
        { requiredKeys: ['backend', 'login'] },
      ),
      oddJson,
    ),
  }),
  fc.record({
    query: fc.oneof(
      fc.constantFrom('{ __typename', 'subscription { a }', 'query Q($a: __proto__) { constructor }'),
      oddTexts,
    ),
    variables: oddJson,
  }),
);

const graphqlBody = fc.oneof(
  { weight: 6, arbitrary: documents },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        documents,
        fc.record(
          { operationName: oddTexts, extensions: oddJson, documentId: oddJson },
          { requiredKeys: [] },
        ),
      )
      .map(([body, more]) => ({ ...body, ...more })),
  },
  { weight: 1, arbitrary: oddJson },
);

const graphqlText = fc.oneof(
  { weight: 20, arbitrary: graphqlBody.map((body) => JSON.stringify(body)) },
  oddTexts,
);

/** Any body that is sent to `/graphql` is answered as JSON, and nothing in it is a surprise to the gateway. */
export const graphqlIsTold = (gateway: RestGateway) =>
  fc.asyncProperty(graphqlText, async (payload) => {
    const headers = { 'content-type': 'application/json' };
    checkAnswer(await gateway.ask({ method: 'POST', url: '/graphql', headers, payload }));
  });

/** Inputs of mutations that the sandbox may take. */
const filled = [poaCases, mspcCases, hsphereCases, enomCases].flatMap(({ cases }) =>
  cases.map(({ input }) => input(new Random(7))),
);

/** The input, without what a path names as a rule, and with something odd in place of one of its members. */
function withOdd(input: Readonly<Record<string, unknown>>, at: number, odd: unknown): unknown {
  const members = Object.entries(input).filter(([name]) => !name.endsWith('Id'));
  const place = members.length === 0 ? 0 : at % (2 * members.length);
  return Object.fromEntries(members.map(([name, value], index) => [name, index === place ? odd : value]));
}

/** As is whatever is sent to a route of REST. */
export function restIsTold(gateway: RestGateway) {
  const routes = gateway.registry.operations.flatMap(({ rest }) => (rest === null ? [] : [rest]));
  const part = fc
    .oneof({ weight: 4, arbitrary: ids }, oddCursors)
    .map((text) => encodeURIComponent(wellFormed(text)));
  const path = fc
    .tuple(fc.constantFrom(...routes), fc.array(part, { minLength: 3, maxLength: 3 }))
    .map(([{ method, path: pattern }, parts]) => {
      let used = 0;
      return { method, path: pattern.replaceAll(/\{\w+\}/g, () => parts[used++] ?? 'x') };
    });
  const body = fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(...filled), fc.nat(), oddJson)
        .map(([input, at, odd]) => withOdd(input, at, odd)),
    },
    oddJson,
  );
  const someMembers = fc.array(
    fc.tuple(
      fc.oneof(fc.constantFrom('first', 'after', 'login', 'fields'), oddTexts),
      fc.oneof(oddTexts, oddCursors),
    ),
    { maxLength: 3, size: '-1' },
  );
  const query = fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, someMembers);
  const key = fc.option(
    oddTexts.filter((text) => !/[^\t\x20-\x7e\x80-\xff]/.test(text)),
    { nil: undefined },
  );
  return fc.asyncProperty(path, query, body, key, async (route, members, sent, idempotencyKey) => {
    const search = new URLSearchParams(
      members.map(([name, value]): [string, string] => [wellFormed(name), wellFormed(value)]),
    );
    checkAnswer(
      await gateway.ask({
        method: route.method,
        url: `/rest/v1${route.path}?${search}`,
        headers: {
          'content-type': 'application/json',
          ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        },
        ...(route.method === 'GET' ? {} : { payload: JSON.stringify(sent) }),
      }),
    );
  });
}

/** Half a surrogate pair has no form in UTF-8. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

function checkAnswer({ statusCode, body, headers }: LightMyRequestResponse): void {
  if (statusCode === 500) throw new Error('an answer of 500');
  if (body.includes('INTERNAL_SERVER_ERROR')) throw new Error('an error that nobody foresaw');
  if (Object.hasOwn(headers, 'x-injected')) throw new Error('a header that was sent in');
  if (body !== '') JSON.parse(body);
}
