import { describe, expect, it } from 'vitest';
import { compileCheck } from '../../../src/operation/check.js';
import {
  array,
  type Constraint,
  int,
  int64,
  optional,
  type StructShape,
  string,
  struct,
} from '../../../src/operation/shape.js';

/** Path and message of each problem, in one line each. */
const problemsOf = (params: StructShape, input: unknown): string[] =>
  compileCheck(params)(input).map(({ path, message }) => `${path.join('/')}: ${message}`);

describe('a constraint', () => {
  const flags = {
    a: optional(int('')),
    b: optional(int('')),
    c: optional(int('')),
    d: optional(int('')),
  };
  const holds = (constraint: Constraint, given: string): string[] =>
    problemsOf(
      struct(flags, '', { constraints: [constraint] }),
      Object.fromEntries([...given].map((name) => [name, 1])),
    );

  it.each<[Constraint, readonly string[], Readonly<Record<string, string>>]>([
    [
      { rule: 'exactlyOneOf', members: ['a', 'b'] },
      ['a', 'b', 'ac'],
      { '': 'none is given', c: 'none is given', ab: 'more than one is given' },
    ],
    [
      { rule: 'atLeastOneOf', members: ['a', 'b'] },
      ['a', 'b', 'ab'],
      { '': 'none is given', c: 'none is given' },
    ],
    [{ rule: 'atMostOneOf', members: ['a', 'b'] }, ['', 'a', 'b', 'bc'], { ab: 'more than one is given' }],
    [
      { rule: 'anySet', sets: [['a'], ['b', 'c?', 'd']] },
      ['a', 'ab', 'bd', 'bcd', 'abcd'],
      { '': 'none is given whole', b: 'none is given whole', cd: 'none is given whole' },
    ],
    [
      { rule: 'exactlyOneSet', sets: [['a'], ['b', 'c?', 'd']] },
      ['a', 'bd', 'bcd'],
      {
        '': 'none is given whole',
        bc: 'none is given whole',
        abd: 'more than one is given',
        ac: 'one is given, and members of another',
        ab: 'one is given, and members of another',
      },
    ],
  ])('is held: %o', (constraint, good, bad) => {
    for (const given of good) expect(holds(constraint, given)).toEqual([]);
    const names = 'sets' in constraint ? 'a | b, c?, d' : 'a, b';
    for (const [given, problem] of Object.entries(bad)) {
      expect(holds(constraint, given)).toEqual([`: ${constraint.rule} (${names}): ${problem}`]);
    }
  });

  it('counts an empty value as given, and one of another kind too', () => {
    const params = struct({ a: optional(string('')), b: optional(string('')) }, '', {
      constraints: [{ rule: 'exactlyOneOf', members: ['a', 'b'] }],
    });
    expect(problemsOf(params, { a: '' })).toEqual([]);
    expect(compileCheck(params)({ a: '', b: 5 }).map(({ rule }) => rule)).toEqual(['type', 'exactlyOneOf']);
  });

  it('is about an inner struct where its members are', () => {
    const auth = struct({ id: optional(int('')), login: optional(string('')) });
    const constraints: Constraint[] = [{ rule: 'atLeastOneOf', members: ['auth.id', 'auth.login'] }];
    expect(problemsOf(struct({ auth }, '', { constraints }), { auth: {} })).toEqual([
      'auth: atLeastOneOf (id, login): none is given',
    ]);
    expect(problemsOf(struct({ auth }, '', { constraints }), { auth: { id: 1 } })).toEqual([]);
    expect(problemsOf(struct({ auth: optional(auth) }, '', { constraints }), {})).toEqual([]);
    expect(problemsOf(struct({ auth }, '', { constraints }), { auth: 5 })).toEqual(['auth: not a struct']);
  });

  it('is about each element of a list where its members are', () => {
    const limit = struct({ a: optional(int('')), b: optional(int('')) });
    const params = struct({ plan: struct({ limits: optional(array(limit, '')) }) }, '', {
      constraints: [{ rule: 'exactlyOneOf', members: ['plan.limits[].a', 'plan.limits[].b'] }],
    });
    expect(problemsOf(params, { plan: {} })).toEqual([]);
    expect(problemsOf(params, { plan: { limits: [] } })).toEqual([]);
    expect(problemsOf(params, { plan: { limits: [{ a: 1 }, {}, { a: 1, b: 2 }] } })).toEqual([
      'plan/limits/1: exactlyOneOf (a, b): none is given',
      'plan/limits/2: exactlyOneOf (a, b): more than one is given',
    ]);
  });

  it('may name members at different depths', () => {
    const params = struct(
      { id: optional(int('')), by: optional(struct({ name: optional(string('')) })) },
      '',
      {
        constraints: [{ rule: 'exactlyOneOf', members: ['id', 'by.name'] }],
      },
    );
    expect(problemsOf(params, { id: 1, by: {} })).toEqual([]);
    expect(problemsOf(params, { by: { name: '' } })).toEqual([]);
    expect(problemsOf(params, { by: {} })).toEqual([': exactlyOneOf (id, by.name): none is given']);
  });

  it('takes the two forms of a twin for the one member that they are', () => {
    const limit = (name: string, rule: 'atLeastOneOf' | 'exactlyOneOf') =>
      struct({ [name]: optional(int64('', { twin: true })), other: optional(int('')) }, '', {
        constraints: [{ rule, members: ['limit', 'limit64'] }],
      });
    for (const name of ['limit', 'limit64']) {
      for (const rule of ['atLeastOneOf', 'exactlyOneOf'] as const) {
        expect(problemsOf(limit(name, rule), { [name]: 1n })).toEqual([]);
        expect(problemsOf(limit(name, rule), {})).toEqual([`: ${rule} (${name}): none is given`]);
      }
    }
  });

  it('may use an alias', () => {
    const params = struct({ a: optional(int('', { aliases: ['old'] })), b: optional(int('')) }, '', {
      constraints: [{ rule: 'exactlyOneOf', members: ['old', 'b'] }],
    });
    expect(problemsOf(params, { a: 1 })).toEqual([]);
    expect(problemsOf(params, { a: 1, b: 1 })).toHaveLength(1);
  });

  it.each<[string, Constraint]>([
    ['a member that is not there', { rule: 'exactlyOneOf', members: ['a', 'x'] }],
    ['a member of what is no struct', { rule: 'exactlyOneOf', members: ['a.b', 'a.c'] }],
    ['a member of a list', { rule: 'exactlyOneOf', members: ['list.b', 'list.c'] }],
    ['elements of what is no list', { rule: 'exactlyOneOf', members: ['a[].b', 'a[].c'] }],
    ['a whole element', { rule: 'exactlyOneOf', members: ['list[]', 'list[]'] }],
    ['members of elements beside one outside', { rule: 'exactlyOneOf', members: ['a', 'list[].b'] }],
  ])('cannot name %s', (_name, constraint) => {
    const params = struct({ ...flags, list: optional(array(struct({ b: optional(int('')) }), '')) }, '', {
      constraints: [constraint],
    });
    expect(() => compileCheck(params)).toThrow(TypeError);
  });
});
