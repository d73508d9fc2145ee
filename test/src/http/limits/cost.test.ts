import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGatewaySchema } from '../../../../resolvers/schema.js';
import { type EnomGateway, startEnomGateway } from '../../../support/enom-gateway.js';
import { type HsphereGateway, startHsphereGateway } from '../../../support/hsphere-gateway.js';
import { type MspcGateway, startMspcGateway } from '../../../support/mspc-gateway.js';
import { type PoaGateway, runOperation, startPoaGateway } from '../../../support/poa-gateway.js';
import { costOfQuery } from '../../../support/query-cost.js';
import { randomQuery } from '../../../support/random-query.js';

type BackendName = 'poa' | 'enom' | 'mspc';

interface CostCase {
  readonly title: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly backends: readonly BackendName[];
  readonly cost: number;
  /** What the panels are really asked: never more than the cost. */
  readonly calls: number;
}

const poa = ['poa'] as const;
const enom = ['enom'] as const;
const mspc = ['mspc'] as const;
const poaAndEnom = ['poa', 'enom'] as const;

const MAILBOXES = `query ($first: Int = 5) { subscription(id: "poa:Subscription:2000007") {
  mailboxes(first: $first) { nodes { status } } } }`;
const WITH_OR_WITHOUT = `query ($more: Boolean!) { account(id: "poa:Account:1000009") { kind
  subscriptions @include(if: $more) { nodes { id ... @skip(if: $more) { name } } } } }`;
const EITHER = `query ($a: Boolean!, $b: Boolean!) { account(id: "poa:Account:1000005") { parent {
  id ...A @include(if: $a) contact @include(if: $b) { ...B } } } }
  fragment A on Account { kind } fragment B on Contact { address { city } }`;

