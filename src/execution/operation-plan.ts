import {
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { SelectionPlanner } from './plan-selection.js';
import { isPromise, type PlannedOperation, Run, type Variables } from './run.js';
import type { Selection } from './selection.js';
import { VariableReader } from './variables.js';

/** More combinations of what directives leave out than clients have screens; the rest is planned anew. */
const MAX_VARIANTS = 32;
const NO_VARIABLES: Variables = Object.freeze({});

/**
 * One operation of a validated document, ready to be executed as often as it is asked for: what graphql-js works out for
 * every request, from the fields of a selection to the arguments that hold no variable, is worked out once. What it
 * answers is what `execute` of graphql-js answers.
 *
 * @see https://spec.graphql.org/October2021/#sec-Execution
 */
export class OperationPlan {
  private readonly planned: PlannedOperation;
  private readonly variables: VariableReader;
  /** Variables that decide on what is left out. */
  private readonly conditions: readonly string[];
  private only: Selection | undefined;
  private readonly variants = new Map<string, Selection>();

  constructor(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
    const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
    }
    this.planned = { schema, fragments, operation };
    this.variables = new VariableReader(schema, operation);
    this.conditions = conditionsOf(document);
  }

  /**
   * @param rawVariables - as the client sent them
   * @returns with errors and no `data` where variables do not fit their types; at once where no resolver has to be waited
   *   for
   */
  execute(
    contextValue: unknown,
    rawVariables: Variables = NO_VARIABLES,
  ): ExecutionResult | PromiseLike<ExecutionResult> {
    const { values: variables, errors } = this.variables.read(rawVariables);
    if (variables === undefined) return { errors };
    const run = new Run(this.planned, contextValue, variables);
    try {
      const selection = this.selectionFor(variables);
      const data =
        this.planned.operation.operation === 'mutation'
          ? selection.executeSerially(run, undefined)
          : selection.execute(run, undefined, undefined);
      if (!isPromise(data)) return resultOf(run, data);
      return data.then(
        (settled) => resultOf(run, settled),
        (error: unknown) => nothingOf(run, error),
      );
    } catch (error) {
      return nothingOf(run, error);
    }
  }

  private selectionFor(variables: Variables): Selection {
    // Nearly all operations leave nothing out.
    if (this.conditions.length === 0) {
      this.only ??= this.planRoot(variables);
      return this.only;
    }
    const variant = this.conditions.map((name) => String(variables[name])).join();
    let selection = this.variants.get(variant);
    if (selection === undefined) {
      selection = this.planRoot(variables);
      if (this.variants.size >= MAX_VARIANTS) this.variants.clear();
      this.variants.set(variant, selection);
    }
    return selection;
  }

  private planRoot(variables: Variables): Selection {
    const { schema, operation } = this.planned;
    const type = schema.getRootType(operation.operation);
    if (!type) {
      throw new GraphQLError(`Schema is not configured to execute ${operation.operation} operation.`, {
        nodes: operation,
      });
    }
    // Kept with the plan, and so without what else a request has sent: that may be a password.
    const deciding = Object.fromEntries(
      this.conditions.filter((name) => Object.hasOwn(variables, name)).map((name) => [name, variables[name]]),
    );
    return new SelectionPlanner(this.planned, deciding).plan(type, [operation.selectionSet]);
  }
}

function resultOf({ errors }: Run, data: Record<string, unknown> | null): ExecutionResult {
  return errors.length === 0 ? { data } : { errors, data };
}

/** A field of the root that must not be null has failed. */
function nothingOf(run: Run, error: unknown): ExecutionResult {
  // Fields throw located errors, planning throws graphql-js's own.
  run.errors.push(error as GraphQLError);
  return resultOf(run, null);
}

function conditionsOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    [Kind.DIRECTIVE]({ name, arguments: args = [] }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of args) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
