import {
  GraphQLBoolean,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import type { GatewayContext } from '../context.js';
import { BadUserInputError } from '../errors/index.js';
import type { Backend } from '../model/index.js';
import { isOptional, type Members } from '../operation/shape.js';
import { EnumTypes } from './enum-types.js';
import { backendArgument, textOf } from './field-arguments.js';
import { type InputForm, InputTypes } from './input-types.js';
import { admit, type Invocation, read, write } from './invoke.js';
import { NameSpace, toTypeName } from './names.js';
import { allMethods, isRead, methodsOf, type NativeMethod } from './native-method.js';
import { OutputTypes } from './output-types.js';
import { type CredentialChecks, chooseBackend } from './permission.js';
import { BytesScalar, DoubleScalar, JsonScalar, PanelDateTimeScalar, PanelDecimalScalar } from './scalars.js';
import { describeOperation, describeShape } from './shape-text.js';
import { togetherFields } from './together-fields.js';
import { writePayload } from './write-payload.js';

type Args = Readonly<Record<string, unknown>>;
type Field = GraphQLFieldConfig<unknown, GatewayContext, Args>;
type Fields = GraphQLFieldConfigMap<unknown, GatewayContext>;

export interface NativeSchemaOptions {
  readonly backends: readonly Backend[];
  readonly raw: boolean;
  readonly credentialChecks: CredentialChecks;
}

/** A name of GraphQL's own, or of a type that is here for all methods. */
const TAKEN = [
  'Query',
  'Mutation',
  'Int',
  'Float',
  'String',
  'Boolean',
  'ID',
  'BigInt',
  ...[BytesScalar, DoubleScalar, JsonScalar, PanelDateTimeScalar, PanelDecimalScalar].map(({ name }) => name),
];

/** The graph of the panels' own methods: a field each, reads under Query and writes under Mutation. */
export function buildNativeSchema(options: NativeSchemaOptions): GraphQLSchema {
  const names = new NameSpace(TAKEN);
  const enums = new EnumTypes(names);
  const types: Types = {
    inputs: new InputTypes(names, enums),
    outputs: new OutputTypes(names, enums),
    names,
  };
  const queries: Fields = {};
  const mutations: Fields = {};
  for (const method of allMethods(options.backends)) {
    if (isRead(method.operation)) queries[method.field] = readField(method, types, options);
    else mutations[method.field] = writeField(method, types, options);
  }
  for (const kind of new Set(options.backends.map((backend) => backend.kind))) {
    Object.assign(mutations, togetherFields(kind, options, names));
  }
  return new GraphQLSchema({
    description:
      'The panels’ own methods, one field each, with their own names, types and errors. The unified graph is at /graphql.',
    query: new GraphQLObjectType({
      name: 'Query',
      fields: Object.keys(queries).length > 0 ? queries : { _: { type: GraphQLBoolean } },
    }),
    ...(Object.keys(mutations).length > 0
      ? { mutation: new GraphQLObjectType({ name: 'Mutation', fields: mutations }) }
      : {}),
  });
}

interface Types {
  readonly inputs: InputTypes;
  readonly outputs: OutputTypes;
  readonly names: NameSpace;
}

function readField(method: NativeMethod, types: Types, { credentialChecks }: NativeSchemaOptions): Field {
  const { operation, field } = method;
  const { args, toInvocation } = argumentsOf(method, types.inputs);
  const type = operation.result === null ? null : types.outputs.of(operation.result, toTypeName(field));
  return {
    // What answers nothing says that it was answered.
    type: type ?? GraphQLBoolean,
    description: describeOperation(operation, method.roles),
    ...deprecation(method),
    args,
    async resolve(_source, given, context) {
      const invocation = toInvocation(given, context);
      await admit(context, invocation, credentialChecks);
      const result = await read(context, invocation);
      return type === null ? true : result;
    },
  };
}

function writeField(method: NativeMethod, types: Types, { credentialChecks }: NativeSchemaOptions): Field {
  const { operation, field } = method;
  const { args, toInvocation } = argumentsOf(method, types.inputs);
  const name = toTypeName(field);
  const result = operation.result === null ? null : types.outputs.of(operation.result, `${name}Result`);
  const keyType = operation.effect === 'money' ? new GraphQLNonNull(GraphQLString) : GraphQLString;
  return {
    type: writePayload(types.names.take(`${name}Payload`), result),
    description: describeOperation(operation, method.roles),
    ...deprecation(method),
    args: {
      ...args,
      idempotencyKey: {
        type: keyType,
        description:
          'Names the change: 1 to 128 printable ASCII characters. The same key never makes it twice.',
      },
    },
    async resolve(_source, given, context) {
      const invocation = toInvocation(given, context);
      await admit(context, invocation, credentialChecks);
      return write(context, invocation, textOf(given.idempotencyKey));
    },
  };
}

interface FieldArguments {
  readonly args: NonNullable<Field['args']>;
  readonly toInvocation: (given: Args, context: GatewayContext) => Invocation;
}

function argumentsOf(method: NativeMethod, inputs: InputTypes): FieldArguments {
  const { operation, kind, roles, field } = method;
  const members: readonly Members[string][] = Object.values(operation.params.members as Members);
  const takesNothing = members.length === 0 && operation.params.open !== true;
  const form: InputForm | null = takesNothing ? null : inputs.of(operation.params, toTypeName(field));
  const isNeeded = members.some((member) => !isOptional(member));
  return {
    args: {
      backend: backendArgument(kind),
      ...(form === null
        ? {}
        : {
            input: {
              type: isNeeded ? new GraphQLNonNull(form.type) : form.type,
              description: describeShape(operation.params) || 'The parameters.',
            },
          }),
    },
    toInvocation(given, context) {
      const backend = chooseBackend(context, kind, textOf(given.backend));
      if (methodsOf(backend).get(method.name)?.operation !== operation) {
        throw new BadUserInputError(`backend has no ${method.name}`, ['backend']);
      }
      const input = given.input ?? {};
      // GraphQL has checked its type.
      const params = (form === null ? {} : form.toParam(input)) as Invocation['params'];
      return { backend, operation, params, roles, at: ['input'] };
    },
  };
}

const deprecation = ({ operation: { deprecated } }: NativeMethod): { deprecationReason?: string } =>
  deprecated === undefined ? {} : { deprecationReason: deprecated };
