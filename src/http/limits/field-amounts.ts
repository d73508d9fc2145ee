import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNullableType,
  isListType,
} from 'graphql';
import { type FieldCost, MAX_LIST_ARGUMENT, type NodeCost } from '../../model/index.js';
import { argumentOf, firstReader, listReader } from './arguments.js';
import type { Amount } from './cost-plan.js';

type Field = GraphQLField<unknown, unknown>;

const ORDINARY_NODE: NodeCost = { find: 1, detail: 1, detailOnceFound: 0 };
const ORDINARY_QUERY: FieldCost = { own: 1 };
/** A write, and what is read before and after it. */
const ORDINARY_CHANGE: FieldCost = { own: 10 };
const FREE: FieldCost = {};

export const NOTHING: Amount = () => 0;
export const ONE: Amount = () => 1;

/** As the schema says, or as is usual for fields of `type`. */
export function fieldCostOf(schema: GraphQLSchema, type: GraphQLObjectType, field: Field): FieldCost {
  // The schema's decorators put nothing else there.
  const stated = field.extensions.cost as FieldCost | undefined;
  if (stated !== undefined) return stated;
  if (type === schema.getMutationType()) return ORDINARY_CHANGE;
  return type === schema.getQueryType() ? ORDINARY_QUERY : FREE;
}

export const nodeCostOf = (type: GraphQLObjectType): NodeCost =>
  // As above.
  (type.extensions.cost as NodeCost | undefined) ?? ORDINARY_NODE;

/** What a field's own calls cost for one object that it stands on. */
export function ownAmount({ own = 0, perEntryOf, everyBackend }: FieldCost, node: FieldNode): Amount {
  if (own === 0) return NOTHING;
  if (everyBackend !== undefined) return ({ countBackends }) => own * countBackends(everyBackend);
  if (perEntryOf === undefined) return () => own;
  const read = listReader(argumentOf(node, perEntryOf));
  return (inputs) => own * (read(inputs)?.length ?? 1);
}

/** How many objects a field answers for one that it stands on. */
export function entriesAmount(field: Field, { entries, everyBackend }: FieldCost, node: FieldNode): Amount {
  if (field.args.some(({ name }) => name === 'first')) return firstReader(argumentOf(node, 'first'));
  if (everyBackend !== undefined) return ({ countBackends }) => (entries ?? 1) * countBackends(everyBackend);
  if (entries !== undefined) return () => entries;
  // Lists without a cost of their own are those of payloads, which have an entry for each id that was sent.
  return isListType(getNullableType(field.type)) ? () => MAX_LIST_ARGUMENT : ONE;
}

/** How many of the ids that an argument holds name a type; one that names none is refused before any call. */
export function idsAmount(node: FieldNode, argument: string, type: string): Amount {
  const read = listReader(argumentOf(node, argument));
  return (inputs) =>
    (read(inputs) ?? []).filter((id) => typeof id === 'string' && id.split(':', 2)[1] === type).length;
}
