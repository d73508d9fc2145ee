import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSkipDirective,
  getDirectiveValues,
  type InlineFragmentNode,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  typeFromAST,
} from 'graphql';
import { type Completion, LeafCompletion, ListCompletion, NonNullCompletion } from './completion.js';
import { Field } from './field.js';
import { AbstractCompletion, ObjectCompletion } from './object-completion.js';
import type { PlannedOperation, Variables } from './run.js';
import { Selection } from './selection.js';

/** Nodes that ask for the same field of the answer, by its name there. */
type Grouped = Map<string, [FieldNode, ...FieldNode[]]>;

/**
 * Works out what the selections of an operation ask for, as section 6.3.2 of the specification has it: fragments are
 * opened, what is asked for twice is merged, and what `@skip` and `@include` leave out is gone. A selection is worked
 * out when an object is first completed with it.
 */
export class SelectionPlanner {
  constructor(
    private readonly planned: PlannedOperation,
    /** Those that directives name; whoever keeps what is planned keeps it for these. */
    private readonly variables: Variables,
  ) {}

  /** @throws GraphQLError when a directive has no usable argument */
  plan(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Selection {
    const grouped: Grouped = new Map();
    const opened = new Set<string>();
    for (const set of sets) this.collect(type, set, grouped, opened);
    const fields: Field[] = [];
    for (const [key, nodes] of grouped) {
      const field = this.fieldOf(type, key, nodes);
      if (field !== undefined) fields.push(field);
    }
    return new Selection(fields);
  }

  private collect(
    type: GraphQLObjectType,
    { selections }: SelectionSetNode,
    grouped: Grouped,
    opened: Set<string>,
  ): void {
    for (const selection of selections) {
      if (!this.isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const others = grouped.get(key);
        if (others === undefined) grouped.set(key, [selection]);
        else others.push(selection);
        continue;
      }
      const fragment = this.fragmentOf(selection, opened);
      if (fragment !== undefined && this.applies(fragment, type)) {
        this.collect(type, fragment.selectionSet, grouped, opened);
      }
    }
  }

  /** @returns `undefined` for one that stands in the same selection already */
  private fragmentOf(
    selection: Exclude<SelectionNode, FieldNode>,
    opened: Set<string>,
  ): InlineFragmentNode | FragmentDefinitionNode | undefined {
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection;
    const name = selection.name.value;
    if (opened.has(name)) return undefined;
    opened.add(name);
    return this.planned.fragments[name];
  }

  private isIncluded(node: SelectionNode): boolean {
    if (node.directives === undefined || node.directives.length === 0) return true;
    return (
      getDirectiveValues(GraphQLSkipDirective, node, this.variables)?.if !== true &&
      getDirectiveValues(GraphQLIncludeDirective, node, this.variables)?.if !== false
    );
  }

  private applies(
    { typeCondition }: InlineFragmentNode | FragmentDefinitionNode,
    type: GraphQLObjectType,
  ): boolean {
    if (typeCondition === undefined) return true;
    const { schema } = this.planned;
    const condition = typeFromAST(schema, typeCondition);
    return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
  }

  /** @returns `undefined` where the type has no such field, which a validated document does not ask for */
  private fieldOf(
    type: GraphQLObjectType,
    key: string,
    nodes: [FieldNode, ...FieldNode[]],
  ): Field | undefined {
    const definition = this.definitionOf(type, nodes[0].name.value);
    if (definition === undefined) return undefined;
    return new Field(key, type, definition, nodes, this.completionOf(definition.type, nodes));
  }

  private definitionOf(type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> | undefined {
    if (name === '__typename') return TypeNameMetaFieldDef;
    if (type === this.planned.schema.getQueryType()) {
      if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
      if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    }
    return type.getFields()[name];
  }

  private completionOf(type: GraphQLOutputType, nodes: readonly FieldNode[]): Completion {
    if (isLeafType(type)) return new LeafCompletion(type, false);
    if (isNonNullType(type)) {
      return isLeafType(type.ofType)
        ? new LeafCompletion(type.ofType, true)
        : new NonNullCompletion(this.completionOf(type.ofType, nodes));
    }
    if (isListType(type)) return new ListCompletion(type.ofType, this.completionOf(type.ofType, nodes));
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const selectionOf = (runtimeType: GraphQLObjectType) => this.plan(runtimeType, sets);
    return isObjectType(type)
      ? new ObjectCompletion(type, selectionOf)
      : new AbstractCompletion(type, selectionOf);
  }
}
