import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { documentedAnswers, routesOf } from '../../support/documented-answers.js';
import { askExample, exampleBodyOf, ownParametersOf, routeNamed } from '../../support/documented-requests.js';
import { createOpenApiDocument } from '../../support/openapi-document.js';
import { type RestGateway, startRestGateway } from '../../support/rest-gateway.js';

const document = createOpenApiDocument();
const routes = routesOf(document);
const named = routes.map((route) => [route.operation.operationId, route] as const);
const { faultsOf, bodyFaultsOf } = documentedAnswers(document);

/** Examples that stand on what another one leaves behind. */
const FIRST: Readonly<Record<string, string>> = {
  WriteOutcome: 'PurchaseEmailBundle',
  DeleteDnsRecord: 'CreateDnsRecord',
};

let gateway: RestGateway;
beforeAll(async () => {
  gateway = await startRestGateway();
});
afterEach(() => {
  for (const simulator of Object.values(gateway.panels.simulators)) simulator.reset();
});
afterAll(() => gateway.close());

describe('an example of the document', () => {
  it.each(named)('has all that %s needs, in the form that it takes', (_name, route) => {
    const missing = ownParametersOf(route).filter(
      ({ required, example }) => required === true && example === undefined,
    );
    expect(missing).toEqual([]);
    expect(bodyFaultsOf(route, exampleBodyOf(route))).toEqual([]);
  });

  it.each(named)('is carried out by the sandbox, and answered as documented: %s', async (name, route) => {
    const first = FIRST[name];
    if (first !== undefined) await askExample(gateway, routeNamed(routes, first), 'order-4711');
    const answer = await askExample(gateway, route, `example-${name}`);
    expect(answer.statusCode < 300 ? '' : answer.body).toBe('');
    expect(faultsOf(route, answer)).toEqual([]);
    expect(answer.headers['x-hostgraph-partial']).toBeUndefined();
  });
});
