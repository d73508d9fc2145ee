import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';
import type { Wanted } from '../src/model/index.js';

/**
 * What the query is going to read of the object that this field answers, so that one call can bring it along.
 * `@skip` and `@include` are not followed: at worst a call brings more than was asked for.
 */
export function wantedOf(info: GraphQLResolveInfo): Wanted {
  const wants = (isWanted: (field: FieldNode) => boolean): boolean =>
    info.fieldNodes.some((node) => selects(node.selectionSet, isWanted, info));
  return {
    resources: wants(({ name }) => name.value === 'resources'),
    planContents: wants(({ name }) => name.value === 'groups' || name.value === 'quotas'),
    packageQuotas: wants((field) => field.name.value === 'quotas' && (field.arguments ?? []).length === 0),
  };
}

function selects(
  set: SelectionSetNode | undefined,
  isWanted: (field: FieldNode) => boolean,
  info: GraphQLResolveInfo,
): boolean {
  return (
    set?.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return isWanted(selection);
      const inner =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
      return selects(inner?.selectionSet, isWanted, info);
    }) ?? false
  );
}
