import {
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import type { RestAnswer } from './operation.js';
import type { Complain } from './problems.js';
import { readPayload } from './read-payload.js';
import type { RestArguments } from './rest-directive.js';
import { narrowedType, type SelectedField, type SelectionScope, selectedFields } from './selected-fields.js';

/** The name that answers tell partial failures under. */
const RESERVED = 'problems';

/**
 * Finds what of an operation's data is its answer: what the argument `answer` names, or its one field.
 *
 * @returns `null` when there is no such thing, which has been complained about
 */
export function readAnswer(
  scope: SelectionScope,
  operation: OperationDefinitionNode,
  { answer }: Pick<RestArguments, 'answer'>,
  complain: Complain,
): RestAnswer | null {
  const root = scope.schema.getRootType(operation.operation);
  if (!root) return null;
  const fields = selectedFields(scope, root, operation.selectionSet);
  const [first] = fields;
  if (operation.operation === OperationTypeNode.MUTATION) {
    if (first === undefined || fields.length > 1) {
      complain('A route carries out one change: the mutation must have one field.');
      return null;
    }
    if (answer) complain('answer is for queries: of a mutation its payload is answered.');
    return readPayload(scope, first, complain);
  }
  const path = answer ? answer.split('.') : first !== undefined && fields.length === 1 ? [first.name] : [];
  return path.length === 0
    ? dataAnswer(scope, root, operation.selectionSet, complain)
    : follow(scope, root, operation.selectionSet, path, complain);
}

function follow(
  scope: SelectionScope,
  root: GraphQLObjectType,
  set: SelectionSetNode,
  path: readonly string[],
  complain: Complain,
): RestAnswer | null {
  let type: GraphQLCompositeType = root;
  let sets: readonly SelectionSetNode[] = [set];
  let found: SelectedField[] = [];
  for (const [index, name] of path.entries()) {
    found = sets.flatMap((each) => selectedFields(scope, type, each)).filter((field) => field.name === name);
    const [one] = found;
    const named = one === undefined ? undefined : getNamedType(one.field.type);
    const isLast = index === path.length - 1;
    if (one === undefined || (!isLast && (!isCompositeType(named) || isList(one.field.type)))) {
      complain(
        `answer leads nowhere: nothing selected under ${path.slice(0, index + 1).join('.')} is an object.`,
      );
      return null;
    }
    if (!isCompositeType(named)) {
      if (isList(one.field.type)) return plainList(scope, path, one);
      if (path.length > 1) complain('answer must lead to an object or a list.');
      return dataAnswer(scope, root, set, complain);
    }
    type = named;
    sets = setsOf(found);
  }
  const [one] = found;
  if (one === undefined) return null;
  const { fragments } = scope;
  const place = { path, type: one.field.type, fragments, payload: null };
  if (isList(one.field.type)) {
    return { ...place, shape: 'list', selections: sets, typeName: typeNameOf(scope, type, sets) };
  }
  if (isConnection(type)) return pageAnswer(scope, type, one, { ...place, sets }, complain);
  checkNames(
    sets.flatMap((each) => selectedFields(scope, type, each)),
    complain,
  );
  return { ...place, shape: 'object', selections: sets, typeName: typeNameOf(scope, type, sets) };
}

const plainList = (
  { fragments }: SelectionScope,
  path: readonly string[],
  { field }: SelectedField,
): RestAnswer => ({
  shape: 'list',
  path,
  type: field.type,
  selections: [],
  fragments,
  typeName: null,
  payload: null,
});

function dataAnswer(
  scope: SelectionScope,
  root: GraphQLObjectType,
  set: SelectionSetNode,
  complain: Complain,
): RestAnswer {
  checkNames(selectedFields(scope, root, set), complain);
  return {
    shape: 'data',
    path: [],
    type: root,
    selections: [set],
    fragments: scope.fragments,
    typeName: null,
    payload: null,
  };
}

function pageAnswer(
  scope: SelectionScope,
  type: GraphQLObjectType,
  { node }: SelectedField,
  {
    sets,
    ...place
  }: Pick<RestAnswer, 'path' | 'type' | 'fragments' | 'payload'> & {
    readonly sets: readonly SelectionSetNode[];
  },
  complain: Complain,
): RestAnswer {
  const below = (of: GraphQLObjectType, from: readonly SelectionSetNode[], name: string) =>
    from.flatMap((each) => selectedFields(scope, of, each)).filter((field) => field.name === name);
  const nodes = below(type, sets, 'nodes');
  const pageInfo = below(type, sets, 'pageInfo');
  const info = getNamedType(type.getFields().pageInfo?.type);
  const told = isObjectType(info)
    ? ['hasNextPage', 'endCursor'].filter((name) => below(info, setsOf(pageInfo), name).length > 0)
    : [];
  if (nodes.length === 0 || told.length < 2) {
    complain('A page needs nodes and pageInfo { hasNextPage endCursor }, under these names.');
  }
  const after = node.arguments?.find(({ name }) => name.value === 'after');
  if (after?.value.kind !== 'Variable' || after.value.name.value !== 'after') {
    complain('A page needs (after: $after), or there is no way to the next one.');
  }
  const entry = getNamedType(type.getFields().nodes?.type);
  const selections = setsOf(nodes);
  return {
    ...place,
    shape: 'page',
    selections,
    typeName: isCompositeType(entry) ? typeNameOf(scope, entry, selections) : null,
  };
}

const setsOf = (fields: readonly SelectedField[]): SelectionSetNode[] =>
  fields.flatMap(({ node }) => (node.selectionSet === undefined ? [] : [node.selectionSet]));

function typeNameOf(
  scope: SelectionScope,
  type: GraphQLCompositeType,
  [set]: readonly SelectionSetNode[],
): string | null {
  if (isObjectType(type)) return type.name;
  return set === undefined ? null : narrowedType(scope, set);
}

function checkNames(fields: readonly SelectedField[], complain: Complain): void {
  if (fields.some(({ name }) => name === RESERVED)) complain(`The name ${RESERVED} is taken by the gateway.`);
}

const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));

function isConnection(type: GraphQLCompositeType): type is GraphQLObjectType {
  return isObjectType(type) && 'pageInfo' in type.getFields() && 'nodes' in type.getFields();
}
