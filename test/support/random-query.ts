import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** What the sandboxes know, by the arguments that name it. */
const NATIVE_IDS: Readonly<Record<string, readonly string[]>> = {
  account: [
    'poa:Account:1000005',
    'poa:Account:1000009',
    'mspc:Account:4',
    'mspc:Account:12',
    'hsphere:Account:5012',
  ],
  subscription: ['poa:Subscription:2000005', 'poa:Subscription:2000007', 'poa:Subscription:2000010'],
  domain: ['poa:Domain:nordlicht.example', 'poa:Domain:3000001', 'enom:Domain:nordlicht.example'],
  mailbox: ['poa:Mailbox:5000001', 'enom:Mailbox:ida@nordlicht.example'],
  package: ['mspc:Package:17'],
  hostingPlan: ['mspc:HostingPlan:11', 'poa:HostingPlan:12'],
  emailBundle: ['enom:EmailBundle:nordlicht.example~1004279'],
};
const ANY_ID = [...Object.values(NATIVE_IDS).flat(), 'mspc:PackageAddon:1', 'poa:MailboxStore:1'];
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  backend: ['poa', 'mspc', 'hsphere', 'enom'],
  name: ['nordlicht.example', 'alpine-tours.example'],
  domain: ['nordlicht.example', 'kaffeehaus.example'],
  address: ['office@alpine-tours.example', 'ida@nordlicht.example'],
  login: ['nordlicht', 'office'],
  names: [['Mail.Accounts', 'Web.Sites'], []],
  first: [0, 1, 2, 5],
  recursive: [true, false],
  offered: [true, false],
  addons: [true, false],
};
/** Cursors and owners have to fit their list; outcomes are of writes. */
const LEFT_OUT: ReadonlySet<string> = new Set(['after', 'owner', 'writeOutcome']);

/** Makes a valid query that the sandboxes can answer. The same seed makes the same query. */
export function randomQuery(schema: GraphQLSchema, seed: number): string {
  let state = seed;
  const below = (count: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[below(from.length)];
    if (picked === undefined) throw new Error('There is nothing to pick from.');
    return picked;
  };

  function literalOf(field: string, { name }: GraphQLArgument): string {
    if (name === 'id') return JSON.stringify(pick(NATIVE_IDS[field] ?? ANY_ID));
    if (name === 'ids') return JSON.stringify([pick(ANY_ID), pick(ANY_ID), pick(ANY_ID)]);
    return JSON.stringify(pick(VALUES[name] ?? ['1']));
  }

  function fieldText(field: GraphQLField<unknown, unknown>, levels: number): string {
    const args = field.args
      .filter((argument) => !LEFT_OUT.has(argument.name))
      .filter((argument) => isRequiredArgument(argument) || argument.name === 'first' || below(3) === 0)
      .map((argument) => `${argument.name}: ${literalOf(field.name, argument)}`);
    const head = `a${below(1_000_000)}: ${field.name}${args.length === 0 ? '' : `(${args.join(', ')})`}`;
    const type = getNamedType(field.type);
    if (isLeafType(type)) return head;
    if (isObjectType(type)) return `${head} { ${selection(type, levels - 1)} }`;
    const parts = ['Account', 'Domain', 'Mailbox', 'Package', 'Subscription'].map((name) =>
      schema.getType(name),
    );
    return `${head} { id ${parts
      .filter(isObjectType)
      .map((part) => `... on ${part.name} { ${selection(part, levels - 1)} }`)
      .join(' ')} }`;
  }

  function selection(type: GraphQLObjectType, levels: number): string {
    const fields = Object.values(type.getFields()).filter(
      (field) => !LEFT_OUT.has(field.name) && (levels > 0 || isLeafType(getNamedType(field.type))),
    );
    if (fields.length === 0) return '__typename';
    return Array.from({ length: 1 + below(4) }, () => fieldText(pick(fields), levels)).join(' ');
  }

  const query = schema.getQueryType();
  if (!query) throw new Error('The schema has no queries.');
  return `{ ${selection(query, 8)} }`;
}
