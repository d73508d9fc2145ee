import {
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLLeafType,
  type GraphQLSchema,
  getNullableType,
  getVariableValues,
  isInputType,
  isLeafType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import type { Variables } from './run.js';

const MOST_ERRORS = 50;
const NO_VARIABLES: Variables = Object.freeze({});

export type VariablesOrErrors =
  | { readonly values: Variables; readonly errors?: undefined }
  | { readonly values?: undefined; readonly errors: readonly GraphQLError[] };

/** A variable whose values need no more than a look at each. */
interface PlainVariable {
  readonly name: string;
  readonly type: GraphQLLeafType;
  readonly isRequired: boolean;
  readonly hasDefault: boolean;
}

/**
 * Reads what a client sends for the variables of an operation. Most are scalars that fit, and those are read here; for
 * whatever is more, or wrong, graphql-js is asked, which reads all of them anew.
 */
export class VariableReader {
  private readonly definitions: readonly VariableDefinitionNode[];
  /** `null`: one of them is no scalar. */
  private readonly plain: readonly PlainVariable[] | null;

  constructor(
    private readonly schema: GraphQLSchema,
    { variableDefinitions = [] }: OperationDefinitionNode,
  ) {
    this.definitions = variableDefinitions;
    const known = variableDefinitions.map((definition) => plainVariable(schema, definition));
    this.plain = known.includes(null) ? null : known.filter((variable) => variable !== null);
  }

  read(raw: Variables): VariablesOrErrors {
    if (this.definitions.length === 0) return { values: NO_VARIABLES };
    const values = this.readPlain(raw);
    if (values !== null) return { values };
    const { coerced, errors } = getVariableValues(this.schema, this.definitions, raw, {
      maxErrors: MOST_ERRORS,
    });
    return coerced === undefined ? { errors } : { values: coerced };
  }

  private readPlain(raw: Variables): Variables | null {
    if (this.plain === null) return null;
    const values: Variables = {};
    for (const { name, type, isRequired, hasDefault } of this.plain) {
      const value = Object.hasOwn(raw, name) ? raw[name] : undefined;
      if (value === undefined || value === null) {
        if (isRequired || hasDefault || Object.hasOwn(raw, name)) return null;
        continue;
      }
      const parsed = parsedValue(type, value);
      if (parsed === undefined) return null;
      values[name] = parsed;
    }
    return values;
  }
}

function plainVariable(
  schema: GraphQLSchema,
  { variable, type: node, defaultValue }: VariableDefinitionNode,
): PlainVariable | null {
  // Its type says that it may be of any kind; a validated document names one for input.
  const type = typeFromAST(schema, node as Parameters<typeof typeFromAST>[1]) as GraphQLInputType | undefined;
  if (!isInputType(type)) return null;
  const nullable = getNullableType(type);
  if (!isLeafType(nullable)) return null;
  return {
    name: variable.name.value,
    type: nullable,
    isRequired: isNonNullType(type),
    hasDefault: defaultValue !== undefined,
  };
}

/** @returns `undefined` for a value that does not fit */
function parsedValue(type: GraphQLLeafType, value: unknown): unknown {
  try {
    return type.parseValue(value);
  } catch {
    // Why not, graphql-js says.
    return undefined;
  }
}
