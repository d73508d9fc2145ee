import fc from 'fast-check';
import {
  behindStep,
  memberNamed,
  type PlacedConstraint,
  sharedStep,
  toPlaced,
} from '../../src/operation/check-constraint.js';
import { isKey, isOptional, type Members, type Shape, type StructShape } from '../../src/operation/shape.js';
import { NO_DEMANDS, type Presence, waysToHold } from './constraint-choices.js';
import { type ProtocolValues, scalarValues } from './scalar-values.js';

export type { ProtocolValues } from './scalar-values.js';

/** A name that no panel has, for what open structs do not name. */
const STRANGER = 'x-later-member';

type Struct = Record<string, unknown>;

/**
 * Parameters that a descriptor allows: values at the edges of their types, optional members there and not there, empty
 * lists, each alternative of each constraint. Int64 values are bigints under the member's own name, also of a twin.
 */
export const inputsOf = (shape: StructShape, protocol: ProtocolValues): fc.Arbitrary<Struct> =>
  structInputs(shape, protocol, [], NO_DEMANDS);

function inputValues(
  shape: Shape,
  protocol: ProtocolValues,
  constraints: readonly PlacedConstraint[],
  demands: Presence,
): fc.Arbitrary<unknown> {
  if (shape.kind === 'struct') return structInputs(shape, protocol, constraints, demands);
  if (shape.kind === 'array') {
    const inside = constraints.map(behindStep);
    return fc.array(inputValues(shape.of, protocol, inside, NO_DEMANDS), { maxLength: 3 });
  }
  return scalarValues(shape, protocol, 'all rules');
}

function structInputs(
  shape: StructShape,
  protocol: ProtocolValues,
  around: readonly PlacedConstraint[],
  demands: Presence,
): fc.Arbitrary<Struct> {
  const all = [...around, ...(shape.constraints ?? []).map(toPlaced)];
  const isAbout = (constraint: PlacedConstraint, name: string): boolean => {
    const step = sharedStep(constraint);
    return step !== undefined && memberNamed(shape, step)[0] === name;
  };
  const own = all.filter((constraint) => sharedStep(constraint) === undefined);
  const ways = waysToHold(shape, own, demands);
  return fc.constantFrom(...ways).chain((way) => {
    const model: Record<string, fc.Arbitrary<unknown>> = {};
    const requiredKeys: string[] = [];
    for (const [name, member] of Object.entries<Members[string]>(shape.members)) {
      if (way.absent.some((path) => path.length === 1 && path[0] === name)) continue;
      const inside = all.filter((constraint) => isAbout(constraint, name)).map(behindStep);
      model[name] = inputValues(member, protocol, inside, behind(way, name));
      if (!isOptional(member) || way.given.some(([first]) => first === name)) requiredKeys.push(name);
    }
    if (shape.open === true && protocol.any !== undefined) model[STRANGER] = protocol.any;
    return fc.record(model, { requiredKeys, noNullPrototype: true });
  });
}

function behind({ given, absent }: Presence, name: string): Presence {
  const below = (paths: Presence['given']): Presence['given'] =>
    paths.filter(([first, ...rest]) => first === name && rest.length > 0).map(([, ...rest]) => rest);
  return { given: below(given), absent: below(absent) };
}

/**
 * Answers that a panel may give: whatever the types allow, enumerations or not, with only `key` members certain to be
 * there. Secret members are there, too: a decoder has to drop them.
 */
export function answersOf(shape: Shape, protocol: ProtocolValues): fc.Arbitrary<unknown> {
  if (shape.kind === 'array') return fc.array(answersOf(shape.of, protocol), { maxLength: 3 });
  if (shape.kind !== 'struct') return scalarValues(shape, protocol, 'the type alone');
  const members = Object.entries<Members[string]>(shape.members);
  const model = Object.fromEntries(members.map(([name, member]) => [name, answersOf(member, protocol)]));
  if (shape.open === true && protocol.any !== undefined) model[STRANGER] = protocol.any;
  const requiredKeys = members.filter(([, member]) => isKey(member)).map(([name]) => name);
  return fc.record(model, { requiredKeys, noNullPrototype: true });
}

/**
 * What a decoder has to make of such an answer: every member of the shape is there, absent and secret ones as null.
 *
 * @param asItCame - what the codec calls a value of an open struct that the shape does not name
 */
export function decodedOf(
  shape: Shape,
  answer: unknown,
  asItCame: (value: unknown) => unknown = (value) => value,
): unknown {
  if (shape.secret === true) return null;
  if (shape.kind === 'array') {
    return (answer as readonly unknown[]).map((item) => decodedOf(shape.of, item, asItCame));
  }
  if (shape.kind !== 'struct') return answer;
  const told = answer as Struct;
  const members = Object.entries<Members[string]>(shape.members).map(([name, member]) => [
    name,
    told[name] === undefined ? null : decodedOf(member, told[name], asItCame),
  ]);
  const others = Object.entries(told).filter(([name]) => !Object.hasOwn(shape.members, name));
  return Object.fromEntries([...others.map(([name, value]) => [name, asItCame(value)]), ...members]);
}
