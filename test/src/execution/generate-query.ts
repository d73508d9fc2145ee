import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { oddSchema } from './odd-schema.js';

export interface Asked {
  readonly source: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const VARIABLES = '($yes: Boolean!, $perhaps: Boolean = true, $text: String!, $count: Int, $colour: Colour)';

const VALUES: Readonly<Record<string, readonly string[]>> = {
  'String!': ['$text', '"literal"'],
  String: ['$text', '"bad"', '"nothing"', '"Leafy"', '"Checked"', '"Query"', 'null'],
  Int: ['$count', '5', 'null'],
  Boolean: ['$yes', '$perhaps', 'false', 'null'],
  Filter: ['{ most: 3 }', '{ most: 4, text: $text, colours: [RED, $colour] }', 'null'],
  '[Colour!]': ['[RED, BLUE]', 'RED', 'null'],
};

const pick = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const directive: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc
      .tuple(pick(['skip', 'include']), pick(['$yes', '$perhaps', 'true', 'false']))
      .map(([name, value]) => ` @${name}(if: ${value})`),
  },
);

function argumentsOf(args: readonly GraphQLArgument[]): fc.Arbitrary<string> {
  const one = ({ name, type }: GraphQLArgument) => {
    const values = pick(VALUES[String(type)] ?? ['null']);
    const given = values.map((value) => `${name}: ${value}`);
    return String(type).endsWith('!') ? given : fc.option(given, { nil: '' });
  };
  if (args.length === 0) return fc.constant('');
  return fc.tuple(...args.map(one)).map((given) => {
    const text = given.filter((each) => each !== '').join(', ');
    return text === '' ? '' : `(${text})`;
  });
}

function fieldOf(type: GraphQLCompositeType, depth: number): fc.Arbitrary<string> {
  const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
  const usable = fields.filter((field) => depth > 0 || isLeafType(getNamedType(field.type)));
  const typename = fc.constant('__typename');
  if (usable.length === 0) return typename;
  const known = pick(usable).chain((field) => {
    const named = getNamedType(field.type);
    const alias = pick(['', '', '', 'a: ', 'b: ', '__proto__: ']);
    const below = isCompositeType(named) ? selectionOf(named, depth - 1) : fc.constant('');
    return fc
      .tuple(alias, argumentsOf(field.args), directive, below)
      .map(([name, args, put, set]) => `${name}${field.name}${args}${put}${set}`);
  });
  return fc.oneof({ weight: 1, arbitrary: typename }, { weight: 9, arbitrary: known });
}

function inlineFragment(type: GraphQLCompositeType, depth: number): fc.Arbitrary<string> {
  const possible = isAbstractType(type) ? oddSchema.getPossibleTypes(type) : [type];
  return pick([...possible]).chain((condition) =>
    fc
      .tuple(
        pick(['', ` on ${condition.name}`]),
        directive,
        selectionOf(isObjectType(type) ? type : condition, depth - 1),
      )
      .map(([on, put, set]) => `...${isObjectType(type) ? on : ` on ${condition.name}`}${put}${set}`),
  );
}

function selectionOf(type: GraphQLCompositeType, depth: number): fc.Arbitrary<string> {
  const entry = fc.oneof(
    { weight: 8, arbitrary: fieldOf(type, depth) },
    ...(depth > 0 ? [{ weight: 1, arbitrary: inlineFragment(type, depth) }] : []),
    ...(type.name === 'Leafy' ? [{ weight: 1, arbitrary: fc.constant('...leafy') }] : []),
  );
  return fc.array(entry, { minLength: 1, maxLength: 6 }).map((entries) => ` { ${entries.join(' ')} }`);
}

const FRAGMENT =
  'fragment leafy on Leafy { id plain late ...more @include(if: $yes) } fragment more on Leafy { own { plain number } }';

const variables = fc.record(
  {
    yes: fc.boolean(),
    perhaps: fc.boolean(),
    text: pick(['Leafy', 'bad', '']),
    count: pick([1, null]),
    colour: pick(['RED', 'BLUE']),
  },
  { requiredKeys: ['yes', 'text'] },
);

/** Queries that may or may not be valid, and what their variables are. */
export const queries: fc.Arbitrary<Asked> = fc
  .tuple(selectionOf(oddSchema.getQueryType() as GraphQLCompositeType, 3), variables)
  .map(([selection, given]) => ({
    source: `query Odd${VARIABLES}${selection} ${FRAGMENT}`,
    variables: given,
  }));
