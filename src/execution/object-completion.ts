import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  GraphQLObjectType,
  isObjectType,
} from 'graphql';
import { type Completion, isNothing } from './completion.js';
import type { Place } from './place.js';
import { isPromise, type PlannedField, type Run } from './run.js';
import type { Selection } from './selection.js';

/** The fields that are asked of an object of a type; may throw where a directive in them has no usable argument. */
export type SelectionOf = (type: GraphQLObjectType) => Selection;

export class ObjectCompletion implements Completion {
  private selection: Selection | undefined;

  constructor(
    private readonly type: GraphQLObjectType,
    private readonly selectionOf: SelectionOf,
  ) {}

  complete(run: Run, field: PlannedField, value: unknown, place: Place): unknown {
    if (isNothing(value)) return null;
    this.selection ??= this.selectionOf(this.type);
    return completeObject(run, field, this.type, this.selection, value, place);
  }
}

/** Of an interface or a union: which type an object has is found out each time. */
export class AbstractCompletion implements Completion {
  private readonly selections = new Map<GraphQLObjectType, Selection>();

  constructor(
    private readonly type: GraphQLAbstractType,
    private readonly selectionOf: SelectionOf,
  ) {}

  complete(run: Run, field: PlannedField, value: unknown, place: Place): unknown {
    if (isNothing(value)) return null;
    const resolveType = this.type.resolveType ?? defaultTypeResolver;
    const name = resolveType(value, run.contextValue, place.info, this.type);
    if (isPromise(name)) return name.then((settled) => this.completeAs(run, field, settled, value, place));
    return this.completeAs(run, field, name, value, place);
  }

  private completeAs(run: Run, field: PlannedField, name: unknown, value: unknown, place: Place): unknown {
    const type = this.runtimeType(run, field, name);
    let selection = this.selections.get(type);
    if (selection === undefined) {
      selection = this.selectionOf(type);
      this.selections.set(type, selection);
    }
    return completeObject(run, field, type, selection, value, place);
  }

  private runtimeType(run: Run, { parentType, name: fieldName, nodes }: PlannedField, name: unknown) {
    const { schema } = run.planned;
    const type = typeof name === 'string' ? schema.getType(name) : undefined;
    if (isObjectType(type) && schema.isSubType(this.type, type)) return type;
    const found = typeof name === 'string' ? `"${name}"` : 'no name of a type';
    throw new GraphQLError(
      `Abstract type "${this.type.name}" must resolve to one of its object types at runtime for field ` +
        `"${parentType.name}.${fieldName}"; it was ${found}.`,
      { nodes },
    );
  }
}

function completeObject(
  run: Run,
  field: PlannedField,
  type: GraphQLObjectType,
  selection: Selection,
  value: unknown,
  place: Place,
): unknown {
  if (type.isTypeOf) {
    const isOfType = type.isTypeOf(value, run.contextValue, place.info);
    if (isPromise(isOfType)) {
      return isOfType.then((settled) => {
        checkType(settled, type, field);
        return selection.execute(run, value, place);
      });
    }
    checkType(isOfType, type, field);
  }
  return selection.execute(run, value, place);
}

function checkType(isOfType: boolean, { name }: GraphQLObjectType, { nodes }: PlannedField): void {
  if (!isOfType) throw new GraphQLError(`Expected value of type "${name}", but it is of another.`, { nodes });
}
