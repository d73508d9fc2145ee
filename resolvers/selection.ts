import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { Wanted } from '../src/model/index.js';

/** What the query is going to read of the object that this field answers, so that one call can bring it along. */
export function wantedOf(info: GraphQLResolveInfo): Wanted {
  const wants = (isWanted: (field: FieldNode) => boolean): boolean =>
    info.fieldNodes.some((node) => selects(node.selectionSet, isWanted, info));
  return {
    resources: wants(({ name }) => name.value === 'resources'),
    planContents: wants(({ name }) => name.value === 'groups' || name.value === 'quotas'),
    packageQuotas: wants((field) => field.name.value === 'quotas' && !isGiven(field, 'names', info)),
  };
}

function selects(
  set: SelectionSetNode | undefined,
  isWanted: (field: FieldNode) => boolean,
  info: GraphQLResolveInfo,
): boolean {
  return (
    set?.selections.some((selection) => {
      if (!isIncluded(selection, info)) return false;
      if (selection.kind === Kind.FIELD) return isWanted(selection);
      const inner =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
      return selects(inner?.selectionSet, isWanted, info);
    }) ?? false
  );
}

const isIncluded = (node: SelectionNode, { variableValues }: GraphQLResolveInfo): boolean =>
  getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.if !== true &&
  getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.if !== false;

const isGiven = (field: FieldNode, argument: string, info: GraphQLResolveInfo): boolean =>
  field.arguments?.some(({ name, value }) => name.value === argument && !isNull(value, info)) ?? false;

const isNull = (value: ValueNode, { variableValues }: GraphQLResolveInfo): boolean =>
  value.kind === Kind.NULL ||
  (value.kind === Kind.VARIABLE && (variableValues[value.name.value] ?? null) === null);
