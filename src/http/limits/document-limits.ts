import {
  type ASTVisitor,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import type { QueryLimits } from '../../config/index.js';

type DocumentBounds = Pick<QueryLimits, 'depth' | 'breadth' | 'selections' | 'aliases'>;

/** The first thing in a document that is too much. */
class Excess extends Error {
  constructor(
    readonly node: SelectionNode,
    offence: string,
  ) {
    super(`${nameOf(node)} ${offence}`);
  }
}

/**
 * The validation rule that keeps documents small once their fragments are spread out. It looks before the other rules
 * do, since some of them take far longer than the walk does, which ends at the first field that is too much: what it
 * refuses the others do not see.
 */
export const documentLimits =
  (bounds: DocumentBounds) =>
  (context: ValidationContext): ASTVisitor => ({
    Document(document: DocumentNode): DocumentNode | undefined {
      try {
        measure(document, bounds);
        return undefined;
      } catch (error) {
        if (!(error instanceof Excess)) throw error;
        context.reportError(new GraphQLError(error.message, { nodes: error.node }));
        return { ...document, definitions: [] };
      }
    },
  });

/**
 * Walks every operation, and every fragment that none of them leads to, with fragments in place of their spreads.
 *
 * @throws {@link Excess}
 */
function measure(document: DocumentNode, bounds: DocumentBounds): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const walk = new Walk(bounds, fragments);
  for (const kind of [Kind.OPERATION_DEFINITION, Kind.FRAGMENT_DEFINITION]) {
    for (const definition of document.definitions) if (definition.kind === kind) walk.begin(definition);
  }
}

class Walk {
  /** Of the document as a whole, or many small operations would add up. */
  private selections = 0;
  private aliases = 0;
  /** Fields by their level, of the definition that is walked. */
  private breadths: number[] = [];
  private readonly seen = new Set<string>();
  /** Fragments that the walk is inside of. One in itself is refused by another rule. */
  private readonly open = new Set<string>();

  constructor(
    private readonly bounds: DocumentBounds,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {}

  begin(definition: DefinitionNode): void {
    this.aliases = 0;
    this.breadths = [];
    if (definition.kind === Kind.OPERATION_DEFINITION) this.walk(definition.selectionSet, 1, false);
    else if (definition.kind === Kind.FRAGMENT_DEFINITION && !this.seen.has(definition.name.value)) {
      this.enterFragment(definition.name.value, 1, false);
    }
  }

  /** @param meta - inside an introspection field, where graphql-js has limits of its own */
  private walk(set: SelectionSetNode, level: number, meta: boolean): void {
    const { selections } = this.bounds;
    for (const selection of set.selections) {
      if (++this.selections > selections) {
        throw new Excess(
          selection,
          `is one selection too many: a document may have ${selections}, its fragments spread out (server.limits.selections).`,
        );
      }
      if (selection.kind === Kind.FIELD) this.walkField(selection, level, meta);
      else if (selection.kind === Kind.INLINE_FRAGMENT) this.walk(selection.selectionSet, level, meta);
      else this.enterFragment(selection.name.value, level, meta);
    }
  }

  private walkField(field: FieldNode, level: number, meta: boolean): void {
    const { depth, breadth, aliases } = this.bounds;
    if (level > depth && !meta) {
      throw new Excess(
        field,
        `lies on level ${level}: a query may have ${depth} levels (server.limits.depth).`,
      );
    }
    const fields = (this.breadths[level] ?? 0) + 1;
    this.breadths[level] = fields;
    if (fields > breadth) {
      throw new Excess(
        field,
        `is one field too many on level ${level}: a level may have ${breadth} (server.limits.breadth).`,
      );
    }
    if (field.alias !== undefined && ++this.aliases > aliases) {
      throw new Excess(field, `has one alias too many: a query may have ${aliases} (server.limits.aliases).`);
    }
    if (field.selectionSet !== undefined) {
      this.walk(field.selectionSet, level + 1, meta || isIntrospection(field));
    }
  }

  private enterFragment(name: string, level: number, meta: boolean): void {
    const fragment = this.fragments.get(name);
    if (fragment === undefined || this.open.has(name)) return;
    this.seen.add(name);
    this.open.add(name);
    this.walk(fragment.selectionSet, level, meta);
    this.open.delete(name);
  }
}

const isIntrospection = ({ name }: FieldNode): boolean =>
  name.value === '__schema' || name.value === '__type';

const nameOf = (selection: SelectionNode): string => {
  if (selection.kind === Kind.INLINE_FRAGMENT) return 'An inline fragment';
  return `${selection.kind === Kind.FIELD ? 'Field' : 'Fragment'} "${selection.name.value}"`;
};
