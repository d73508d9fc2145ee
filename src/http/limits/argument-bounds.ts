import {
  type ArgumentNode,
  type DocumentNode,
  type GraphQLSchema,
  getNullableType,
  isListType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { MAX_FIRST, MAX_LIST_ARGUMENT } from '../../model/index.js';
import { firstReader, listReader } from './arguments.js';
import type { CostInputs } from './cost-plan.js';

/** An argument that takes a count, or a list. */
export interface ArgumentBound {
  readonly node: ArgumentNode;
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
      if (field && argument?.name === 'first') bounds.push(pageBound(node, field.name));
      else if (field && argument && isListType(getNullableType(argument.type))) {
        bounds.push(listBound(node, field.name));
      }
      return false;
    },
  };
  visit(document, visitWithTypeInfo(typeInfo, visitor));
  return bounds;
}

function pageBound(node: ArgumentNode, field: string): ArgumentBound {
  const read = firstReader(node.value);
  return {
    node,
    offence(inputs) {
      const first = read(inputs);
      return first >= 0 && first <= MAX_FIRST ? undefined : `first of ${field} must be 0 to ${MAX_FIRST}`;
    },
  };
}

function listBound(node: ArgumentNode, field: string): ArgumentBound {
  const read = listReader(node.value);
  const name = node.name.value;
  return {
    node,
    offence: (inputs) =>
      (read(inputs)?.length ?? 0) <= MAX_LIST_ARGUMENT
        ? undefined
        : `${name} of ${field} takes at most ${MAX_LIST_ARGUMENT} ${name}`,
  };
}
