import type {
  FieldNode,
  GraphQLField,
  GraphQLFieldResolver,
  GraphQLObjectType,
  GraphQLOutputType,
} from 'graphql';
import { type Args, ArgumentReader } from './arguments.js';
import { type Completion, failedValue, LeafCompletion } from './completion.js';
import { FieldPlace, type Place } from './place.js';
import { isPromise, type PlannedField, type Run } from './run.js';

/** One field of a selection, with all that can be known of it before it is executed. */
export class Field implements PlannedField {
  readonly name: string;
  readonly returnType: GraphQLOutputType;
  private readonly resolve: GraphQLFieldResolver<unknown, unknown, Args> | undefined;
  private readonly args: ArgumentReader;
  private readonly leaf: LeafCompletion | undefined;

  constructor(
    /** Under which it is answered. */
    readonly key: string,
    readonly parentType: GraphQLObjectType,
    definition: GraphQLField<unknown, unknown>,
    /** Several where a field is asked for several times; the first one has the arguments of all. */
    readonly nodes: readonly [FieldNode, ...FieldNode[]],
    private readonly completion: Completion,
  ) {
    this.name = definition.name;
    this.returnType = definition.type;
    this.resolve = definition.resolve;
    this.args = new ArgumentReader(definition, nodes[0]);
    this.leaf = completion instanceof LeafCompletion ? completion : undefined;
  }

  /**
   * @returns the value for the client, or a promise of it
   * @throws the located error of a value that must not be null, also by the promise
   */
  execute(run: Run, source: unknown, above: Place | undefined): unknown {
    let place: FieldPlace | undefined;
    try {
      let value: unknown;
      if (this.resolve === undefined) {
        value = memberOf(source, this.name);
        // Most are texts and numbers that are there already, and nobody asks where those stand.
        if (this.leaf !== undefined && isPlain(value)) {
          return this.leaf.completeLeaf(this, value);
        }
        place = new FieldPlace(run, this, above);
        if (typeof value === 'function') {
          value = value.call(source, this.args.read(run.variableValues), run.contextValue, place);
        }
      } else {
        place = new FieldPlace(run, this, above);
        value = this.resolve(source, this.args.read(run.variableValues), run.contextValue, place);
      }
      return this.complete(run, value, place);
    } catch (error) {
      return this.failed(run, error, place ?? new FieldPlace(run, this, above));
    }
  }

  private complete(run: Run, value: unknown, place: FieldPlace): unknown {
    if (isPromise(value)) {
      return value
        .then((settled) => this.completion.complete(run, this, settled, place))
        .then(undefined, (error: unknown) => this.failed(run, error, place));
    }
    const completed = this.completion.complete(run, this, value, place);
    return isPromise(completed)
      ? completed.then(undefined, (error: unknown) => this.failed(run, error, place))
      : completed;
  }

  private failed(run: Run, error: unknown, place: FieldPlace): null {
    return failedValue(run, this, this.returnType, error, place);
  }
}

const memberOf = (source: unknown, name: string): unknown =>
  (typeof source === 'object' && source !== null) || typeof source === 'function'
    ? (source as Readonly<Record<string, unknown>>)[name]
    : undefined;

const isPlain = (value: unknown): boolean =>
  value === null || (typeof value !== 'object' && typeof value !== 'function');
