import { ApolloServer } from '@apollo/server';
import { buildSchema, GraphQLError, GraphQLScalarType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { formatError } from '../../../src/errors/format-error.js';
import { BadUserInputError } from '../../../src/errors/index.js';

const schema = buildSchema(`
  enum Color { RED GREEN }
  input Input { password: String! count: Int color: Color list: [Int!] input: Input }
  input Choice @oneOf { a: Int b: Int }
  scalar Day
  scalar Hour
  type Query { ask(count: Int! = 1, input: Input, color: Color, list: [Int], choice: Choice, day: Day, hour: Hour): Int }
`);

function setScalar(name: string, refuse: () => never): void {
  const type = schema.getType(name);
  if (!(type instanceof GraphQLScalarType)) throw new Error(`${name} is no scalar`);
  type.parseValue = refuse;
  type.parseLiteral = refuse;
}
setScalar('Day', () => {
  throw new GraphQLError('Day takes YYYY-MM-DD.');
});
setScalar('Hour', () => {
  throw new BadUserInputError('Hours end at 23.');
});

const server = new ApolloServer({ schema, formatError: (_formatted, error) => formatError(error) });

/** The messages that a client gets for an operation, refused at whichever stage. */
async function messagesFor(
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Array<string | undefined>> {
  const { body } = await server.executeOperation({ query, variables });
  const { errors = [] } = body.kind === 'single' ? body.singleResult : body.initialResult;
  return errors.map(({ message }) => message);
}

describe('a refused literal is told by its shape', () => {
  it.each([
    ['{ ask(count: "hunter2") }', 'Expected value of type "Int", found a string.'],
    ['{ ask(input: { password: 4222 }) }', 'Expected value of type "String", found a whole number.'],
    ['{ ask(input: { password: 42.22 }) }', 'Expected value of type "String", found a number.'],
    ['{ ask(input: { password: hunter2 }) }', 'Expected value of type "String", found a name.'],
    ['{ ask(input: { password: ["hunter2"] }) }', 'Expected value of type "String", found a list.'],
    ['{ ask(input: { password: { hunter2: 1 } }) }', 'Expected value of type "String", found an object.'],
    ['{ ask(input: { password: null }) }', 'Expected value of type "String!", found null.'],
    ['{ ask(input: "hunter2") }', 'Expected value of type "Input", found a string.'],
    ['{ ask(count: 99999999999) }', 'Expected value of type "Int", found a whole number beyond 32 bits.'],
    ['{ ask(color: "hunter2") }', 'Expected value of type "Color", found a string.'],
    [
      '{ ask(color: REDD) }',
      'Expected value of type "Color", found a name. Did you mean the enum value "RED"?',
    ],
    ['{ ask(day: "hunter2") }', 'Day takes YYYY-MM-DD.'],
    ['{ ask(hour: "hunter2") }', 'Expected value of type "Hour", found a string: Hours end at 23.'],
    ['{ ask(input: {}) }', 'Field "Input.password" of required type "String!" was not provided.'],
    ['{ ask(choice: { a: 1, b: 2 }) }', 'OneOf Input Object "Choice" must specify exactly one key.'],
  ])('%s', async (source, message) => {
    expect(await messagesFor(source)).toEqual([message]);
  });
});

describe('a refused variable is told by its place and its shape', () => {
  const ask =
    'query Q($input: Input, $list: [Int], $choice: Choice, $day: Day, $hour: Hour) ' +
    '{ ask(input: $input, list: $list, choice: $choice, day: $day, hour: $hour) }';

  it.each<[unknown, string]>([
    [
      { input: { password: 42 } },
      '$input" got invalid value at "input.password": expected String, got number.',
    ],
    [
      { input: { password: true } },
      '$input" got invalid value at "input.password": expected String, got boolean.',
    ],
    [
      { input: { password: ['hunter2'] } },
      '$input" got invalid value at "input.password": expected String, got list.',
    ],
    [
      { input: { password: { hunter2: 1 } } },
      '$input" got invalid value at "input.password": expected String, got object.',
    ],
    [
      { input: { password: null } },
      '$input" got invalid value at "input.password": expected String!, got null.',
    ],
    [{ input: 'hunter2' }, '$input" got invalid value: expected Input, got string.'],
    [
      { input: { password: 'x', color: 'hunter2' } },
      '$input" got invalid value at "input.color": expected Color, got string.',
    ],
    [
      { input: { password: 'x', color: 'REDD' } },
      '$input" got invalid value at "input.color": expected Color, got string. Did you mean the enum value "RED"?',
    ],
    [
      { input: { password: 'x', input: { password: 'x', list: [1, 'hunter2'] } } },
      '$input" got invalid value at "input.input.list[1]": expected Int, got string.',
    ],
    [
      { list: ['hunter2" at "list[7]"; String cannot represent x'] },
      '$list" got invalid value at "list[0]": expected Int, got string.',
    ],
    [{ list: [2 ** 40] }, '$list" got invalid value at "list[0]": expected Int, got number beyond 32 bits.'],
    [
      { input: {} },
      '$input" got invalid value: Field "password" of required type "String!" was not provided.',
    ],
    [
      { input: { password: 'x', colour: 1 } },
      '$input" got invalid value: Field "colour" is not defined by type "Input". Did you mean "color"?',
    ],
    [
      { input: { password: 'x', 'hunter2 = x': 1 } },
      '$input" got invalid value: expected Input, got object.',
    ],
    [
      { choice: { a: 1, b: 2 } },
      '$choice" got invalid value: Exactly one key must be specified for OneOf type "Choice".',
    ],
    [{ day: 'hunter2' }, '$day" got invalid value: Day takes YYYY-MM-DD.'],
    [{ hour: 'hunter2' }, '$hour" got invalid value: expected Hour, got string: Hours end at 23.'],
  ])('%j', async (variables, message) => {
    expect(await messagesFor(ask, variables as Record<string, unknown>)).toEqual([`Variable "${message}`]);
  });

  it('and by name and type when it is missing', async () => {
    expect(await messagesFor('query Q($input: Input!) { ask(input: $input) }')).toEqual([
      'Variable "$input" of required type "Input!" was not provided.',
    ]);
    expect(await messagesFor('query Q($count: Int) { ask(count: $count) }', { count: null })).toEqual([
      'Argument "count" of non-null type "Int!" must not be null.',
    ]);
  });

  it('also when there are more than graphql-js counts', async () => {
    const messages = await messagesFor(ask, { list: Array(60).fill('hunter2') });
    expect(messages).toHaveLength(51);
    expect(messages.at(-1)).toMatch(/^Too many errors/);
  });

  it('in a time that does not grow faster than the value', async () => {
    const started = performance.now();
    const value = ' at "input.password"; Field "a" of required type "'.repeat(40_000);
    expect(await messagesFor(ask, { list: [value] })).toEqual([
      'Variable "$list" got invalid value at "list[0]": expected Int, got string.',
    ]);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('a syntax error is told without what was found', () => {
  it.each([
    ['{ ask(input: ) "hunter2" }', 'Unexpected ")".'],
    ['{ ask "hunter2" }', 'Expected Name, found String.'],
    ['{ ask """hunter2 "quoted" """ }', 'Expected Name, found BlockString.'],
    ['hunter2', 'Unexpected Name.'],
    ['{ ask(hunter2 5) }', 'Expected ":", found Int.'],
    ['{ ask(a: "\\hunter2") }', 'Invalid character escape sequence.'],
    ['{ ask(a: "\\u{hunter2}") }', 'Invalid Unicode escape sequence.'],
    ['{ ask(a: "hunter2', 'Unterminated string.'],
  ])('%s', async (source, message) => {
    expect(await messagesFor(source)).toEqual([`Syntax Error: ${message}`]);
  });
});
