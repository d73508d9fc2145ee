import { type GraphQLField, isObjectType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { describe, expect, it } from 'vitest';
import { buildGatewaySchema } from '../../resolvers/schema.js';
import type { FieldCost } from '../../src/model/index.js';

type Field = GraphQLField<unknown, unknown>;

const schema = buildGatewaySchema();

const fieldsOf = (typeName: string): readonly Field[] => {
  const type = schema.getType(typeName);
  return isObjectType(type) ? Object.values(type.getFields()) : [];
};

const costOf = (field: Field) => field.extensions.cost as FieldCost | undefined;

/** Fields that a method answers, as `Type.field`. */
function resolvedFields(): string[] {
  const { objectTypes, fieldResolvers, queries } = getMetadataStorage();
  const nameOf = new Map(objectTypes.map(({ target, name }) => [target, name]));
  return [
    ...queries.map(({ schemaName }) => `Query.${schemaName}`),
    ...fieldResolvers.map(
      ({ getObjectType, schemaName }) => `${nameOf.get(getObjectType?.() ?? Object)}.${schemaName}`,
    ),
  ];
}

const costs = Object.values(schema.getTypeMap())
  .flatMap((type) => fieldsOf(type.name).map((field) => ({ field, name: `${type.name}.${field.name}` })))
  .flatMap(({ field, name }) => {
    const cost = costOf(field);
    return cost === undefined ? [] : [{ field, name, cost }];
  });

describe('costs in the schema', () => {
  it('stand at every query, and at every field that a method answers', () => {
    const stated = new Set(costs.map(({ name }) => name));
    expect(resolvedFields().filter((name) => !stated.has(name))).toEqual([]);
    expect(stated.size).toBeGreaterThan(60);
  });

  it('are tenfold for quotas, emailBundles, forwarding and outcomes, and a call or two for the others', () => {
    const tenfold = costs.filter(({ cost }) => (cost.own ?? 0) >= 10).map(({ name }) => name);
    expect(tenfold.sort()).toEqual([
      'Domain.emailBundles',
      'HostingPlan.quotas',
      'Mailbox.forwarding',
      'Package.quotas',
      'Query.emailBundles',
      'Query.writeOutcome',
    ]);
    expect(costs.filter(({ name, cost }) => !tenfold.includes(name) && (cost.own ?? 0) > 2)).toEqual([]);
  });

  it('name arguments that their fields have', () => {
    const wrong = costs.filter(({ field, cost: { perEntryOf, finds } }) =>
      [perEntryOf, finds].some(
        (argument) => argument !== undefined && !field.args.some(({ name }) => name === argument),
      ),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});
