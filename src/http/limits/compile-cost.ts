import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isObjectType,
} from 'graphql';
import type { FieldCost } from '../../model/index.js';
import {
  ALWAYS,
  and,
  collectFields,
  type Document,
  type FieldGroup,
  or,
  type ScopedSet,
} from './collect-fields.js';
import type { Condition, CostPart } from './cost-plan.js';
import {
  entriesAmount,
  fieldCostOf,
  idsAmount,
  NOTHING,
  nodeCostOf,
  ONE,
  ownAmount,
} from './field-amounts.js';

type Path = readonly string[];

/** A field that waits for the fuller answer about its object. */
interface Waiting {
  readonly node: FieldNode;
  readonly when: Condition;
  readonly path: Path;
}

/** An object whose details cost one fuller answer, whichever of them are asked for and from whatever part of it. */
interface Subject {
  readonly told: ReadonlySet<string>;
  readonly detailCost: number;
  readonly waiting: Waiting[];
}

/** One field in all places where an object is asked for it. */
interface Asked {
  readonly field: GraphQLField<unknown, unknown>;
  readonly group: FieldGroup;
  readonly cost: FieldCost;
  readonly path: Path;
}

/**
 * Makes of a selection the parts of its cost, by `extensions.cost` of the schema's fields and types; parts that cost
 * nothing are left out. Done once a document.
 *
 * graphql-query-complexity does not fit: it adds up every field for itself, where details of one object cost one call
 * between them, nodes and edges of a page are the same objects, and an answer may have told what is asked of its
 * objects; and it walks the document anew for every request.
 */
export function compileCost(document: Document, root: GraphQLObjectType, set: ScopedSet['set']): CostPart[] {
  return compileObject(document, root, [{ set, when: ALWAYS }], subjectOf(0), []);
}

const subjectOf = (detailCost: number, told: readonly string[] = []): Subject => ({
  told: new Set(told),
  detailCost,
  waiting: [],
});

/** The parts below one object, with one for its details. */
function compileObject(
  document: Document,
  type: GraphQLObjectType,
  sets: readonly ScopedSet[],
  subject: Subject,
  path: Path,
): CostPart[] {
  const parts = compileFields(document, type, sets, subject, path);
  const { waiting, detailCost } = subject;
  const [first] = waiting;
  if (first === undefined || detailCost === 0) return parts;
  const when = or(waiting.map((field) => field.when));
  return [...parts, { ...first, when, own: () => detailCost, entries: ONE, parts: [] }];
}

function compileFields(
  document: Document,
  type: GraphQLObjectType,
  sets: readonly ScopedSet[],
  subject: Subject,
  above: Path,
): CostPart[] {
  return collectFields(document, type, sets).flatMap((group) => {
    const field = type.getFields()[group.node.name.value];
    // Introspection's own fields stand in no type, and ask no backend.
    if (field === undefined) return [];
    const cost = fieldCostOf(document.schema, type, field);
    const asked: Asked = { field, group, cost, path: [...above, field.name] };
    return cost.finds === undefined
      ? compileAsked(document, asked, subject)
      : compileFound(document, asked, cost.finds);
  });
}

function compileAsked(document: Document, asked: Asked, subject: Subject): CostPart[] {
  const { field, group, cost, path } = asked;
  const { node, when } = group;
  const isFree = cost.unlessTold !== undefined && subject.told.has(cost.unlessTold);
  const needed = cost.needs ?? (field.extensions.detail === true ? field.name : undefined);
  if (needed !== undefined && !isFree && !subject.told.has('details') && !subject.told.has(needed)) {
    subject.waiting.push({ node, when, path });
  }
  const own = isFree ? NOTHING : ownAmount(cost, node);
  const parts = compileAnswer(document, asked, subject);
  return own === NOTHING && parts.length === 0
    ? []
    : [{ node, path, when, own, entries: entriesAmount(field, cost, node), parts }];
}

/** Objects found by their ids, which say of which types they are. */
function compileFound(document: Document, { field, group, path }: Asked, argument: string): CostPart[] {
  const { node, when, sets } = group;
  return objectTypesOf(document, field).map((type) => {
    const { find, detailOnceFound } = nodeCostOf(type);
    const entries = idsAmount(node, argument, type.name);
    const parts = compileObject(document, type, sets, subjectOf(detailOnceFound), path);
    return { node, path, when, own: (inputs) => find * entries(inputs), entries, parts };
  });
}

/** The parts below one object that a field answers. */
function compileAnswer(
  document: Document,
  { field, group, cost, path }: Asked,
  subject: Subject,
): CostPart[] {
  return objectTypesOf(document, field).flatMap((type) => {
    const page = pageOf(document, type, group.sets);
    if (page !== undefined) return compileEntry(document, page.node, page.sets, cost, [...path, 'nodes']);
    const isPart = type.getInterfaces().length === 0 && field.extensions.cost === undefined;
    if (!isPart) return compileEntry(document, type, group.sets, cost, path);
    // What belongs to an object, such as its contact, is told by the answer that tells its details.
    const inner: Subject = { ...subject, waiting: [] };
    const parts = compileFields(document, type, group.sets, inner, path);
    for (const inside of inner.waiting) {
      subject.waiting.push({ ...inside, when: and(group.when, inside.when) });
    }
    return parts;
  });
}

const compileEntry = (
  document: Document,
  type: GraphQLObjectType,
  sets: readonly ScopedSet[],
  { tells = [] }: FieldCost,
  path: Path,
): CostPart[] => compileObject(document, type, sets, subjectOf(nodeCostOf(type).detail, tells), path);

/** Of an interface all types that it can be. An object is of one of them, so together they cost too much at worst. */
function objectTypesOf({ schema }: Document, field: Asked['field']): readonly GraphQLObjectType[] {
  const type = getNamedType(field.type);
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}

/** What a connection's nodes are asked, be it under `nodes` or `edges`; `undefined` for any other type. */
function pageOf(document: Document, type: GraphQLObjectType, sets: readonly ScopedSet[]) {
  const { nodes, edges } = type.getFields();
  const node = nodes === undefined || edges === undefined ? undefined : getNamedType(nodes.type);
  const edge = edges === undefined ? undefined : getNamedType(edges.type);
  if (!isObjectType(node) || !isObjectType(edge)) return undefined;
  const below = (parent: GraphQLObjectType, name: string, scopes: readonly ScopedSet[]): ScopedSet[] =>
    collectFields(document, parent, scopes)
      .filter((group) => group.node.name.value === name)
      .flatMap((group) => group.sets.map(({ set, when }) => ({ set, when: and(group.when, when) })));
  return { node, sets: [...below(type, 'nodes', sets), ...below(edge, 'node', below(type, 'edges', sets))] };
}
