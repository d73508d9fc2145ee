import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLError,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';

// Not read-only, for graphql-js's types do not say so of what nobody changes.
export type Fragments = Record<string, FragmentDefinitionNode>;
export type Variables = Record<string, unknown>;

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
  /** Under which it is answered. */
  readonly key: string;
  readonly name: string;
  readonly parentType: GraphQLObjectType;
  readonly returnType: GraphQLOutputType;
  readonly nodes: readonly FieldNode[];
}

export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
