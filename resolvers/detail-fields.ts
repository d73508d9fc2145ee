import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import type { GatewayContext } from '../src/context.js';
import { type Contact, NODE_TYPES, type NodeRecords, type NodeType } from '../src/model/index.js';

type AnyRecord = NodeRecords[NodeType];

/**
 * Gives the fields that are read by rule their resolvers: `@DetailField`s ask for the fuller answer when their
 * record has not told them, those of a contact for that of its account; `backend` turns a record's backend name into
 * the backend. Done once, at start-up.
 */
export function installDetailResolvers(schema: GraphQLSchema): void {
  for (const field of fieldsOf(schema, 'Contact')) {
    if (field.extensions.detail === true) field.resolve = contactResolver(field.name);
  }
  for (const typeName of NODE_TYPES) {
    for (const field of fieldsOf(schema, typeName)) {
      if (field.name === 'backend') field.resolve = resolveBackend;
      else if (field.extensions.detail === true) field.resolve = detailResolver(typeName, field.name);
    }
  }
}

function fieldsOf(schema: GraphQLSchema, typeName: string) {
  const type = schema.getType(typeName);
  return isObjectType(type) ? Object.values(type.getFields()) : [];
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

/** Lists tell a part of a contact, and a call an account is too much for a query that wants no more than that. */
function contactResolver(name: string): GraphQLFieldResolver<Contact, GatewayContext> {
  const member = name as keyof Contact;
  return (contact, _, context) => {
    const value = contact[member];
    return value === undefined && contact.of !== undefined
      ? context.detail('Account', contact.of).then((account) => account?.contact?.[member] ?? null)
      : value;
  };
}
