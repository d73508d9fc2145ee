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
  readonly name: string;
  readonly parentType: GraphQLObjectType;
  readonly returnType: GraphQLOutputType;
  readonly nodes: readonly FieldNode[];
}

/** Where a value stands in the answer. */
export interface Placed {
  readonly path: ResponsePath;
}

/** What a resolver is told beside its arguments. Few ask, so what they are told is looked up when they do. */
export class ResolveInfo implements GraphQLResolveInfo {
  readonly rootValue = undefined;

  constructor(
    private readonly run: Run,
    private readonly field: PlannedField,
    private readonly place: Placed,
  ) {}

  get fieldName(): string {
    return this.field.name;
  }

  get fieldNodes(): readonly FieldNode[] {
    return this.field.nodes;
  }

  get returnType(): GraphQLOutputType {
    return this.field.returnType;
  }

  get parentType(): GraphQLObjectType {
    return this.field.parentType;
  }

  get path(): ResponsePath {
    return this.place.path;
  }

  get schema(): GraphQLSchema {
    return this.run.planned.schema;
  }

  get fragments(): Record<string, FragmentDefinitionNode> {
    return this.run.planned.fragments;
  }

  get operation(): OperationDefinitionNode {
    return this.run.planned.operation;
  }

  get variableValues(): Record<string, unknown> {
    return this.run.variableValues;
  }
}

export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
