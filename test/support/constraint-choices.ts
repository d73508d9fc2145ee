import { memberNamed, type PlacedConstraint } from '../../src/operation/check-constraint.js';
import { isOptional, type Shape, type StructShape } from '../../src/operation/shape.js';

/** Members of a struct, by their names from it on, that have to be there and that must not be. */
export interface Presence {
  readonly given: ReadonlyArray<readonly string[]>;
  readonly absent: ReadonlyArray<readonly string[]>;
}

export const NO_DEMANDS: Presence = { given: [], absent: [] };

interface Member {
  readonly path: readonly string[];
  readonly isOptional: boolean;
}

const textOf = (path: readonly string[]): string => path.join('.');

/**
 * Every way in which all constraints of a struct can hold: one alternative of each. An alternative says nothing of
 * members that may be there beside it.
 *
 * @param outer - what constraints of structs around it ask for
 * @throws {TypeError} where no way is left: the descriptor contradicts itself
 */
export function waysToHold(
  shape: StructShape,
  constraints: readonly PlacedConstraint[],
  outer: Presence,
): readonly Presence[] {
  let ways: readonly Presence[] = [outer];
  for (const constraint of constraints) {
    const alternatives = alternativesOf(shape, constraint);
    ways = ways.flatMap((way) => alternatives.map((alternative) => both(way, alternative)));
  }
  const possible = ways.filter((way) => isPossible(shape, way));
  if (possible.length === 0) throw new TypeError('The constraints of a struct exclude each other.');
  return possible;
}

const both = (left: Presence, right: Presence): Presence => ({
  given: [...left.given, ...right.given],
  absent: [...left.absent, ...right.absent],
});

/** A member that is there is there with all structs around it, and a mandatory one is always there. */
function isPossible(shape: StructShape, { given, absent }: Presence): boolean {
  return absent.every((path) => {
    const isDemanded = given.some((other) => path.every((step, index) => other[index] === step));
    const [step = '', ...rest] = path;
    return !isDemanded && (rest.length > 0 || isOptional(memberNamed(shape, step)[1]));
  });
}

function alternativesOf(shape: StructShape, { rule, sets }: PlacedConstraint): readonly Presence[] {
  const named = sets.map((set) =>
    set.map(({ steps, isOptional: mayBeAbsent }) => ({
      path: namesOf(shape, steps),
      isOptional: mayBeAbsent,
    })),
  );
  // The two forms of a twin are one member.
  const distinct = [...new Map(named.map((set) => [JSON.stringify(set), set])).values()];
  switch (rule) {
    case 'atLeastOneOf':
    case 'anySet':
      return distinct.map((set) => ({ given: neededOf(set), absent: [] }));
    case 'exactlyOneOf':
    case 'exactlyOneSet':
      return distinct.map((set) => ({ given: neededOf(set), absent: othersThan(set, distinct) }));
    case 'atMostOneOf':
      return [
        { given: [], absent: distinct.flat().map(({ path }) => path) },
        ...distinct.map((set) => ({ given: neededOf(set), absent: othersThan(set, distinct) })),
      ];
  }
}

const neededOf = (set: readonly Member[]): ReadonlyArray<readonly string[]> =>
  set.filter((member) => !member.isOptional).map(({ path }) => path);

function othersThan(
  set: readonly Member[],
  all: ReadonlyArray<readonly Member[]>,
): ReadonlyArray<readonly string[]> {
  const own = new Set(set.map(({ path }) => textOf(path)));
  return all
    .flat()
    .map(({ path }) => path)
    .filter((path) => !own.has(textOf(path)));
}

function namesOf(shape: StructShape, steps: readonly string[]): readonly string[] {
  const names: string[] = [];
  let around: Shape = shape;
  for (const step of steps) {
    if (around.kind !== 'struct') throw new TypeError(`A constraint names ${step}, which is in no struct.`);
    const [name, member]: readonly [string, Shape] = memberNamed(around, step);
    names.push(name);
    around = member;
  }
  return names;
}
