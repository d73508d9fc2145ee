import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
} from 'graphql';
import type { GatewayContext } from '../context.js';
import type { Backend, BackendKind, FieldCost } from '../model/index.js';
import { backendArgument, textOf } from './field-arguments.js';
import { type NameSpace, toTypeName } from './names.js';
import { type CredentialChecks, chooseBackend } from './permission.js';
import { callRaw } from './raw.js';
import { JsonScalar } from './scalars.js';
import { MAX_CALLS, type NamedCall, writeBatch, writeTransaction } from './together.js';
import { writePayload } from './write-payload.js';

type Args = Readonly<Record<string, unknown>>;
type Field = GraphQLFieldConfig<unknown, GatewayContext, Args>;

export interface TogetherOptions {
  readonly backends: readonly Backend[];
  readonly raw: boolean;
  readonly credentialChecks: CredentialChecks;
}

const KEY = {
  type: GraphQLString,
  description: 'Names the change. Required where one of the calls moves money.',
};

/** Each call counts as a write of its own. */
const COST: FieldCost = { own: 10, perEntryOf: 'calls' };

/** Fields of a kind that are no method's: several writes as one, and methods that nobody has described. */
export function togetherFields(
  kind: BackendKind,
  { backends, raw, credentialChecks }: TogetherOptions,
  names: NameSpace,
): GraphQLFieldConfigMap<unknown, GatewayContext> {
  const ofKind = backends.filter((backend) => backend.kind === kind);
  const prefix = kind.toLowerCase();
  const fields: Record<string, Field> = {};
  if (ofKind.some(({ together }) => together !== undefined)) {
    const calls = callsArgument(kind, names);
    fields[`${prefix}_batch`] = {
      type: writePayload(names.take(toTypeName(prefix, 'BatchPayload')), null),
      description: `Several writes in one request, all of which happen or none; at most ${MAX_CALLS}. What each of them answers is documented nowhere, and so not told: ${prefix}_transaction tells it.`,
      args: togetherArguments(kind, calls),
      extensions: { cost: COST },
      resolve: (_source, given, context) =>
        writeBatch(context, togetherRequest(context, kind, given), credentialChecks),
    };
    fields[`${prefix}_transaction`] = {
      type: writePayload(names.take(toTypeName(prefix, 'TransactionPayload')), new GraphQLList(JsonScalar)),
      description: `Several writes, one after the other, all of which happen or none; at most ${MAX_CALLS}. \`result\` has what each of them answered. One that is refused takes all of them back.`,
      args: togetherArguments(kind, calls),
      extensions: { cost: COST },
      resolve: (_source, given, context) =>
        writeTransaction(context, togetherRequest(context, kind, given), credentialChecks),
    };
  }
  if (raw && ofKind.some(({ namedOnly }) => namedOnly !== undefined)) {
    fields[`${prefix}_raw`] = rawField(kind, names);
  }
  return fields;
}

function callsArgument(kind: BackendKind, names: NameSpace) {
  const call = new GraphQLInputObjectType({
    name: names.take(toTypeName(kind.toLowerCase(), 'CallInput')),
    fields: {
      method: {
        type: new GraphQLNonNull(GraphQLString),
        description: 'A method that writes, by its own name.',
      },
      params: {
        type: JsonScalar,
        description:
          'Its parameters by their own names; 64-bit integers and decimals may be texts, bytes are base64.',
      },
    },
  });
  return {
    type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(call))),
    description: 'In the order in which they run.',
  };
}

const togetherArguments = (kind: BackendKind, calls: ReturnType<typeof callsArgument>) => ({
  backend: backendArgument(kind),
  calls,
  requestId: {
    type: GraphQLString,
    description: 'Names the tasks that they schedule, where the panel takes such a name.',
  },
  idempotencyKey: KEY,
});

const togetherRequest = (context: GatewayContext, kind: BackendKind, given: Args) => ({
  backend: chooseBackend(context, kind, textOf(given.backend)),
  // GraphQL has checked their type.
  calls: given.calls as readonly NamedCall[],
  key: textOf(given.idempotencyKey),
  requestId: textOf(given.requestId),
});

const rawField = (kind: BackendKind, names: NameSpace): Field => ({
  type: writePayload(names.take(toTypeName(kind.toLowerCase(), 'RawPayload')), JsonScalar),
  description:
    'Calls a method that the vendor’s documents name and do not describe: nothing is checked, and it is taken for a write that must not be sent twice. Needs `native` and `raw`.',
  args: {
    backend: backendArgument(kind),
    method: { type: new GraphQLNonNull(GraphQLString), description: 'Its name, as the vendor has it.' },
    params: { type: JsonScalar, description: 'An object: the one struct of the call.' },
    idempotencyKey: KEY,
  },
  resolve: (_source, given, context) =>
    callRaw(context, {
      backend: chooseBackend(context, kind, textOf(given.backend)),
      method: String(given.method),
      params: given.params ?? {},
      key: textOf(given.idempotencyKey),
    }),
});
