import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
  ResponsePath,
} from 'graphql';
import type { PlannedField, Run } from './run.js';

/** Where a value stands in the answer. */
export interface Place {
  readonly path: ResponsePath;
  /** What is told of the field that the value is of. */
  readonly info: GraphQLResolveInfo;
}

/**
 * Where a field stands, and what its resolver is told beside its arguments. Few ask, so what they are told, the path
 * included, is looked up when they do.
 */
export class FieldPlace implements Place, GraphQLResolveInfo {
  private made: ResponsePath | undefined;

  constructor(
    private readonly run: Run,
    private readonly field: PlannedField,
    /** Of the object that has the field; `undefined` at the root. */
    private readonly above: Place | undefined,
  ) {}

  get path(): ResponsePath {
    this.made ??= { prev: this.above?.path, key: this.field.key, typename: this.field.parentType.name };
    return this.made;
  }

  get info(): GraphQLResolveInfo {
    return this;
  }

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

  /** Operations are executed without one. */
  get rootValue(): undefined {
    return undefined;
  }
}

/** Where an item of a list stands. */
export class ItemPlace implements Place {
  private made: ResponsePath | undefined;

  constructor(
    private readonly list: Place,
    private readonly index: number,
  ) {}

  get path(): ResponsePath {
    this.made ??= { prev: this.list.path, key: this.index, typename: undefined };
    return this.made;
  }

  get info(): GraphQLResolveInfo {
    return this.list.info;
  }
}
