import { getIntrospectionQuery, getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { OperationPlan } from '../../../src/execution/index.js';
import { bothAnswers } from './compare.js';
import { oddSchema } from './odd-schema.js';

const CASES: Readonly<Record<string, readonly [string, Readonly<Record<string, unknown>>?]>> = {
  'the schema, read by introspection': [getIntrospectionQuery()],
  'a type, asked for by name': ['{ __type(name: "Leafy") { name fields { name } } __typename }'],
  'changes, one after the other': ['mutation { second first again: second own { plain late } }'],
  'a change that fails between others': ['mutation { first fails second }'],
  'a change that leaves nothing': ['mutation { first mustFail second }'],
  'fields that are asked for twice': [
    '{ own { plain } own { number own { plain } } ...q } fragment q on Query { own { late } }',
  ],
  'a failure that takes the object above along': [
    '{ own { plain mustThrow late } ownLate { mustReject } sureMany { mustNullLater } }',
  ],
  'a failure at the top': ['{ plain late mustNull }'],
  'an answer called __proto__': ['{ __proto__: own { plain } late }'],
  'a variable that is missing': ['query ($text: String!) { echo(text: $text) }'],
  'a variable of another type': ['query ($count: Int) { method(by: $count) }', { count: 'many' }],
  'too many wrong variables': [
    `query (${Array.from({ length: 60 }, (_, index) => `$v${index}: Int!`).join(' ')}) { plain }`,
  ],
  'a default that null is sent for': [
    'query ($perhaps: Boolean = true) { plain @include(if: $perhaps) }',
    { perhaps: null },
  ],
  'the same below the top': [
    'query ($perhaps: Boolean = true) { late own { plain @skip(if: $perhaps) } }',
    { perhaps: null },
  ],
  'an argument that null is sent for': [
    'query ($text: String = "x") { echo(text: $text) late }',
    { text: null },
  ],
  'a union whose type nobody knows': ['{ any(kind: "Nothing") { __typename } again: any { __typename } }'],
  'an object of another type': [
    '{ checked(ok: false) { plain } later: checked(ok: null) { plain } fine: checked { plain } }',
  ],
};

describe('a plan of an operation', () => {
  for (const [title, [source, variables = {}]] of Object.entries(CASES)) {
    it(`answers as graphql-js does: ${title}`, async () => {
      const { plan, reference } = await bothAnswers(parse(source), variables);
      expect(plan).toEqual([reference, reference]);
    });
  }

  const planOf = (source: string): OperationPlan => {
    const document = parse(source);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('The document must have one operation.');
    return new OperationPlan(oddSchema, document, operation);
  };

  it('answers each combination of directives by its own variables, in whichever order they come', () => {
    const plan = planOf(
      'query ($a: Boolean!, $b: Boolean!) { plain @skip(if: $a) own { plain @include(if: $b) number } }',
    );
    const keys = (a: boolean, b: boolean) => JSON.stringify(plan.execute({}, { a, b }));
    const first = [keys(true, true), keys(false, true), keys(true, false), keys(false, false)];
    expect(new Set(first).size).toBe(4);
    expect([keys(true, true), keys(false, true), keys(true, false), keys(false, false)]).toEqual(first);
    expect(first[0]).toBe('{"data":{"own":{"plain":"own","number":3}}}');
  });

  it('goes on answering rightly when more combinations came than are kept', () => {
    const names = Array.from({ length: 7 }, (_, index) => `v${index}`);
    const plan = planOf(
      `query (${names.map((name) => `$${name}: Boolean!`).join(' ')}) { id ${names.map((name) => `${name}: plain @include(if: $${name})`).join(' ')} }`,
    );
    for (let bits = 0; bits < 128; bits += 1) {
      const variables = Object.fromEntries(names.map((name, index) => [name, (bits & (1 << index)) > 0]));
      const { data } = plan.execute({}, variables) as { data: object };
      expect(Object.keys(data)).toEqual(['id', ...names.filter((name) => variables[name])]);
    }
  });

  it('keeps nothing of the variables that decide on no directive', async () => {
    const plan = planOf(
      'query ($yes: Boolean!, $text: String!) { own { plain @include(if: $yes) echo(text: $text) } }',
    );
    await plan.execute({}, { yes: true, text: 'secret-of-a-caller' });
    expect(holds(plan, 'secret-of-a-caller')).toBe(false);
    expect(holds(plan, 'yes')).toBe(true);
  });

  it('answers at once where nothing has to be waited for', () => {
    expect(planOf('{ number own { plain } }').execute({})).toEqual({
      data: { number: 3, own: { plain: 'own' } },
    });
  });
});

/** Whether a text stands in an object, or in whatever it leads to. */
function holds(value: unknown, text: string, seen = new Set<unknown>()): boolean {
  if (value === text) return true;
  if (typeof value !== 'object' || value === null || seen.has(value)) return false;
  seen.add(value);
  const entries = value instanceof Map ? [...value.entries()].flat() : [];
  return [...entries, ...Reflect.ownKeys(value), ...Object.values(value)].some((each) =>
    holds(each, text, seen),
  );
}