const CASES: readonly CostCase[] = [
  {
    title: 'an object by its id, which comes with its details',
    query:
      '{ account(id: "poa:Account:1000005") { id kind contact { email address { city } } parent { id } } }',
    backends: poa,
    cost: 1,
    calls: 1,
  },
  {
    title: 'an object that is mentioned, until a detail of it is asked for',
    query: `{ account(id: "poa:Account:1000005") { parent { kind nativeKind contact { address { city } } } } }`,
    backends: poa,
    cost: 2,
    calls: 2,
  },
  {
    title: 'objects of a list, until details of them are asked for',
    query: '{ account(id: "poa:Account:1000009") { subscriptions { totalCount nodes { id } } } }',
    backends: poa,
    cost: 2,
    calls: 2,
  },
  {
    title: 'details of each object of a page as one call, resources included',
    query: `{ account(id: "poa:Account:1000009") { subscriptions(first: 2) { nodes {
      name active planVersion plan { id } account { id } resources { limit usage } } } } }`,
    backends: poa,
    cost: 4,
    calls: 4,
  },
  {
    title: 'nodes and edges of a page as the same objects',
    query: `{ account(id: "poa:Account:1000009") { subscriptions(first: 2) {
      nodes { name } again: nodes { active } edges { cursor node { planVersion domains { totalCount } } } } } }`,
    backends: poa,
    cost: 6,
    calls: 6,
  },
  {
    title: 'what a list tells of its objects as nothing more',
    query: `{ subscription(id: "poa:Subscription:2000007") { mailboxes(first: 200) { nodes {
      id address displayName login sizeKiB serviceUser { id } subscription { id } } } } }`,
    backends: poa,
    cost: 2,
    calls: 2,
  },
  {
    title: 'what a list does not tell as a call for each object',
    query:
      '{ subscription(id: "poa:Subscription:2000007") { mailboxes(first: 20) { nodes { address alias limits { sizeKiB } } } } }',
    backends: poa,
    cost: 22,
    calls: 22,
  },
  {
    title: 'lists in lists as the product of their lengths',
    query: `{ account(id: "poa:Account:1000005") { subscriptions(first: 3) { nodes { domains(first: 4) { nodes { name kind hosting
      subscription { id } } } serviceUsers(first: 5) { nodes { login mailbox { id } } } } } } }`,
    backends: poa,
    cost: 1 + 1 + 3 * (1 + 4 + 1 + 5),
    calls: 8,
  },
  {
    title: 'a page without a length as one of 50, and one of none as nothing',
    query: `{ account(id: "poa:Account:1000009") { a: subscriptions { nodes { name } }
      b: subscriptions(first: null) { nodes { domains { totalCount } } }
      c: subscriptions(first: 0) { nodes { mailboxes { totalCount } } } } }`,
    backends: poa,
    cost: 1 + (1 + 50) + (1 + 50) + 1,
    calls: 6,
  },
  {
    title: 'a page by a variable',
    query: MAILBOXES,
    variables: { first: 12 },
    backends: poa,
    cost: 14,
    calls: 14,
  },
  { title: 'a page by the default of a variable', query: MAILBOXES, backends: poa, cost: 7, calls: 7 },
  {
    title: 'a part that is included',
    query: WITH_OR_WITHOUT,
    variables: { more: true },
    backends: poa,
    cost: 2,
    calls: 2,
  },
  {
    title: 'a part that is not included as nothing',
    query: WITH_OR_WITHOUT,
    variables: { more: false },
    backends: poa,
    cost: 1,
    calls: 1,
  },
  ...[
    { a: false, b: true, cost: 2 },
    { a: true, b: true, cost: 2 },
    { a: false, b: false, cost: 1 },
  ].map(
    ({ a, b, cost }): CostCase => ({
      title: `a detail that one of two fragments asks for, with the first ${a ? 'in' : 'out'} and the second ${b ? 'in' : 'out'}`,
      query: EITHER,
      variables: { a, b },
      backends: poa,
      cost,
      calls: cost,
    }),
  ),
  {
    title: 'ids each by the type that they name',
    query: `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Account { kind subscriptions { totalCount } }
      ... on Subscription { name } ... on Mailbox { subscription { id } } } }`,
    variables: {
      ids: ['poa:Account:1000002', 'poa:Account:1000006', 'poa:Subscription:2000006', 'nonsense'],
    },
    backends: poa,
    cost: 2 * (1 + 1) + 1,
    calls: 5,
  },
  {
    title: 'a domain as POA can tell of it, in a detour over a list',
    query: `{ domain(id: "poa:Domain:nordlicht.example") { name kind hosting enabled registrarStatus } }`,
    backends: poa,
    cost: 3,
    calls: 3,
  },
  {
    title: 'a domain by its number as such a detour, whatever is asked of it',
    query: `{ node(id: "poa:Domain:3000001") { id } }`,
    backends: poa,
    cost: 2,
    calls: 2,
  },
  {
    title: 'webspaces as ten, which POA may tell together',
    query: `{ subscription(id: "poa:Subscription:2000010") { webspaces { path diskSpaceLimit } } }`,
    backends: poa,
    cost: 2 + 10,
    calls: 3,
  },
  {
    title: 'the same question under two names, and in a fragment, as one',
    query: `{ a: account(id: "poa:Account:1000005") { kind } ...Again } fragment Again on Query {
      b: account(id: "poa:Account:1000005") { contact { email } } }`,
    backends: poa,
    cost: 1,
    calls: 1,
  },
  {
    title: 'what no backend is asked for as nothing',
    query:
      '{ viewer { name backends { name status } } backends { kind capabilities } __schema { types { name } } __typename }',
    backends: poaAndEnom,
    cost: 0,
    calls: 0,
  },
  {
    title: 'a question to every backend by those that can answer it',
    query: `{ domainsByName(name: "nordlicht.example") { id account { id } }
      mailboxesByAddress(address: "office@alpine-tours.example") { id } }`,
    backends: poaAndEnom,
    cost: 4,
    calls: 4,
  },
  {
    title: 'bundles tenfold, at the backends that sell them',
    query:
      '{ domain(id: "poa:Domain:nordlicht.example") { id counterparts { id expiresOn } emailBundles { id quantity available } } }',
    backends: poaAndEnom,
    cost: 2 + 2 + 10,
    calls: 3,
  },
  {
    title: 'bundles as nothing where no backend sells them',
    query: '{ domain(id: "poa:Domain:nordlicht.example") { emailBundles { id } } }',
    backends: poa,
    cost: 2,
    calls: 1,
  },
  {
    title: 'forwardings tenfold, of as many mailboxes as three bundles can have on a page',
    query: `{ emailBundles(domain: "nordlicht.example") { mailboxes(first: 5) { nodes { address forwarding { to } } } } }`,
    backends: enom,
    cost: 10 + 3 * (1 + 5 * 10),
    calls: 4,
  },
  {
    title: 'a page of domains, which eNom may answer in two',
    query: '{ domains(backend: "enom", first: 3) { nodes { name expiresOn registrarStatus autoRenew } } }',
    backends: enom,
    cost: 2 + 3 * (2 + 1),
    calls: 4,
  },
  {
    title: 'bundles that end, each a call',
    query:
      '{ emailExpirations(backend: "enom", first: 3) { nodes { domainName bundle { id available domain { id } } } } }',
    backends: enom,
    cost: 4,
    calls: 3,
  },
  {
    title: 'the part of a contact that a list of accounts leaves out',
    query: `{ account(id: "mspc:Account:4") { children(first: 3) { nodes { login contact { email phone { number } address { city } } } } } }`,
    backends: mspc,
    cost: 5,
    calls: 5,
  },
  {
    title: 'the part of a contact that a list of accounts tells as nothing more',
    query: `{ account(id: "mspc:Account:4") { children(first: 3) { nodes { login status contact { email lastName } parent { id } } } } }`,
    backends: mspc,
    cost: 2,
    calls: 2,
  },
  {
    title: 'quotas tenfold, once or by name',
    query: `{ a: package(id: "mspc:Package:17") { name quotas { used } }
      b: package(id: "mspc:Package:17") { named: quotas(names: ["Mail.Accounts", "Web.Sites"]) { used } none: quotas(names: []) { used } } }`,
    backends: mspc,
    cost: 1 + 10 + 20,
    calls: 3,
  },
  {
    title: 'addons as ten, with the plans they were bought by',
    query: `{ package(id: "mspc:Package:17") { plan { id } addons { quantity comments package { id } plan { name } } } }`,
    backends: mspc,
    cost: 1 + 1 + 10,
    calls: 4,
  },
];

