import { Ajv2020 } from 'ajv/dist/2020.js';
import { GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getResourceUsage } from '../../../adapters/poa/operations/resource-usage.js';
import { activateSubscription } from '../../../adapters/poa/operations/subscription-writes.js';
import { fromJson } from '../../../src/native/from-json.js';
import { paramsSchema } from '../../../src/native/json-schema.js';
import { toJson } from '../../../src/native/to-json.js';
import { type FourPanels, startFourPanels } from '../../support/four-panels.js';
import { createNativeGraph, type NativeGraph } from '../../support/native-graph.js';

const withLimit = (limit: object) => ({
  account_id: 1,
  service_template_id: 2,
  resource_limits: [{ resource_id: 3, ...limit }],
});

describe('a number that documents have under two names', () => {
  it.each([
    ['that of its 32-bit form', { resource_limit: 5 }, 5n],
    ['that of its 64-bit form', { resource_limit64: '5000000000' }, 5_000_000_000n],
    ['both, of which the 64-bit form counts', { resource_limit64: '7', resource_limit: 0 }, 7n],
    ['one of them, the other being null', { resource_limit64: null, resource_limit: 6 }, 6n],
  ])('is taken under %s', (_name, limit, taken) => {
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(paramsSchema(activateSubscription));
    expect(validate(withLimit(limit))).toBe(true);
    expect(fromJson(activateSubscription.params, withLimit(limit))).toEqual(
      withLimit({ resource_limit: taken }),
    );
  });

  it.each([{}, { resource_limit: null }, { resource_limit32: 1 }])(
    'is needed under one of them: %j',
    (limit) => {
      const validate = new Ajv2020({ allowUnionTypes: true }).compile(paramsSchema(activateSubscription));
      expect(validate(withLimit(limit))).toBe(false);
    },
  );

  it('is told under both', () => {
    const usage = { resource_type_id: 1, usage: 5_000_000_000n, limit: -1n, last_checkpoint: 0 };
    expect(
      toJson(getResourceUsage.result, { subscription_id: 1, resource_type_usages: [usage] }, () => undefined),
    ).toMatchObject({ resource_type_usages: [{ usage: '5000000000', usage64: '5000000000', limit: '-1' }] });
  });
});

describe('the graph’s fields of such a number', () => {
  let panels: FourPanels;
  let graph: NativeGraph;
  beforeAll(async () => {
    panels = await startFourPanels();
    graph = createNativeGraph(panels.backends);
  });
  afterAll(() => panels.close());

  const fieldsOf = (schema: GraphQLSchema, name: string) => {
    const type = schema.getType(name);
    return type instanceof GraphQLObjectType ? Object.keys(type.getFields()) : [];
  };

  it('are two, in what it takes and in what it answers', async () => {
    expect(fieldsOf(graph.schema, 'PoaGetResourceUsageResourceTypeUsages')).toEqual(
      expect.arrayContaining(['usage', 'usage64']),
    );
    const { data, errors } = await graph.run(
      `mutation { poa_setResourceTypeLimit(input: {
        subscription_id: 2000001, resource_type_id: 901, limit: 0, limit64: "5000000000"
      }) { proven } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ poa_setResourceTypeLimit: { proven: true } });
    const after = await graph.run(`{
      poa_getSubscription(input: { subscription_id: 2000001, get_resources: true }) {
        resource_types { resource_type_id limit }
      }
    }`);
    expect(after.data).toMatchObject({
      poa_getSubscription: {
        resource_types: expect.arrayContaining([{ resource_type_id: 901, limit: '5000000000' }]),
      },
    });
  });
});
