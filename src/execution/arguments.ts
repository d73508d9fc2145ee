import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  getArgumentValues,
  isNonNullType,
  Kind,
  type ValueNode,
  valueFromAST,
} from 'graphql';
import type { Variables } from './run.js';

export type Args = Record<string, unknown>;

/** Puts one argument where there is one; `false` where what there is does not fit. */
type PutArgument = (args: Args, variables: Variables) => boolean;

const NO_ARGUMENTS: Args = Object.freeze({});

/** Reads the arguments of one field. What holds no variable is read when it is first asked for, and once. */
export class ArgumentReader {
  private readonly hasVariables: boolean;
  private constant: Args | undefined;
  private planned: readonly PutArgument[] | undefined;

  constructor(
    private readonly definition: GraphQLField<unknown, unknown>,
    private readonly node: FieldNode,
  ) {
    this.constant = definition.args.length === 0 ? NO_ARGUMENTS : undefined;
    this.hasVariables = node.arguments?.some(({ value }) => hasVariable(value)) ?? false;
  }

  /** @throws GraphQLError when an argument is missing or does not fit, as graphql-js's `getArgumentValues` does */
  read(variables: Variables): Args {
    return this.constant ?? (this.hasVariables ? this.readWith(variables) : this.readConstant());
  }

  private readConstant(): Args {
    this.constant = getArgumentValues(this.definition, this.node);
    return this.constant;
  }

  private readWith(variables: Variables): Args {
    this.planned ??= this.definition.args.map((argument) =>
      plan(
        argument,
        this.node.arguments?.find(({ name }) => name.value === argument.name),
      ),
    );
    const args: Args = {};
    for (const put of this.planned) {
      // It knows best what to say of an argument that does not fit.
      if (!put(args, variables)) return getArgumentValues(this.definition, this.node, variables);
    }
    return args;
  }
}

function plan(argument: GraphQLArgument, node: ArgumentNode | undefined): PutArgument {
  const { name, type } = argument;
  if (node === undefined) return absent(argument);
  const { value } = node;
  if (value.kind === Kind.VARIABLE) return ofVariable(argument, value.name.value);
  return (args, variables) => {
    const read: unknown = valueFromAST(value, type, variables);
    args[name] = read;
    return read !== undefined;
  };
}

function absent({ name, type, defaultValue }: GraphQLArgument): PutArgument {
  const isMissing = defaultValue === undefined && isNonNullType(type);
  return (args) => {
    if (defaultValue !== undefined) args[name] = defaultValue;
    return !isMissing;
  };
}

/** The whole value of a variable: it has been read as its type has it, which the argument's takes. */
function ofVariable(argument: GraphQLArgument, variable: string): PutArgument {
  const { name, type } = argument;
  const putDefault = absent(argument);
  const isNullable = !isNonNullType(type);
  return (args, variables) => {
    if (!Object.hasOwn(variables, variable)) return putDefault(args, variables);
    const value = variables[variable];
    args[name] = value;
    return value !== undefined && (value !== null || isNullable);
  };
}

function hasVariable(value: ValueNode): boolean {
  switch (value.kind) {
    case Kind.VARIABLE:
      return true;
    case Kind.LIST:
      return value.values.some(hasVariable);
    case Kind.OBJECT:
      return value.fields.some((field) => hasVariable(field.value));
    default:
      return false;
  }
}