describe('the cost of a query', () => {
  let gateways: {
    readonly poa: PoaGateway;
    readonly enom: EnomGateway;
    readonly mspc: MspcGateway;
    readonly hsphere: HsphereGateway;
  };
  beforeAll(async () => {
    gateways = {
      poa: await startPoaGateway({ batch: { reads: 'off' } }),
      enom: await startEnomGateway(),
      mspc: await startMspcGateway(),
      hsphere: await startHsphereGateway(),
    };
  });
  afterAll(() => Promise.all(Object.values(gateways).map((gateway) => gateway.close())));

  it.each(CASES)('counts $title', async ({ query, variables = {}, backends, cost, calls }) => {
    const asked = backends.map((name) => gateways[name]);
    const own = asked.map(({ backend }) => backend);
    expect(costOfQuery(query, variables, own)).toBe(cost);
    await runOperation(own, query, variables);
    expect(asked.flatMap((gateway) => gateway.takeCalls())).toHaveLength(calls);
    expect(calls).toBeLessThanOrEqual(cost);
  });

  it('counts a change as ten, each time that it is asked for, with what is read of its object', () => {
    const change = 'renameSubscription(input: { subscriptionId: "poa:Subscription:2000005", name: "x" })';
    const mutation = `mutation { a: ${change} { subscription { name } } b: ${change} { subscription { id } } }`;
    expect(costOfQuery(mutation, {}, [gateways.poa.backend])).toBe(10 + 1 + 10);
  });

  it('is never less than the calls that the query makes', async () => {
    const schema = buildGatewaySchema();
    const asked = Object.values(gateways);
    const backends = asked.map(({ backend }) => backend);
    // Whose login the gateway has, and which methods a panel has, is asked once in a process: no query's cost.
    await runOperation(backends, '{ accounts(backend: "mspc") { totalCount } }');
    const takeCalls = () =>
      asked.flatMap((gateway) => gateway.takeCalls()).filter((method) => method !== 'system.listMethods');
    takeCalls();
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const query = randomQuery(schema, seed);
        const cost = costOfQuery(query, {}, backends);
        if (cost > 1_000) return;
        await runOperation(backends, query);
        const calls = takeCalls();
        compared += calls.length > 0 ? 1 : 0;
        expect(calls.length, query).toBeLessThanOrEqual(cost);
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});
