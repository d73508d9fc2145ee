import type { Constraint, Members, Shape, StructShape } from './shape.js';

/** The step from a list to what is in it. */
export const ANY_PLACE = '[]';

/** A member that a constraint names, from the struct on that the constraint is about. */
interface MemberPath {
  readonly steps: readonly string[];
  /** A set is whole without it. */
  readonly isOptional: boolean;
}

/** A constraint with its members taken apart; single members are sets of one. */
export interface PlacedConstraint {
  readonly rule: Constraint['rule'];
  readonly sets: ReadonlyArray<readonly MemberPath[]>;
}

/** What a constraint says of a struct: `undefined` if it holds, else what is wrong. */
export type ConstraintTest = (values: Readonly<Record<string, unknown>>) => string | undefined;

const toMemberPath = (name: string): MemberPath => ({
  steps: name
    .replace(/\?$/, '')
    .split('.')
    .flatMap((step) => (step.endsWith(ANY_PLACE) ? [step.slice(0, -ANY_PLACE.length), ANY_PLACE] : [step])),
  isOptional: name.endsWith('?'),
});

export function toPlaced(constraint: Constraint): PlacedConstraint {
  const sets = 'sets' in constraint ? constraint.sets : constraint.members.map((member) => [member]);
  return { rule: constraint.rule, sets: sets.map((set) => set.map(toMemberPath)) };
}

/** The step that all members share; `undefined` for a constraint about members of the struct itself. */
export function sharedStep({ sets }: PlacedConstraint): string | undefined {
  const paths = sets.flat();
  const step = paths[0]?.steps[0];
  return paths.every(({ steps }) => steps.length > 1 && steps[0] === step) ? step : undefined;
}

/** The same constraint, seen from behind the step that its members share. */
export const behindStep = ({ rule, sets }: PlacedConstraint): PlacedConstraint => ({
  rule,
  sets: sets.map((set) => set.map(({ steps, isOptional }) => ({ steps: steps.slice(1), isOptional }))),
});

/**
 * The member that a document calls `name`: under its own name, under that of the other form of a `twin`, or under an
 * alias.
 *
 * @throws {TypeError} if there is none: a mistake in the descriptor
 */
export function memberNamed(shape: StructShape, name: string): readonly [name: string, shape: Shape] {
  const members = Object.entries<Members[string]>(shape.members);
  const found =
    members.find(([own]) => own === name) ??
    members.find(
      ([own, member]) =>
        member.kind === 'int64' && member.twin === true && (own === `${name}64` || `${own}64` === name),
    ) ??
    members.find(([, { aliases }]) => aliases?.includes(name));
  if (found === undefined) throw new TypeError(`A constraint names ${name}, which is no member.`);
  return found;
}

/**
 * @param isAbsent - whether a member with this value counts as left out
 * @throws {TypeError} if it names what is not there, or elements of a list beside something outside of it
 */
export function compileConstraint(
  shape: StructShape,
  { rule, sets }: PlacedConstraint,
  isAbsent: (value: unknown) => boolean,
): ConstraintTest {
  const found = sets.map((set) =>
    set.map(({ steps, isOptional }) => ({ names: resolve(shape, steps), isOptional })),
  );
  // The two forms of a twin are one member, so what names them as alternatives asks for that one.
  const distinct = [...new Map(found.map((set) => [textOf(set), set])).values()];
  const label = `${rule} (${distinct.map(textOf).join(distinct.some((set) => set.length > 1) ? ' | ' : ', ')})`;
  return (values) => {
    const isGiven = ({ names }: FoundMember): boolean => !isAbsent(valueAt(values, names));
    const problem = judge(rule, distinct, isGiven);
    return problem === undefined ? undefined : `${label}: ${problem}`;
  };
}

interface FoundMember {
  /** From the outermost member to it. */
  readonly names: readonly string[];
  readonly isOptional: boolean;
}

const textOf = (set: readonly FoundMember[]): string =>
  set.map(({ names, isOptional }) => names.join('.') + (isOptional ? '?' : '')).join(', ');

function resolve(shape: StructShape, steps: readonly string[]): readonly string[] {
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

function valueAt(values: unknown, names: readonly string[]): unknown {
  let value = values;
  for (const name of names) {
    if (typeof value !== 'object' || value === null) return undefined;
    // Any object may be read by name; what is not there is undefined.
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}

function noneGiven(rule: Constraint['rule']): string | undefined {
  if (rule === 'atMostOneOf') return undefined;
  return rule === 'anySet' || rule === 'exactlyOneSet' ? 'none is given whole' : 'none is given';
}

function judge(
  rule: Constraint['rule'],
  sets: ReadonlyArray<readonly FoundMember[]>,
  isGiven: (member: FoundMember) => boolean,
): string | undefined {
  const whole = sets.filter((set) => set.every((member) => member.isOptional || isGiven(member)));
  const [only] = whole;
  if (only === undefined) return noneGiven(rule);
  if (rule === 'atLeastOneOf' || rule === 'anySet') return undefined;
  if (whole.length > 1) return 'more than one is given';
  if (rule === 'exactlyOneSet') {
    const ofIt = new Set(only.map(({ names }) => names.join('.')));
    const others = sets.flat().filter((member) => !ofIt.has(member.names.join('.')));
    if (others.some(isGiven)) return 'one is given, and members of another';
  }
  return undefined;
}
