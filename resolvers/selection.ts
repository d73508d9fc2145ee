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
  const wanted = { resources: false, planContents: false, packageQuotas: false };
  for (const { selectionSet } of info.fieldNodes) readSelection(selectionSet, info, wanted);
  return wanted;
}

function readSelection(
  set: SelectionSetNode | undefined,
  info: GraphQLResolveInfo,
  wanted: { -readonly [Member in keyof Wanted]: boolean },
): void {
  for (const selection of set?.selections ?? []) {
    if (!isIncluded(selection, info)) continue;
    if (selection.kind === Kind.FIELD) {
      const name = selection.name.value;
      wanted.resources ||= name === 'resources';
      wanted.planContents ||= name === 'groups' || name === 'quotas';
      wanted.packageQuotas ||= name === 'quotas' && !isGiven(selection, 'names', info);
      continue;
    }
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
    readSelection(inner?.selectionSet, info, wanted);
  }
}

const isIncluded = (node: SelectionNode, { variableValues }: GraphQLResolveInfo): boolean =>
  node.directives === undefined ||
  node.directives.length === 0 ||
  (getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.if !== false);

const isGiven = (field: FieldNode, argument: string, info: GraphQLResolveInfo): boolean =>
  field.arguments?.some(({ name, value }) => name.value === argument && !isNull(value, info)) ?? false;

const isNull = (value: ValueNode, { variableValues }: GraphQLResolveInfo): boolean =>
  value.kind === Kind.NULL ||
  (value.kind === Kind.VARIABLE && (variableValues[value.name.value] ?? null) === null);
