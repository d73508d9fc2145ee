import {
  type ArgumentNode,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { DEFAULT_FIRST, MAX_FIRST } from '../model/index.js';
import { ARGUMENT_TEXTS } from './argument-texts.js';
import type { JsonSchema } from './json-schema.js';

/** What the argument that a variable fills says of itself. */
export interface VariableUse {
  readonly description: string | null;
  /** Of its values, beyond their type. */
  readonly bounds: JsonSchema;
}

/** By the names of variables; the first use counts. */
export function variableUses(
  schema: GraphQLSchema,
  document: DocumentNode,
): ReadonlyMap<string, VariableUse> {
  const uses = new Map<string, VariableUse>();
  const typeInfo = new TypeInfo(schema);
  const visitor = {
    Argument({ value }: ArgumentNode) {
      const argument = typeInfo.getArgument();
      if (value.kind !== Kind.VARIABLE || !argument || uses.has(value.name.value)) return;
      uses.set(value.name.value, {
        description: argument.description ?? ARGUMENT_TEXTS[argument.name] ?? null,
        bounds: argument.name === 'first' ? PAGE_SIZE : {},
      });
    },
  };
  visit(document, visitWithTypeInfo(typeInfo, visitor));
  return uses;
}

/** As every list of the graph takes it. */
const PAGE_SIZE: JsonSchema = { minimum: 0, maximum: MAX_FIRST, default: DEFAULT_FIRST };

/** The type of a variable; `undefined` for one that there is not. */
export function variableType(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  name: string,
): GraphQLInputType | undefined {
  const node = variableDefinitions.find(({ variable }) => variable.name.value === name)?.type;
  const type = node && typeFromAST(schema, node);
  return isInputType(type) ? type : undefined;
}
