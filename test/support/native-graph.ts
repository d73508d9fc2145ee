import { randomBytes } from 'node:crypto';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLFormattedError,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  graphql,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import { createMemoryCounters } from '../../src/cache/counter-store.js';
import { createContext, type GatewayContext } from '../../src/context.js';
import { formatError } from '../../src/errors/format-error.js';
import {
  type Backend,
  CallAborter,
  LOCAL_PRINCIPAL,
  type Principal,
  ROLES,
  type Role,
} from '../../src/model/index.js';
import { NativeLayer, type NativeSettings } from '../../src/native/native-layer.js';
import { Ledger } from '../../src/writes/ledger.js';
import type { WriteRecord } from '../../src/writes/write-record.js';
import { createMemoryRecordStore } from './memory-record-store.js';

type Values = Readonly<Record<string, unknown>>;

/** As it arrives. */
export interface NativeAnswer {
  readonly data?: Values | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

export interface NativeGraph {
  readonly layer: NativeLayer;
  readonly schema: GraphQLSchema;
  /** Executes a document as one request of its own, and gives the answer as it would arrive. */
  run(source: string, variables?: Values, principal?: Principal): Promise<NativeAnswer>;
  /** Calls one field with everything that its type can tell, two levels deep. */
  call(field: string, args: Values, principal?: Principal): Promise<NativeAnswer>;
  contextOf(principal?: Principal): GatewayContext;
  /** All that is kept of all writes, as text. */
  recordsText(): string;
  readonly records: ReadonlyMap<string, WriteRecord>;
}

/** The native graph over backends, with records of its own. */
export function createNativeGraph(
  backends: readonly Backend[],
  settings: Partial<NativeSettings> = {},
): NativeGraph {
  const records = new Map<string, WriteRecord>();
  const ledger = new Ledger({
    store: createMemoryRecordStore({ now: Date.now }, records),
    secret: randomBytes(32),
    leaseMs: 60_000,
  });
  const layer = new NativeLayer({
    backends,
    settings: { raw: false, credentialChecksPerMinute: 10_000, ...settings },
    counters: createMemoryCounters(),
  });
  const schema = layer.schema();
  const contextOf = (principal: Principal = LOCAL_PRINCIPAL) =>
    createContext({
      principal,
      requestId: 'test',
      sandbox: true,
      backends,
      signal: new CallAborter(),
      ledger,
    });
  const run: NativeGraph['run'] = async (source, variableValues = {}, principal) => {
    const contextValue = contextOf(principal);
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
    const formatted = errors?.map((error) => formatError(error));
    return JSON.parse(JSON.stringify({ data, errors: formatted })) as NativeAnswer;
  };
  return {
    layer,
    schema,
    run,
    call(name, args, principal) {
      const { field, kind } = fieldOf(schema, name);
      return run(documentOf(field, kind, args), args, principal);
    },
    contextOf,
    recordsText: () => JSON.stringify([...records]),
    records,
  };
}

/** A caller with these roles and nothing else that differs from everybody. */
export const callerWith = (roles: readonly Role[], more: Partial<Principal> = {}): Principal => ({
  ...LOCAL_PRINCIPAL,
  id: `with-${roles.join('-')}`,
  roles: new Set(roles),
  ...more,
});

/** A caller with every role but one. */
export const callerWithout = (role: Role): Principal =>
  callerWith(ROLES.filter((candidate) => candidate !== role));

export function fieldOf(schema: GraphQLSchema, name: string) {
  for (const kind of ['query', 'mutation'] as const) {
    const type = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
    const field = type?.getFields()[name];
    if (field !== undefined) return { kind, field };
  }
  throw new Error(`The native graph has no field ${name}.`);
}

function documentOf(field: GraphQLField<unknown, unknown>, kind: 'query' | 'mutation', args: Values): string {
  const used = field.args.filter(({ name }) => name in args);
  const list = (each: (argument: GraphQLArgument) => string) =>
    used.length === 0 ? '' : `(${used.map(each).join(', ')})`;
  const declared = list(({ name, type }) => `$${name}: ${String(type)}`);
  const passed = list(({ name }) => `${name}: $${name}`);
  return `${kind} Call${declared} { ${field.name}${passed} ${selectionOf(field.type, 6)} }`;
}

/** Everything of a type, so many levels deep. */
function selectionOf(type: GraphQLField<unknown, unknown>['type'], levels: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields())
    .filter((field) => levels > 1 || isLeafType(getNamedType(field.type)))
    .map((field) => `${field.name} ${selectionOf(field.type, levels - 1)}`);
  return `{ __typename ${fields.join(' ')} }`;
}

/** A parameter as a variable of a request has it: enumerations by name, integers of 64 bits as text. */
export function toVariable(type: GraphQLInputType, value: unknown): unknown {
  const inner = getNullableType(type);
  if (value === null || value === undefined) return value;
  if (isListType(inner)) {
    return (value as readonly unknown[]).map((item) => toVariable(inner.ofType as GraphQLInputType, item));
  }
  if (!isInputObjectType(inner)) return isLeafType(inner) ? inner.serialize(value) : value;
  const fields = inner.getFields();
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const field = fields[name];
      // What an open struct does not name has no field.
      return field === undefined ? [] : [[name, toVariable(field.type, member)]];
    }),
  );
}
