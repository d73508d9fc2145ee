import {
  ANY_PLACE,
  behindStep,
  type ConstraintTest,
  compileConstraint,
  memberNamed,
  type PlacedConstraint,
  sharedStep,
  toPlaced,
} from './check-constraint.js';
import { type ScalarRule, type ScalarShape, scalarTests } from './check-scalar.js';
import {
  type ArrayShape,
  type Constraint,
  isOptional,
  type Members,
  type Shape,
  type StructShape,
} from './shape.js';

/** Something that a descriptor does not allow of its parameters. */
export interface Problem {
  /** Names of members and places in lists, from 0, that lead to it; empty for the parameters as a whole. */
  readonly path: ReadonlyArray<string | number>;
  /** What is broken, by the name that shapes have for it. */
  readonly rule: ScalarRule | Constraint['rule'] | 'missing' | 'unknown';
  /** Says what the rule asks for, and never what came: that may be a password. */
  readonly message: string;
}

export interface CheckSettings {
  /** Whether null says that a member is left out. Otherwise it is a value, which only `any` knows. Default false. */
  readonly nullIsAbsent?: boolean;
}

type Check = (value: unknown, findings: Findings) => void;

/** What a shape does not say of where it stands. */
interface Place {
  /** From the parameters on, `[]` for any place of a list; empty for the parameters. */
  readonly path: string;
  /** Of structs around it, about members of this one. */
  readonly constraints: readonly PlacedConstraint[];
  readonly isAbsent: (value: unknown) => boolean;
}

class Findings {
  readonly problems: Problem[] = [];
  readonly #path: (string | number)[] = [];

  add(rule: Problem['rule'], message: string, ...below: readonly string[]): void {
    this.problems.push({ path: [...this.#path, ...below], rule, message });
  }

  check(step: string | number, check: Check, value: unknown): void {
    this.#path.push(step);
    check(value, this);
    this.#path.pop();
  }
}

/**
 * Makes, once, what checks the parameters of an operation against all that its descriptor says of them: members that
 * have to be there, kinds, bounds, lengths, patterns, closed enumerations and the constraints between members. A
 * member that the shape does not name is a problem, unless the shape is `open`; one that is `undefined` is left out.
 *
 * What only a protocol can refuse, such as a character that XML cannot carry or a date in another form, passes here.
 *
 * @returns a pure function that gives all problems at once, none for what may be sent
 * @throws {TypeError} for a constraint that names what is not there: a mistake in the descriptor
 */
export function compileCheck(
  params: StructShape,
  { nullIsAbsent = false }: CheckSettings = {},
): (input: unknown) => readonly Problem[] {
  const isAbsent = (value: unknown): boolean => value === undefined || (nullIsAbsent && value === null);
  const check = structCheck(params, { path: '', constraints: [], isAbsent });
  return (input) => {
    const findings = new Findings();
    check(input, findings);
    return findings.problems;
  };
}

function checkOf(shape: Shape, place: Place): Check {
  if (shape.kind === 'struct') return structCheck(shape, place);
  if (shape.kind === 'array') return arrayCheck(shape, place);
  if (place.constraints.length > 0) throw new TypeError(`A constraint names members of ${place.path}.`);
  return scalarCheck(shape);
}

function scalarCheck(shape: ScalarShape): Check {
  const { type, rules } = scalarTests(shape);
  return (value, findings) => {
    if (!type.passes(value)) findings.add(type.rule, type.message);
    else for (const test of rules) if (!test.passes(value)) findings.add(test.rule, test.message);
  };
}

function arrayCheck({ of }: ArrayShape, { path, constraints, isAbsent }: Place): Check {
  if (constraints.some((constraint) => sharedStep(constraint) !== ANY_PLACE)) {
    throw new TypeError(`A constraint names members of ${path}, which is a list.`);
  }
  const item = { path: `${path}${ANY_PLACE}`, constraints: constraints.map(behindStep), isAbsent };
  const check = checkOf(of, item);
  return (value, findings) => {
    if (!Array.isArray(value)) findings.add('type', 'not an array');
    else for (let index = 0; index < value.length; index += 1) findings.check(index, check, value[index]);
  };
}

function structCheck(shape: StructShape, { path, constraints, isAbsent }: Place): Check {
  const inside = new Map<string, PlacedConstraint[]>();
  const tests: { readonly rule: Constraint['rule']; readonly test: ConstraintTest }[] = [];
  for (const constraint of [...constraints, ...(shape.constraints ?? []).map(toPlaced)]) {
    const step = sharedStep(constraint);
    if (step === undefined) {
      tests.push({ rule: constraint.rule, test: compileConstraint(shape, constraint, isAbsent) });
    } else {
      const [name] = memberNamed(shape, step);
      inside.set(name, [...(inside.get(name) ?? []), behindStep(constraint)]);
    }
  }
  const members = Object.entries<Members[string]>(shape.members).map(([name, member]) => ({
    name,
    isOptional: isOptional(member),
    check: checkOf(member, {
      path: path === '' ? name : `${path}.${name}`,
      constraints: inside.get(name) ?? [],
      isAbsent,
    }),
  }));
  const stranger = `is no member of ${path === '' ? 'the parameters' : path}`;

  return (value, findings) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      findings.add('type', 'not a struct');
      return;
    }
    // Any object may be read by name; what is not there is undefined.
    const values = value as Readonly<Record<string, unknown>>;
    for (const { name, isOptional: mayBeAbsent, check } of members) {
      if (!isAbsent(values[name])) findings.check(name, check, values[name]);
      else if (!mayBeAbsent) findings.add('missing', 'missing', name);
    }
    if (shape.open !== true) {
      for (const name of Object.keys(values)) {
        if (!Object.hasOwn(shape.members, name) && !isAbsent(values[name]))
          findings.add('unknown', stranger, name);
      }
    }
    for (const { rule, test } of tests) {
      const problem = test(values);
      if (problem !== undefined) findings.add(rule, problem);
    }
  };
}
