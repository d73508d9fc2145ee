import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLError,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
  ResponsePath,
} from 'graphql';

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;
export type Variables = Readonly<Record<string, unknown>>;

/** What executions of an operation have in common. */
export interface PlannedOperation {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  readonly operation: OperationDefinitionNode;
}

/** One execution: who asks with which variables, and what has failed so far. */
export class Run {
  readonly errors: GraphQLError[] = [];

  constructor(
    readonly planned: PlannedOperation,
    readonly contextValue: unknown,
    readonly variableValues: Variables,
  ) {}
}

/** What is known of a field of an operation before it is executed. */
export interface PlannedField {
  readonly name: string;
  readonly parentType: GraphQLObjectType;
  readonly returnType: GraphQLOutputType;
  readonly nodes: readonly FieldNode[];
}

/** What a resolver is told beside its arguments. */
export function infoOf(run: Run, field: PlannedField, path: ResponsePath): GraphQLResolveInfo {
  const { schema, fragments, operation } = run.planned;
  return {
    fieldName: field.name,
    fieldNodes: field.nodes,
    returnType: field.returnType,
    parentType: field.parentType,
    path,
    schema,
    fragments: fragments as Record<string, FragmentDefinitionNode>,
    rootValue: undefined,
    operation,
    variableValues: run.variableValues as Record<string, unknown>,
  };
}

export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
