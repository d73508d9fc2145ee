import { type GraphQLField, getNamedType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { accessOf } from '../../resolvers/access-fields.js';
import { buildGatewaySchema } from '../../resolvers/schema.js';
import type { GatewayContext } from '../../src/context.js';
import { type FieldCost, NODE_TYPES } from '../../src/model/index.js';

type Field = GraphQLField<unknown, GatewayContext>;

const schema = buildGatewaySchema();
const fields = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !/^__|Connection$|Edge$/.test(name))
  .flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({
      // Every field of this schema is resolved with that context.
      field: field as Field,
      owner: type.name,
      name: `${type.name}.${field.name}`,
    })),
  );

const costsCalls = ({ extensions }: Field): boolean => {
  const { own, needs } = (extensions.cost ?? {}) as FieldCost;
  return own !== undefined || needs !== undefined;
};

describe('what fields show to callers with a scope', () => {
  it('is ruled for every query', () => {
    const unruled = fields.filter(({ owner, field }) => owner === 'Query' && accessOf(field) === undefined);
    expect(unruled.map(({ name }) => name)).toEqual([]);
  });

  it('is ruled for every field that costs a call', () => {
    const unruled = fields.filter(({ field }) => costsCalls(field) && accessOf(field) === undefined);
    expect(unruled.map(({ name }) => name)).toEqual([]);
  });

  it('is ruled for every list that comes by the page', () => {
    const paged = fields.filter(({ field }) => getNamedType(field.type).name.endsWith('Connection'));
    const unruled = paged.filter(({ field }) => !['parent', 'filtered'].includes(accessOf(field) ?? ''));
    expect(unruled.map(({ name }) => name)).toEqual([]);
    expect(paged.length).toBeGreaterThan(8);
  });

  it('is up to the owner of each object, but for those that a call of their parent answers alone', () => {
    const objects = fields.filter(({ field }) =>
      [...NODE_TYPES, 'Node'].includes(getNamedType(field.type).name as 'Node'),
    );
    const ofParent = objects.filter(({ field }) => !['owner', 'found'].includes(accessOf(field) ?? ''));
    expect(ofParent.map(({ name, field }) => `${name} ${accessOf(field)}`).sort()).toEqual([
      'Package.addons parent',
      'Package.plan parent',
      'PackageAddon.plan parent',
      'Query.mailboxStores unscoped',
      'Subscription.plan parent',
    ]);
    expect(objects.length).toBeGreaterThan(80);
  });
});
