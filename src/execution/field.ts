import {
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getArgumentValues,
  Kind,
  type ValueNode,
} from 'graphql';
import { type Completion, failedValue, Place } from './completion.js';
import { isPromise, type PlannedField, ResolveInfo, Run, type Variables } from './run.js';

type Args = Record<string, unknown>;

const NO_ARGUMENTS: Args = Object.freeze({});

/** One field of a selection, with all that can be known of it before it is executed. */
export class Field implements PlannedField {
  readonly name: string;
  readonly returnType: GraphQLOutputType;
  private readonly resolve: GraphQLFieldResolver<unknown, unknown, Args> | undefined;
  private readonly needsVariables: boolean;
  private args: Args | undefined;

  constructor(
    /** Under which it is answered. */
    readonly key: string,
    readonly parentType: GraphQLObjectType,
    private readonly definition: GraphQLField<unknown, unknown>,
    /** Several where a field is asked for several times; the first one has the arguments of all. */
    readonly nodes: readonly [FieldNode, ...FieldNode[]],
    private readonly completion: Completion,
  ) {
    this.name = definition.name;
    this.returnType = definition.type;
    this.resolve = definition.resolve;
    this.args = definition.args.length === 0 ? NO_ARGUMENTS : undefined;
    this.needsVariables = nodes[0].arguments?.some(({ value }) => hasVariable(value)) ?? false;
  }

  /**
   * @returns the value for the client, or a promise of it
   * @throws the located error of a value that must not be null, also by the promise
   */
  execute(run: Run, source: unknown, above: Place | undefined): unknown {
    const place = new Place(above, this.key, this.parentType.name);
    try {
      const value =
        this.resolve === undefined
          ? this.memberOf(run, source, place)
          : this.ask(run, source, place, this.resolve);
      if (!isPromise(value)) {
        const completed = this.completion.complete(run, this, value, place);
        return isPromise(completed)
          ? completed.then(undefined, (error: unknown) => this.failed(run, error, place))
          : completed;
      }
      return value
        .then((settled) => this.completion.complete(run, this, settled, place))
        .then(undefined, (error: unknown) => this.failed(run, error, place));
    } catch (error) {
      return this.failed(run, error, place);
    }
  }

  private ask(
    run: Run,
    source: unknown,
    place: Place,
    resolve: GraphQLFieldResolver<unknown, unknown, Args>,
  ): unknown {
    return resolve(
      source,
      this.argsOf(run.variableValues),
      run.contextValue,
      new ResolveInfo(run, this, place),
    );
  }

  /** The member of that name; called where it is a method. */
  private memberOf(run: Run, source: unknown, place: Place): unknown {
    if ((typeof source !== 'object' || source === null) && typeof source !== 'function') return undefined;
    const member: unknown = (source as Readonly<Record<string, unknown>>)[this.name];
    if (typeof member !== 'function') return member;
    return member.call(
      source,
      this.argsOf(run.variableValues),
      run.contextValue,
      new ResolveInfo(run, this, place),
    );
  }

  private argsOf(variables: Variables): Args {
    if (this.args !== undefined) return this.args;
    const args = getArgumentValues(this.definition, this.nodes[0], variables);
    if (!this.needsVariables) this.args = args;
    return args;
  }

  private failed(run: Run, error: unknown, place: Place): null {
    return failedValue(run, this, this.returnType, error, place);
  }
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
