import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export interface SelectionScope {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** One field of a selection, under the name that it has in answers. */
export interface SelectedField {
  readonly name: string;
  readonly node: FieldNode;
  readonly field: GraphQLField<unknown, unknown>;
}

/** The fields that are selected of a type, fragments spread out, conditions taken as met. */
export function selectedFields(
  scope: SelectionScope,
  type: GraphQLCompositeType,
  { selections }: SelectionSetNode,
): SelectedField[] {
  return selections.flatMap((selection): SelectedField[] => {
    if (selection.kind === Kind.FIELD) return [fieldOf(type, selection)].filter((found) => found !== null);
    const inner = spread(scope, selection);
    return inner === undefined || !applies(scope, type, inner.condition)
      ? []
      : selectedFields(scope, type, inner.set);
  });
}

/** The one object type that a selection on an interface asks about; `null` when there are several, or none. */
export function narrowedType(scope: SelectionScope, { selections }: SelectionSetNode): string | null {
  const conditions = new Set<string | undefined>();
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) return null;
    conditions.add(spread(scope, selection)?.condition);
  }
  const [only] = conditions;
  return conditions.size === 1 ? (only ?? null) : null;
}

function fieldOf(type: GraphQLCompositeType, node: FieldNode): SelectedField | null {
  const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
  const field = fields[node.name.value];
  return field === undefined ? null : { name: (node.alias ?? node.name).value, node, field };
}

function spread({ fragments }: SelectionScope, selection: Exclude<SelectionNode, FieldNode>) {
  const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
  return fragment && { condition: fragment.typeCondition?.name.value, set: fragment.selectionSet };
}

function applies(
  { schema }: SelectionScope,
  type: GraphQLCompositeType,
  condition: string | undefined,
): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wider = schema.getType(condition);
  return isAbstractType(wider) && isObjectType(type) && schema.isSubType(wider, type);
}
