import type { Members, Shape } from '../operation/shape.js';

/**
 * How many shapes there are in one, where each type counts at each of its places: codecs unfold types, so a short file
 * could ask for more of them than there is memory.
 */
export function createSizer(): (shape: Shape) => number {
  const known = new Map<Shape, number>();
  return function sizeOf(shape) {
    const before = known.get(shape);
    if (before !== undefined) return before;
    let size = 1;
    // What arrays and structs hold are shapes, which their types do not tell.
    if (shape.kind === 'array') size += sizeOf(shape.of as Shape);
    else if (shape.kind === 'struct') {
      for (const member of Object.values(shape.members as Members)) size += sizeOf(member);
    }
    known.set(shape, size);
    return size;
  };
}
