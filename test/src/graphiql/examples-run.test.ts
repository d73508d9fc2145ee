import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGatewaySchema } from '../../../resolvers/schema.js';
import { serverSettings } from '../../../src/config/server-settings.js';
import { examples } from '../../../src/graphiql/examples.js';
import { documentLimits } from '../../../src/http/limits/document-limits.js';
import type { Backend } from '../../../src/model/index.js';
import { startEnomGateway } from '../../support/enom-gateway.js';
import { startHsphereGateway } from '../../support/hsphere-gateway.js';
import { startMspcGateway } from '../../support/mspc-gateway.js';
import { runOperation, startPoaGateway } from '../../support/poa-gateway.js';
import { costOfQuery } from '../../support/query-cost.js';

const { limits } = serverSettings.parse({});
const schema = buildGatewaySchema();

const CASES = examples.map(({ query, variables = {} }) => ({
  name: /(?:query|mutation) (\w+)/.exec(query)?.[1],
  query,
  variables,
}));

describe('the example queries of the GraphiQL page', () => {
  let gateways: ReadonlyArray<{ readonly backend: Backend; close(): Promise<void> }>;
  let backends: readonly Backend[];
  beforeAll(async () => {
    gateways = await Promise.all([
      startPoaGateway(),
      startMspcGateway(),
      startHsphereGateway(),
      startEnomGateway(),
    ]);
    backends = gateways.map(({ backend }) => backend);
  });
  afterAll(() => Promise.all(gateways.map((gateway) => gateway.close())));

  it.each(CASES)('are valid: $name', ({ query }) => {
    expect(validate(schema, parse(query))).toEqual([]);
  });

  it.each(CASES)('find what they ask for in the sandbox: $name', async ({ query, variables }) => {
    const { data, errors } = await runOperation(backends, query, variables);
    expect(errors).toBeUndefined();
    expect(Object.keys(data ?? {}).length).toBeGreaterThan(0);
    expect(Object.values(data ?? {})).not.toContain(null);
    expect(Object.values(data ?? {})).not.toContainEqual([]);
  });

  it.each(CASES)('stay well within the limits: $name', ({ query, variables }) => {
    expect(validate(schema, parse(query), [documentLimits(limits)])).toEqual([]);
    expect(costOfQuery(query, variables, backends)).toBeLessThan(limits.cost / 10);
  });
});
