import {
  GraphQLBoolean,
  GraphQLEnumType,
  type GraphQLFieldConfigMap,
  GraphQLFloat,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLNullableType,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
} from 'graphql';

/** Told of what resolvers do, in the order in which they do it. */
export interface OddContext {
  readonly log: string[];
}

const Picky = new GraphQLScalarType({
  name: 'Picky',
  serialize: (value) => {
    if (value === 'bad') throw new Error('picky refuses');
    return value === 'nothing' ? null : value;
  },
  parseValue: (value) => value,
});

const Colour = new GraphQLEnumType({ name: 'Colour', values: { RED: { value: 1 }, BLUE: { value: 2 } } });

const Filter = new GraphQLInputObjectType({
  name: 'Filter',
  fields: {
    text: { type: GraphQLString, defaultValue: 'any' },
    most: { type: new GraphQLNonNull(GraphQLInt) },
    colours: { type: new GraphQLList(Colour) },
  },
});

const later = <T>(value: T): Promise<T> => Promise.resolve(value);
/** A promise of another library. */
const thenable = <T>(value: T): PromiseLike<T> => ({
  // biome-ignore lint/suspicious/noThenProperty: what is tested is that such objects are waited for
  then: (onDone, onFailed) => Promise.resolve(value).then(onDone, onFailed),
});

const nonNull = <T extends GraphQLNullableType>(type: T): GraphQLNonNull<T> => new GraphQLNonNull(type);

function oddFields(): GraphQLFieldConfigMap<unknown, OddContext> {
  const fail = (text: string) => {
    throw new Error(text);
  };
  return {
    id: { type: nonNull(GraphQLID), resolve: () => 7 },
    plain: { type: GraphQLString },
    method: { type: GraphQLString, args: { by: { type: GraphQLInt, defaultValue: 2 } } },
    missing: { type: GraphQLString },
    number: { type: GraphQLInt, resolve: () => 3 },
    half: { type: GraphQLInt, resolve: () => 3.5 },
    ratio: { type: GraphQLFloat, resolve: () => later(0.25) },
    yes: { type: GraphQLBoolean, resolve: () => true },
    colour: { type: Colour, resolve: () => 2 },
    noColour: { type: Colour, resolve: () => 9 },
    picky: { type: Picky, args: { as: { type: GraphQLString } }, resolve: (_, { as }) => as },
    late: { type: GraphQLString, resolve: () => later('late') },
    odd: { type: GraphQLString, resolve: () => thenable('odd') },
    throws: { type: GraphQLString, resolve: () => fail('throws') },
    rejects: { type: GraphQLString, resolve: () => Promise.reject(new Error('rejects')) },
    answersError: { type: GraphQLString, resolve: () => new Error('answered') },
    laterError: { type: GraphQLString, resolve: () => later(new Error('answered later')) },
    throwsText: {
      type: GraphQLString,
      resolve: () => {
        throw 'a text';
      },
    },
    mustThrow: { type: nonNull(GraphQLString), resolve: () => fail('must') },
    mustReject: { type: nonNull(GraphQLString), resolve: () => Promise.reject(new Error('must, later')) },
    mustNull: { type: nonNull(GraphQLString), resolve: () => null },
    mustNullLater: { type: nonNull(GraphQLString), resolve: () => later(undefined) },
    echo: {
      type: GraphQLString,
      args: {
        text: { type: nonNull(GraphQLString) },
        filter: { type: Filter },
        colours: { type: new GraphQLList(nonNull(Colour)) },
      },
      resolve: (_, args) => JSON.stringify(args),
    },
    path: {
      type: GraphQLString,
      resolve: (
        _source,
        _args,
        _context,
        { path, fieldName, parentType, returnType, fieldNodes, operation },
      ) =>
        JSON.stringify([
          path,
          fieldName,
          parentType.name,
          String(returnType),
          fieldNodes.length,
          operation.operation,
        ]),
    },
    numbers: {
      type: new GraphQLList(GraphQLInt),
      resolve: () => [1, later(2), null, 'x', new Error('third')],
    },
    sureNumbers: { type: new GraphQLList(nonNull(GraphQLInt)), resolve: () => [1, later(null), 3] },
    set: { type: new GraphQLList(GraphQLString), resolve: () => new Set(['a', 'b']) },
    notList: { type: new GraphQLList(GraphQLString), resolve: () => 'abc' },
    matrix: { type: new GraphQLList(new GraphQLList(GraphQLInt)), resolve: () => [[1], later([2, 3]), null] },
    self: { type: Node, resolve: () => later({ plain: 'self', kind: 'Leafy' }) },
    own: { type: Leafy, resolve: () => ({ plain: 'own', method: ({ by }: { by: number }) => `by ${by}` }) },
    ownLate: { type: nonNull(Leafy), resolve: () => later({ plain: 'late own' }) },
    many: {
      type: new GraphQLList(Leafy),
      resolve: () => [{ plain: 'one' }, later({ plain: 'two' }), null, Promise.reject(new Error('no third'))],
    },
    sureMany: { type: new GraphQLList(nonNull(Leafy)), resolve: () => [{ plain: 'one' }, { plain: 'two' }] },
    any: {
      type: Any,
      args: { kind: { type: GraphQLString } },
      resolve: (_, { kind }) => ({ kind, plain: 'any' }),
    },
    checked: {
      type: Checked,
      args: { ok: { type: GraphQLBoolean } },
      resolve: (_, { ok }) => ({ ok, plain: 'c' }),
    },
  };
}

const Node: GraphQLInterfaceType = new GraphQLInterfaceType({
  name: 'Node',
  fields: { id: { type: nonNull(GraphQLID) }, plain: { type: GraphQLString } },
  resolveType: (value: { kind: string }) => later(value.kind),
});

const Leafy: GraphQLObjectType = new GraphQLObjectType({
  name: 'Leafy',
  interfaces: [Node],
  fields: oddFields,
});

const Checked: GraphQLObjectType = new GraphQLObjectType({
  name: 'Checked',
  fields: { plain: { type: GraphQLString }, own: { type: Leafy, resolve: () => ({ plain: 'checked own' }) } },
  isTypeOf: (value: { ok?: boolean | null }) => (value.ok === null ? later(false) : value.ok !== false),
});

const Any: GraphQLUnionType = new GraphQLUnionType({
  name: 'Any',
  types: () => [Leafy, Checked],
  resolveType: ({ kind }: { kind?: string }) => kind,
});

const change = (name: string, wait: boolean) => ({
  type: GraphQLString,
  async resolve(_: unknown, _args: unknown, { log }: OddContext) {
    log.push(`begin ${name}`);
    if (wait) await later(undefined);
    log.push(`end ${name}`);
    return name;
  },
});

/** Everything that can go otherwise than well in an execution. */
export const oddSchema = new GraphQLSchema({
  query: new GraphQLObjectType({ name: 'Query', fields: oddFields }),
  mutation: new GraphQLObjectType({
    name: 'Mutation',
    fields: {
      first: change('first', true),
      second: change('second', false),
      fails: { type: GraphQLString, resolve: () => Promise.reject(new Error('fails')) },
      mustFail: { type: nonNull(GraphQLString), resolve: () => null },
      own: { type: Leafy, resolve: () => ({ plain: 'own' }) },
    },
  }),
  types: [Leafy, Checked],
});
