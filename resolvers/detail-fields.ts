import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import type { GatewayContext } from '../src/context.js';
import { NODE_TYPES, type NodeRecords, type NodeType } from '../src/model/index.js';

type AnyRecord = NodeRecords[NodeType];

/**
 * Gives the fields that are read by rule their resolvers: `@DetailField`s ask for the fuller answer when their
 * record has not told them, and `backend` turns a record's backend name into the backend. Done once, at start-up.
 */
export function installDetailResolvers(schema: GraphQLSchema): void {
  for (const typeName of NODE_TYPES) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name === 'backend') field.resolve = resolveBackend;
      else if (field.extensions.detail === true) field.resolve = detailResolver(typeName, field.name);
    }
  }
}

const resolveBackend: GraphQLFieldResolver<AnyRecord, GatewayContext> = (record, _, context) =>
  context.backend(record.backend);

function detailResolver(type: NodeType, name: string): GraphQLFieldResolver<AnyRecord, GatewayContext> {
  // The schema's field names are the records' member names; a test compares them.
  const member = name as keyof AnyRecord;
  return (record, _, context) => {
    const value = record[member];
    return value === undefined
      ? context.detail(type, record).then((detail) => detail?.[member] ?? null)
      : value;
  };
}
