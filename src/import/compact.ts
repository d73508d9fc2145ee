import type { ShapeMap } from '../mounted/descriptor-text.js';

/**
 * A shape in the shortest form that says the same: a name, with `?` behind it if the value is optional, where there is
 * no more to say. What is read first comes first.
 */
export function compact(shape: ShapeMap): unknown {
  const { type, optional, description, of, members, ...others } = shape;
  const isShort = description === undefined && of === undefined && members === undefined;
  if (isShort && Object.keys(others).length === 0) return optional === true ? `${type}?` : type;
  return {
    type,
    ...(optional === true ? { optional } : {}),
    ...(description === undefined ? {} : { description }),
    ...(of === undefined ? {} : { of: compactOf(of) }),
    ...others,
    ...(members === undefined ? {} : { members: compactAll(members as Record<string, unknown>) }),
  };
}

export const compactAll = (shapes: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, compactOf(shape)]));

/** One that is short already stays as it is. */
const compactOf = (shape: unknown): unknown =>
  typeof shape === 'object' && shape !== null ? compact(shape as ShapeMap) : shape;
