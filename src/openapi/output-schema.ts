import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { described, type JsonSchema, nullable, type ObjectMembers, objectSchema } from './json-schema.js';
import { scalarSchema } from './scalar-schema.js';
import type { SharedSchemas } from './shared-schemas.js';

export interface OutputScope {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly schemas: SharedSchemas;
}

type Sets = readonly SelectionSetNode[];

/** What is selected under one name of the answer. */
interface Member {
  readonly nodes: FieldNode[];
  /** Some place selects it whatever the variables say. */
  always: boolean;
}

/** The schema of a value of a type of which this is selected. */
export function outputSchema(scope: OutputScope, type: GraphQLOutputType, sets: Sets): JsonSchema {
  const schema = presentSchema(scope, type, sets);
  return isNonNullType(type) ? schema : nullable(schema);
}

/** The schema of an object of which this is selected. */
export function selectionSchema(scope: OutputScope, type: GraphQLCompositeType, sets: Sets): JsonSchema {
  const fragment = onlyFragment(scope, type, sets);
  if (fragment !== undefined) {
    const { name, selectionSet } = fragment;
    return scope.schemas.put(name.value, selectionSchema(scope, type, [selectionSet]));
  }
  if (isObjectType(type)) return objectSchema(selectedMembers(scope, [type], sets));
  const variants = alike(scope, scope.schema.getPossibleTypes(type), sets).map((types) =>
    objectSchema(selectedMembers(scope, types, sets)),
  );
  const [only] = variants;
  return variants.length === 1 && only !== undefined ? only : { anyOf: variants };
}

/** The schema of a value that is there. */
export function presentSchema(scope: OutputScope, type: GraphQLOutputType, sets: Sets): JsonSchema {
  const bare = getNullableType(type);
  if (isListType(bare)) return { type: 'array', items: outputSchema(scope, bare.ofType, sets) };
  if (isEnumType(bare)) return scope.schemas.enumOf(bare);
  return isCompositeType(bare) ? selectionSchema(scope, bare, sets) : scalarSchema(bare, 'answer');
}

/** A selection that is one fragment has the fragment's name in documents. */
function onlyFragment(
  { fragments }: OutputScope,
  type: GraphQLCompositeType,
  [set, ...more]: Sets,
): FragmentDefinitionNode | undefined {
  const [selection, ...others] = set?.selections ?? [];
  if (more.length > 0 || others.length > 0 || selection?.kind !== Kind.FRAGMENT_SPREAD) return undefined;
  const fragment = fragments.get(selection.name.value);
  const isWhole = fragment?.typeCondition.name.value === type.name && !isConditional(selection);
  return isWhole ? fragment : undefined;
}

/**
 * The members of an object, and which of them are always there.
 *
 * @param types - of which the same is selected
 * @param isTold - whether a member is answered
 */
export function selectedMembers(
  scope: OutputScope,
  types: readonly GraphQLObjectType[],
  sets: Sets,
  isTold: (name: string) => boolean = () => true,
): ObjectMembers {
  const [type] = types;
  if (type === undefined) return { properties: {}, required: [] };
  const members = [...membersOf(scope, type, sets)].filter(([name]) => isTold(name));
  const names = types.map(({ name }) => name);
  return {
    properties: Object.fromEntries(
      members.map(([name, { nodes }]) => [name, memberSchema(scope, type, nodes, names)]),
    ),
    required: members.filter(([, { always }]) => always).map(([name]) => name),
  };
}

/** The schema of one member of an object where it is not null. */
export function presentMember(
  scope: OutputScope,
  type: GraphQLObjectType,
  sets: Sets,
  name: string,
): JsonSchema {
  const nodes = membersOf(scope, type, sets).get(name)?.nodes ?? [];
  const field = type.getFields()[nodes[0]?.name.value ?? ''];
  return field === undefined ? {} : presentSchema(scope, field.type, setsOf(nodes));
}

function memberSchema(
  scope: OutputScope,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  typeNames: readonly string[],
): JsonSchema {
  const field = type.getFields()[nodes[0]?.name.value ?? ''];
  if (field === undefined) return { type: 'string', enum: [...typeNames], description: 'Its type.' };
  return described(outputSchema(scope, field.type, setsOf(nodes)), field.description);
}

const setsOf = (nodes: readonly FieldNode[]): SelectionSetNode[] =>
  nodes.flatMap(({ selectionSet }) => (selectionSet === undefined ? [] : [selectionSet]));

/** Object types in groups of those of which the same is selected. */
function alike(scope: OutputScope, types: readonly GraphQLObjectType[], sets: Sets): GraphQLObjectType[][] {
  const groups = new Map<string, GraphQLObjectType[]>();
  for (const type of types) {
    const key = JSON.stringify(objectSchema(selectedMembers(scope, [type], sets))).replaceAll(
      `["${type.name}"]`,
      '[]',
    );
    groups.set(key, [...(groups.get(key) ?? []), type]);
  }
  return [...groups.values()];
}

function membersOf(
  scope: OutputScope,
  type: GraphQLObjectType,
  sets: Sets,
  always = true,
  members = new Map<string, Member>(),
): ReadonlyMap<string, Member> {
  for (const selection of sets.flatMap(({ selections }) => selections)) {
    const surely = always && !isConditional(selection);
    if (selection.kind === Kind.FIELD) {
      const name = (selection.alias ?? selection.name).value;
      const member = members.get(name) ?? { nodes: [], always: false };
      member.nodes.push(selection);
      member.always ||= surely;
      members.set(name, member);
      continue;
    }
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : scope.fragments.get(selection.name.value);
    if (inner !== undefined && applies(scope, type, inner.typeCondition?.name.value))
      membersOf(scope, type, [inner.selectionSet], surely, members);
  }
  return members;
}

const isConditional = ({ directives = [] }: SelectionNode): boolean =>
  directives.some(({ name }) => name.value === 'skip' || name.value === 'include');

function applies({ schema }: OutputScope, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wider = schema.getType(condition);
  return isAbstractType(wider) && schema.isSubType(wider, type);
}
