import {
  type ArrayShape,
  isKey,
  type Members,
  type Shape,
  type StructShape,
} from '../../../operation/shape.js';
import { type ScalarCodec, scalarOf } from './scalars.js';

const DIFFGRAM = 'urn:schemas-microsoft-com:xml-diffgram-v1';

/** What an element stands for: the shape that its content has, made ready to be looked up in. */
export type Node = ScalarNode | PlainNode | ContainerNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly codec: ScalarCodec;
  /** Whether an empty element says something: an empty text, but no number. */
  readonly takesEmpty: boolean;
}

/** Read as it comes: no shape says what is in it. */
export interface PlainNode {
  readonly kind: 'plain';
}

/**
 * An element with elements in it. `record` and `list` have values of their own; the others are stages on the way to
 * the rows of a DataSet, whose tables they share.
 */
export type ContainerNode = RecordNode | ListNode | StageNode;

/** Where the value of a child goes. */
export interface Place {
  /** Member of the record around it; of a list's items, that of the item's element. */
  readonly name: string;
  readonly node: Node;
  /** Found under another name than its own, which wins when both are there. */
  readonly isAlias: boolean;
  /** Goes to the end of the list that the member is. */
  readonly isRow: boolean;
  /** A row that cannot be read is its error. */
  readonly isRowByRow: boolean;
}

interface NodeBase {
  /** Where a child goes; `undefined` for one that is passed over. */
  find(local: string, uri: string): Place | undefined;
}

export interface RecordNode extends NodeBase {
  readonly kind: 'record';
  /** All members, of which nothing is known yet: records of one shape have the same properties in one order. */
  readonly blank: Readonly<Record<string, unknown>>;
  /** Names of its members that are tables, or lists without an element of their own: each record has its own ones. */
  readonly tables: readonly string[];
  readonly keys: readonly string[];
  /** What is to be done with members that the shape does not name; `undefined`: they are passed over. */
  readonly others: OtherMembers | undefined;
  /** The member that stands for all when there are no elements but a text. */
  readonly bare: Place | undefined;
}

/** How members are kept that no shape names. */
export interface OtherMembers {
  /** Namespace of the record; `undefined`: any. */
  readonly uri: string | undefined;
  isKept(local: string): boolean;
}

export interface ListNode extends NodeBase {
  readonly kind: 'list';
}

export interface StageNode extends NodeBase {
  readonly kind: 'stage';
}

/**
 * @param uri - namespace of the elements inside; `undefined`: any
 * @throws {@link WireError} for a shape that documents have no form for: a mistake in an operation
 */
export function compileNode(shape: Shape, uri: string | undefined): Node {
  if (shape.kind === 'struct') return shape.dataSet === true ? dataSetNode(shape) : recordNode(shape, uri);
  if (shape.kind === 'array') return listNode(shape, uri);
  if (shape.kind === 'any') return { kind: 'plain' };
  return { kind: 'scalar', codec: scalarOf(shape.kind), takesEmpty: shape.kind === 'string' };
}

const isOf = (uri: string | undefined, childUri: string): boolean => uri === undefined || childUri === uri;

const PLAIN = { isAlias: false, isRow: false, isRowByRow: false } as const;

function recordNode(shape: StructShape, uri: string | undefined): RecordNode {
  const places = new Map<string, Place>();
  const members = Object.entries<Members[string]>(shape.members);
  for (const [name, member] of members) {
    if (member.secret !== true) places.set(name, memberPlace(name, member, member.namespace ?? uri));
  }
  for (const [name, { aliases = [] }] of members) {
    const place = places.get(name);
    for (const alias of aliases) {
      if (place !== undefined && !places.has(alias)) places.set(alias, { ...place, isAlias: true });
    }
  }
  const hasOwnNamespaces = members.some(([, { namespace }]) => namespace !== undefined);
  return {
    kind: 'record',
    blank: Object.fromEntries(members.map(([name]) => [name, null])),
    tables: members.filter(([, member]) => isInline(member)).map(([name]) => name),
    keys: members.filter(([, member]) => isKey(member)).map(([name]) => name),
    others: shape.open === true ? othersOf(shape, uri) : undefined,
    bare: shape.bare === undefined ? undefined : places.get(shape.bare),
    find: hasOwnNamespaces
      ? (local, childUri) => {
          const place = places.get(local);
          return place !== undefined && isOf(shape.members[place.name]?.namespace ?? uri, childUri)
            ? place
            : undefined;
        }
      : (local, childUri) => (isOf(uri, childUri) ? places.get(local) : undefined),
  };
}

const isInline = (shape: Shape): boolean => shape.kind === 'array' && shape.inline === true;

/** @param uri - namespace of the member's element, which those inside it share */
function memberPlace(name: string, shape: Shape, uri: string | undefined): Place {
  if (shape.kind !== 'array' || shape.inline !== true) {
    return { ...PLAIN, name, node: compileNode(shape, uri) };
  }
  // What an array holds is a shape, which its type does not tell.
  const node = compileNode(shape.of as Shape, uri);
  return { ...PLAIN, name, node, isRow: true, isRowByRow: shape.rowByRow === true };
}

/** Secret members are named, so that they are dropped like everywhere else. */
function othersOf({ members }: StructShape, uri: string | undefined): OtherMembers {
  const named = new Set(
    Object.entries<Members[string]>(members).flatMap(([name, { aliases = [] }]) => [name, ...aliases]),
  );
  return { uri, isKept: (local) => !named.has(local) };
}

function listNode({ of, itemName, rowByRow }: ArrayShape, uri: string | undefined): ListNode {
  const itemUri = (of as Shape).namespace ?? uri;
  const place: Place = {
    ...PLAIN,
    name: itemName ?? '',
    node: compileNode(of, itemUri),
    isRow: true,
    isRowByRow: rowByRow === true,
  };
  return {
    kind: 'list',
    find: (local, childUri) => (local === itemName && isOf(itemUri, childUri) ? place : undefined),
  };
}

/**
 * A DataSet on the wire: a schema, which is passed over since the shape says the same, and a diffgram. In it one
 * element of any name, missing when there are no rows, holds the rows of all tables, in no namespace unless the DataSet is typed; what stands
 * beside it are earlier versions of rows, and errors.
 *
 * @see .NET Framework, "DiffGrams"
 */
function dataSetNode(shape: StructShape): RecordNode {
  // `dataSet` takes lists only.
  const tables = Object.entries(shape.members as Readonly<Record<string, ArrayShape>>);
  const rows = new Map(
    tables.map(([name, { of, rowByRow }]): [string, Place] => [
      name,
      { ...PLAIN, name, node: compileNode(of, undefined), isRow: true, isRowByRow: rowByRow === true },
    ]),
  );
  const instance = stage((local, uri) => (uri === DIFFGRAM ? undefined : rows.get(local)));
  const diffgram = stage((_local, uri) => (uri === DIFFGRAM ? undefined : instance));
  const names = tables.map(([name]) => name);
  return {
    kind: 'record',
    blank: Object.fromEntries(names.map((name) => [name, null])),
    tables: names,
    keys: [],
    others: undefined,
    bare: undefined,
    find: (local, uri) => (local === 'diffgram' && uri === DIFFGRAM ? diffgram : undefined),
  };
}

const stage = (find: StageNode['find']): Place => ({ ...PLAIN, name: '', node: { kind: 'stage', find } });
