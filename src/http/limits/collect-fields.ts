import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { conditionOf } from './arguments.js';
import type { Condition } from './cost-plan.js';

/** A selection set, and when it counts. */
export interface ScopedSet {
  readonly set: SelectionSetNode;
  readonly when: Condition;
}

/** All places in which one object is asked the same: one field with one set of arguments. */
export interface FieldGroup {
  readonly node: FieldNode;
  readonly when: Condition;
  readonly sets: readonly ScopedSet[];
}

export interface Document {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

export const ALWAYS: Condition = () => true;

interface Place {
  readonly node: FieldNode;
  readonly when: Condition;
}

/**
 * What is asked of an object of `type`, fragments spread out. The same question under two names is one question, since
 * the calls of a request are shared; of a change it is not, and each name counts.
 */
export function collectFields(
  { schema, fragments }: Document,
  type: GraphQLObjectType,
  sets: readonly ScopedSet[],
): FieldGroup[] {
  const places = new Map<string, Place[]>();
  const isChange = type === schema.getMutationType();

  function collect({ set, when }: ScopedSet): void {
    for (const selection of set.selections) {
      const own = conditionOf(selection);
      if (own === false) continue;
      const both = own === true ? when : and(when, own);
      if (selection.kind === Kind.FIELD) {
        const key = isChange ? responseName(selection) : question(selection);
        const known = places.get(key);
        if (known === undefined) places.set(key, [{ node: selection, when: both }]);
        else known.push({ node: selection, when: both });
      } else {
        const inner = setFor(selection);
        if (inner !== undefined) collect({ set: inner, when: both });
      }
    }
  }

  function setFor(selection: Exclude<SelectionNode, FieldNode>): SelectionSetNode | undefined {
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    const condition = fragment?.typeCondition?.name.value;
    if (condition === undefined || condition === type.name) return fragment?.selectionSet;
    const abstract = schema.getType(condition);
    return isAbstractType(abstract) && schema.isSubType(abstract, type) ? fragment?.selectionSet : undefined;
  }

  sets.forEach(collect);
  return [...places.values()].flatMap(toGroup);
}

function toGroup(places: readonly Place[]): FieldGroup[] {
  const [first, ...others] = places;
  if (first === undefined) return [];
  // In a group of one place, what is below has been asked about already.
  const scope = ({ when }: Place): Condition => (others.length === 0 ? ALWAYS : when);
  return [
    {
      node: first.node,
      when: or(places.map(({ when }) => when)),
      sets: places.flatMap((place) => {
        const { selectionSet } = place.node;
        return selectionSet === undefined ? [] : [{ set: selectionSet, when: scope(place) }];
      }),
    },
  ];
}

const responseName = ({ alias, name }: FieldNode): string => (alias ?? name).value;

const question = ({ name, arguments: args = [] }: FieldNode): string =>
  args.length === 0 ? name.value : `${name.value}(${args.map(print).sort().join()})`;

export function and(one: Condition, other: Condition): Condition {
  if (one === ALWAYS) return other;
  return other === ALWAYS ? one : (inputs) => one(inputs) && other(inputs);
}

export function or(conditions: readonly Condition[]): Condition {
  if (conditions.includes(ALWAYS)) return ALWAYS;
  return (inputs) => conditions.some((condition) => condition(inputs));
}
