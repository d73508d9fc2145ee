import type { ShapeMap } from '../mounted/descriptor-text.js';

/** Says why a value of a shape cannot be sent, though it may be read. No file holds it: YAML has no symbols. */
const REASON = Symbol('why it cannot be sent');

type Marked = ShapeMap & { readonly [REASON]?: string };

/** @returns the shape, marked; copies of it are marked, too */
export const unsendable = (shape: ShapeMap, reason: string): ShapeMap =>
  Object.assign({ ...shape }, { [REASON]: reason });

/** A member of the parameters that cannot be sent. */
export interface Obstacle {
  readonly path: string;
  readonly reason: string;
  /** The call can be made without it. */
  readonly isOptional: boolean;
  /** The member that has to be left out; none where it is enough to send no items. */
  readonly member: ShapeMap | undefined;
}

/**
 * What of the parameters cannot be sent, once each.
 *
 * @param types - what references refer to
 */
export function obstaclesIn(
  params: Readonly<Record<string, ShapeMap>>,
  types: ReadonlyMap<string, ShapeMap>,
): readonly Obstacle[] {
  const found: Obstacle[] = [];
  const seen = new Set<string>();

  function visit(shape: Marked, path: string, around: boolean, member?: ShapeMap): void {
    const isOptional = around || shape.optional === true;
    const reason = shape[REASON];
    if (reason !== undefined) {
      found.push({ path, reason, isOptional, member });
      return;
    }
    const type = types.get(shape.type);
    if (type !== undefined && !seen.has(`${shape.type} ${isOptional}`)) {
      seen.add(`${shape.type} ${isOptional}`);
      visit(type, path, isOptional, member);
    }
    // An array may be empty, so what is in it need not be sent.
    if (isMap(shape.of)) visit(shape.of, path, true);
    if (shape.members !== undefined) visitMembers(shape.members as Record<string, unknown>, path, isOptional);
  }

  function visitMembers(members: Readonly<Record<string, unknown>>, path: string, isOptional: boolean): void {
    for (const [name, member] of Object.entries(members)) {
      if (isMap(member)) visit(member, path === '' ? name : `${path}.${name}`, isOptional, member);
    }
  }

  visitMembers(params, '', false);
  return found;
}

const isMap = (value: unknown): value is Marked => typeof value === 'object' && value !== null;
