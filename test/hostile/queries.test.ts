import {
  type GraphQLArgument,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGatewaySchema } from '../../resolvers/schema.js';
import { CUSTOMERS } from '../access/change-cases.js';
import { PROTOTYPE_NAMES } from '../fuzz/odd-values.js';
import { executeOperation } from '../support/poa-gateway.js';
import { arrivalsAt } from './arrivals.js';
import { LINES, MARK, SENDABLE, UNSENDABLE } from './hostile-texts.js';
import { KINDS, startTappedPanels, type TappedPanels } from './tapped-panels.js';

const schema = buildGatewaySchema();
const TEXTUAL: ReadonlySet<string> = new Set(['String', 'ID', 'EmailAddress']);

interface TextArgument {
  readonly owner: GraphQLObjectType;
  readonly field: string;
  readonly argument: GraphQLArgument;
}

/** Every argument of every field that takes a text. */
const textArguments: readonly TextArgument[] = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter((type) => type !== schema.getMutationType() && !type.name.startsWith('__'))
  .flatMap((owner) =>
    Object.values(owner.getFields()).flatMap(({ name, args }) =>
      args
        .filter(({ type }) => TEXTUAL.has(getNamedType(type).name))
        .map((argument) => ({ owner, field: name, argument })),
    ),
  );
const objects = Object.values(CUSTOMERS).flatMap(({ ids }) => Object.values(ids));
const backends = ['poa', 'mspc', 'hsphere', 'enom'];

/** Documents that give `$x` to an argument: of the root as it is, below through each object of its type. */
function documentsFor({ owner, field, argument }: TextArgument): readonly string[] {
  const isRoot = owner === schema.getQueryType();
  const { args, type } = (isRoot ? schema.getQueryType() : owner)?.getFields()[field] ?? {
    args: [],
    type: owner,
  };
  const selection = isObjectType(getNamedType(type)) ? '{ __typename }' : '';
  const declared = isListType(getNullableType(argument.type)) ? '[$x]' : '$x';
  const variable = getNamedType(argument.type).name;
  const others = (backend: string) =>
    args
      .filter((one) => one.name !== argument.name && ['backend', 'domain', 'login'].includes(one.name))
      .map(({ name }) => `${name}: ${JSON.stringify(name === 'backend' ? backend : 'nordlicht.example')}, `)
      .join('');
  const asked = (backend: string) => `${field}(${others(backend)}${argument.name}: ${declared}) ${selection}`;
  if (isRoot) {
    const isPerBackend = args.some(({ name }) => name === 'backend') && argument.name !== 'backend';
    const named = isPerBackend ? backends : ['poa'];
    return named.map((backend) => `query ($x: ${variable}!) { ${asked(backend)} }`);
  }
  return objects
    .filter((id) => id.split(':')[1] === owner.name)
    .map((id) => `query ($x: ${variable}!) { node(id: "${id}") { ... on ${owner.name} { ${asked('')} } } }`);
}

/** Ids of the sort that the argument may take, with the text where an id ends. */
const asIds = (text: string): readonly string[] =>
  objects.map((id) => `${id.split(':').slice(0, 2).join(':')}:${text}`);

describe('a text in an argument of a query', () => {
  let panels: TappedPanels;
  beforeAll(async () => {
    panels = await startTappedPanels();
  });
  afterAll(() => panels.close());

  async function ask(document: string, x: string) {
    for (const kind of KINDS) panels.taps[kind].take();
    const { errors = [] } = await executeOperation(panels.backends, document, { x });
    const found = KINDS.map((kind) => arrivalsAt(panels.taps[kind], [x, x.slice(x.lastIndexOf(':') + 1)]));
    // What has no code of ours nobody foresaw; what has no cause graphql itself has refused.
    const unforeseen = errors.filter(
      ({ originalError }) =>
        originalError != null &&
        typeof (originalError as { code?: unknown }).code !== 'string' &&
        !('extensions' in originalError),
    );
    return {
      arrived: found.flatMap(({ whole }) => whole),
      wrong: [...found.flatMap(({ wrong }) => wrong), ...unforeseen.map(({ message }) => message)].map(
        (what) => `${document} ${JSON.stringify(x)}: ${what}`,
      ),
    };
  }

  it('is found wherever the schema has one', () => {
    const places = textArguments.map(
      ({ owner, field, argument }) => `${owner.name}.${field}.${argument.name}`,
    );
    expect(places).toContain('Query.accountByLogin.login');
    expect(places).toContain('Query.node.id');
    expect(
      textArguments.filter((one) => documentsFor(one).length === 0).map(({ owner }) => owner.name),
    ).toEqual([]);
  });

  it('arrives as it was sent or not at all', { timeout: 120_000 }, async () => {
    const wrong: string[] = [];
    let arrived = 0;
    for (const place of textArguments) {
      for (const document of documentsFor(place)) {
        for (const text of [...SENDABLE, ...LINES]) {
          const isId = getNamedType(place.argument.type).name === 'ID';
          for (const x of isId ? asIds(text).slice(0, 4) : [text]) {
            const found = await ask(document, x);
            wrong.push(...found.wrong);
            arrived += found.arrived.length;
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(arrived, `texts with ${MARK} that arrived`).toBeGreaterThan(50);
  });

  it('does not arrive when no protocol carries it, and is no surprise', { timeout: 120_000 }, async () => {
    const wrong: string[] = [];
    for (const place of textArguments) {
      for (const document of documentsFor(place)) {
        for (const text of UNSENDABLE) {
          const isId = getNamedType(place.argument.type).name === 'ID';
          for (const x of isId ? asIds(text).slice(0, 4) : [text]) {
            const found = await ask(document, x);
            wrong.push(
              ...found.wrong,
              ...found.arrived.map((one) => `${document} sent ${JSON.stringify(one)}`),
            );
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('names what every object has, and nothing comes of it', { timeout: 60_000 }, async () => {
    const wrong: string[] = [];
    for (const place of textArguments) {
      for (const document of documentsFor(place)) {
        for (const name of PROTOTYPE_NAMES) {
          const ids = [`${name}:Account:1`, `poa:${name}:1`, `poa:Account:${name}`, `enom:Domain:${name}`];
          for (const x of [name, ...ids]) wrong.push(...(await ask(document, x)).wrong);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
