import {
  type ArgumentNode,
  type DocumentNode,
  type GraphQLArgument,
  GraphQLID,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { MAX_FIRST, MAX_LIST_ARGUMENT } from '../../model/index.js';
import { firstReader, listReader, memberReader } from './arguments.js';
import type { CostInputs } from './cost-plan.js';

/** An argument that takes a count or a list, or a list in one. */
export interface ArgumentBound {
  readonly node: ArgumentNode;
  /** Path of the argument, as `BadUserInputError` has it. */
  readonly field: readonly string[];
  /** @returns what is wrong with it, naming the argument and its field; `undefined` if nothing is */
  readonly offence: (inputs: CostInputs) => string | undefined;
}

/** The arguments of a document that can be too large. Resolvers check the same: this finds them before anything runs. */
export function argumentBoundsOf(schema: GraphQLSchema, document: DocumentNode): ArgumentBound[] {
  const bounds: ArgumentBound[] = [];
  const typeInfo = new TypeInfo(schema);
  const visitor = {
    Argument(node: ArgumentNode): false {
      const field = typeInfo.getFieldDef();
      const argument = field?.args.find(({ name }) => name === node.name.value);
      if (field && argument) bounds.push(...boundsOf(node, argument, field.name));
      return false;
    },
  };
  visit(document, visitWithTypeInfo(typeInfo, visitor));
  return bounds;
}

function boundsOf(node: ArgumentNode, { name, type }: GraphQLArgument, field: string): ArgumentBound[] {
  if (name === 'first') return [pageBound(node, field)];
  if (isList(type)) return [listBound(node, [name], field, listReader(node.value))];
  const input = getNamedType(type);
  if (!isInputObjectType(input)) return [];
  return Object.values(input.getFields())
    .filter((member) => isList(member.type) && getNamedType(member.type) === GraphQLID)
    .map((member) => listBound(node, [name, member.name], field, memberReader(node.value, member.name)));
}

const isList = (type: GraphQLInputType): boolean => isListType(getNullableType(type));

function pageBound(node: ArgumentNode, field: string): ArgumentBound {
  const read = firstReader(node.value);
  return {
    node,
    field: ['first'],
    offence(inputs) {
      const first = read(inputs);
      return first >= 0 && first <= MAX_FIRST ? undefined : `first of ${field} must be 0 to ${MAX_FIRST}`;
    },
  };
}

const listBound = (
  node: ArgumentNode,
  path: readonly string[],
  field: string,
  read: ReturnType<typeof listReader>,
): ArgumentBound => ({
  node,
  field: path,
  offence: (inputs) =>
    (read(inputs)?.length ?? 0) <= MAX_LIST_ARGUMENT
      ? undefined
      : `${path.join('.')} of ${field} takes at most ${MAX_LIST_ARGUMENT} entries`,
});
