import type { Constraint } from '../operation/shape.js';

type Schema = Readonly<Record<string, unknown>>;

/** A member that is there and is not null. */
const given = (name: string): Schema => ({
  required: [name],
  properties: { [name]: { not: { type: 'null' } } },
});

const allGiven = (names: readonly string[]): Schema =>
  names.length === 1 ? given(names[0] ?? '') : { allOf: names.map(given) };

const noneGiven = (names: readonly string[]): Schema[] => names.map((name) => ({ not: given(name) }));

/**
 * A rule between members as JSON Schema says it. Rules about members of members are left to the check that follows:
 * they stand in the schema as a comment.
 */
export function constraintSchemas(constraint: Constraint): readonly Schema[] {
  const sets = 'sets' in constraint ? constraint.sets : constraint.members.map((member) => [member]);
  if (sets.flat().some((name) => /[.[\]]/.test(name))) return [];
  const whole = sets.map((set) => allGiven(set.filter((name) => !name.endsWith('?'))));
  switch (constraint.rule) {
    case 'atLeastOneOf':
    case 'anySet':
      return [{ anyOf: whole }];
    case 'exactlyOneOf':
      return [{ oneOf: whole }];
    case 'atMostOneOf':
      return [{ oneOf: [...whole, { not: { anyOf: whole } }] }];
    case 'exactlyOneSet':
      return [{ oneOf: sets.map((set, index) => onlySet(whole[index] ?? {}, set, sets.flat())) }];
  }
}

function onlySet(whole: Schema, set: readonly string[], names: readonly string[]): Schema {
  const own = new Set(set.map(withoutMark));
  const others = [...new Set(names.map(withoutMark))].filter((name) => !own.has(name));
  return { allOf: [whole, ...noneGiven(others)] };
}

const withoutMark = (name: string): string => name.replace(/\?$/, '');
