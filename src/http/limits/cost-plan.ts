import type { FieldNode } from 'graphql';
import type { Panel } from '../../model/index.js';

/** What differs from request to request: the same document costs what these make of it. */
export interface CostInputs {
  /** As they came, with the defaults of the operation under them. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** How many backends of the caller have a member of the port. */
  readonly countBackends: (member: keyof Panel) => number;
}

export type Amount = (inputs: CostInputs) => number;
export type Condition = (inputs: CostInputs) => boolean;

/** One field, or the details of one object, as a part of what a document costs. */
export interface CostPart {
  readonly node: FieldNode;
  /** Names of fields from the root on. */
  readonly path: readonly string[];
  readonly when: Condition;
  /** Of its own calls, for one object of the part above. */
  readonly own: Amount;
  /** Objects that it answers, for one object of the part above. */
  readonly entries: Amount;
  /** For one of these objects. */
  readonly parts: readonly CostPart[];
}

/** Costs are told to clients as JSON numbers. */
const MOST = Number.MAX_SAFE_INTEGER;

/** The sum of all parts, however large. */
export function costOf(parts: readonly CostPart[], inputs: CostInputs): number {
  let sum = 0;
  for (const { when, own, entries, parts: below } of parts) {
    if (!when(inputs)) continue;
    sum += own(inputs);
    if (below.length > 0) sum += entries(inputs) * costOf(below, inputs);
  }
  return Math.min(sum, MOST);
}

export interface Share {
  readonly part: CostPart;
  readonly cost: number;
}

/** The part whose own calls cost most; `undefined` where none cost anything. */
export function largestShare(parts: readonly CostPart[], inputs: CostInputs, objects = 1): Share | undefined {
  let largest: Share | undefined;
  const consider = (share: Share | undefined) => {
    if (share !== undefined && share.cost > (largest?.cost ?? 0)) largest = share;
  };
  for (const part of parts) {
    if (!part.when(inputs)) continue;
    consider({ part, cost: Math.min(objects * part.own(inputs), MOST) });
    if (part.parts.length === 0) continue;
    consider(largestShare(part.parts, inputs, objects * part.entries(inputs)));
  }
  return largest;
}
