import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';
import type { Wanted } from '../src/model/index.js';

/**
 * What the query is going to read of the object that this field answers, so that one call can bring it along.
 * `@skip` and `@include` are not followed: at worst a call brings more than was asked for.
 */
export function wantedOf(info: GraphQLResolveInfo): Wanted {
  return { resources: info.fieldNodes.some((node) => selects(node.selectionSet, 'resources', info)) };
}

function selects(set: SelectionSetNode | undefined, name: string, info: GraphQLResolveInfo): boolean {
  return (
    set?.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return isNamed(selection, name);
      const inner =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
      return selects(inner?.selectionSet, name, info);
    }) ?? false
  );
}

const isNamed = (field: FieldNode, name: string): boolean => field.name.value === name;
