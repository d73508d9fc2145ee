import type { NodeType } from './global-id.js';
import type { NodeRecords, Panel } from './panel.js';
import type { Task } from './task.js';

/** A member of some record, `accountId` for one. */
export type RecordMember = { [T in NodeType]: keyof NodeRecords[T] }[NodeType] | keyof Task;

/**
 * What a field of the graph costs, in calls to backends, at most: the schema carries it in `extensions.cost`, and
 * the limit on the cost of a query reads it there. Retries and what is asked once in a process are left aside.
 *
 * An object's details, which come with one fuller answer, cost that answer once, whichever of them are selected; fields
 * with `extensions.detail` are details by nature.
 */
export interface FieldCost {
  /** The field's own calls for one object. A call that keeps a panel busy counts more than 1. Default 0. */
  readonly own?: number;
  /** Name of a list argument: `own` counts for each of its entries, and once where it is left out. */
  readonly perEntryOf?: string;
  /** `own` counts for each of the caller's backends that has this member of the port. */
  readonly everyBackend?: keyof Panel;
  /** The field is free where this member of its object has been told. */
  readonly unlessTold?: RecordMember;
  /** Before it can answer, this member of its object must be known, be it by the fuller answer. */
  readonly needs?: RecordMember;
  /** Name of the argument that holds the ids it finds objects by, one or several. */
  readonly finds?: string;
  /** How many objects it answers where no argument says so; at a field with `everyBackend`, of each backend. */
  readonly entries?: number;
  /** What its answer tells of its objects on every kind of backend: `details` is all that a fuller answer would. */
  readonly tells?: ReadonlyArray<RecordMember | 'details'>;
}

/** What reading one object of a type costs where that is not one call; in `extensions.cost` of the type. */
export interface NodeCost {
  /** To find it by its id. */
  readonly find: number;
  /** For its details, when something has only mentioned it. */
  readonly detail: number;
  /** For its details, when it has been found by its id. */
  readonly detailOnceFound: number;
}
