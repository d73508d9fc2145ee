import { Kind } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildGatewaySchema } from '../../resolvers/schema.js';
import { createApiKey } from '../../src/http/api-key.js';
import type { PersistedOperation, RestRoute, RestTarget } from '../../src/persisted/index.js';
import { readRegistry } from '../../src/persisted/index.js';
import { type RestGateway, startRestGateway } from '../support/rest-gateway.js';
import { CALLERS, type CallerName } from '../support/scoped.js';
import { CUSTOMERS, mayChange } from './change-cases.js';
import { inputFor, MUTATIONS, mutationsOf } from './change-inputs.js';
import { REST_CASES } from './rest-cases.js';

type Routed = PersistedOperation & { readonly rest: RestRoute };
type Values = Readonly<Record<string, unknown>>;

const schema = buildGatewaySchema();
const routes = readRegistry({ schema }).operations.filter((one): one is Routed => one.rest !== null);
const reads = routes.filter(({ kind }) => kind === 'query');
const changes = routes.filter(({ kind }) => kind === 'mutation');
const callers = Object.keys(CALLERS) as CallerName[];
const KEYS = new Map(callers.map((name) => [name, createApiKey()] as const));

const rootOf = ({ definition }: PersistedOperation): string => {
  const [first] = definition.selectionSet.selections;
  return first?.kind === Kind.FIELD ? first.name.value : '';
};
const caseOf = (route: Routed) => REST_CASES[route.name] ?? REST_CASES[rootOf(route)];

let gateway: RestGateway;
beforeAll(async () => {
  const apiKeys = callers.map((id) => {
    const { roles, scope } = CALLERS[id];
    const rights = { roles: [...roles], ...(scope === null ? {} : { scope: copyOf(scope) }) };
    return { id, sha256: KEYS.get(id)?.sha256 ?? '', ...rights };
  });
  gateway = await startRestGateway({ auth: { apiKeys } });
});
beforeEach(() => {
  for (const simulator of Object.values(gateway.panels.simulators)) simulator.reset();
});
afterAll(() => gateway.close());

const copyOf = (scope: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(scope).map(([name, roots]) => [name, [...roots]]));

/** A request for a route, whose places are filled from what they stand for. */
async function ask(caller: CallerName | null, { rest }: Routed, fill: (target: RestTarget) => unknown) {
  runs += 1;
  let path = rest.path;
  const query = new URLSearchParams();
  for (const { in: place, name, target } of rest.parameters) {
    const value = fill(target);
    if (place === 'path') path = path.replace(`{${name}}`, encodeURIComponent(String(value)));
    else if (value !== undefined) query.set(name, String(value));
  }
  const members =
    rest.body?.members.map(({ name }) => [name, fill({ variable: 'input', member: name })]) ?? [];
  const body = Object.fromEntries(members.filter(([, value]) => value !== undefined)) as Values;
  const answer = await gateway.ask({
    method: rest.method,
    url: `/rest/v1${path}?${query}`,
    // Each request comes from a place of its own: whoever fails too often from one is not listened to any more.
    remoteAddress: `10.1.${runs >> 8}.${runs & 255}`,
    headers: {
      ...(caller === null ? {} : { authorization: `Bearer ${KEYS.get(caller)?.key}` }),
      ...(rest.key === null ? {} : { 'idempotency-key': `"${caller}-${runs}"` }),
      ...(rest.body === null ? {} : { 'content-type': 'application/json' }),
    },
    ...(rest.body === null ? {} : { payload: body }),
  });
  const { instance: _, ...told } = answer.body === '' ? {} : (answer.json() as Record<string, unknown>);
  return { status: answer.statusCode, told };
}
let runs = 0;

const byVariable =
  (values: Values) =>
  ({ variable }: RestTarget): unknown =>
    values[variable];
const byMember =
  (input: Values) =>
  ({ member }: RestTarget): unknown =>
    member === null ? undefined : input[member];

describe('the matrix of routes', () => {
  it('has a row for every route', () => {
    expect(reads.filter((route) => caseOf(route) === undefined).map(({ name }) => name)).toEqual([]);
    expect(changes.filter((route) => !MUTATIONS.includes(rootOf(route))).map(({ name }) => name)).toEqual([]);
    expect(routes.length).toBeGreaterThan(100);
  });

  it('is closed to whoever says not who it is', async () => {
    for (const route of routes) {
      expect((await ask(null, route, () => 'x')).status, route.name).toBe(401);
    }
    const graph = { method: 'POST', url: '/graphql', payload: { query: '{ viewer { name } }' } } as const;
    expect((await gateway.ask(graph)).statusCode).toBe(401);
    expect(Object.values(gateway.panels.takeCalls()).flat()).toEqual([]);
  });

  describe.each(callers)('as %s', (caller) => {
    it('answers reads to whom they belong, and to others as if there were nothing', async () => {
      for (const route of reads) {
        const { there, absent, seenBy } = caseOf(route) ?? { there: {}, absent: {}, seenBy: [] };
        const answer = await ask(caller, route, byVariable(there));
        if (seenBy.includes(caller)) expect(answer.status, route.name).toBe(200);
        else expect(answer, route.name).toEqual(await ask(caller, route, byVariable(absent)));
      }
    });

    it('forbids changes to what is not the caller’s', async () => {
      for (const [backend, mutation] of mutationsOf(gateway.panels.backends)) {
        const route = changes.find((candidate) => rootOf(candidate) === mutation);
        const objects = CUSTOMERS[backend];
        if (route === undefined || objects === undefined) continue;
        gateway.panels.simulators[backend as 'poa'].reset();
        const answer = await ask(caller, route, byMember(inputFor(backend, mutation, objects)));
        const isForbidden = !mayChange(backend, mutation).includes(caller);
        expect([answer.status === 403, answer.told.code === 'FORBIDDEN'], `${backend} ${mutation}`).toEqual([
          isForbidden,
          isForbidden,
        ]);
      }
    });
  });
});
