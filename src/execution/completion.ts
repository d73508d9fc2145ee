import type { GraphQLLeafType, GraphQLOutputType } from 'graphql';
import { GraphQLError, isNonNullType, locatedError, responsePathAsArray } from 'graphql';
import { ItemPlace, type Place } from './place.js';
import { isPromise, type PlannedField, type Run } from './run.js';

/**
 * Turns what a resolver answers into what the client gets, as section 6.4.3 of the specification has it.
 *
 * @throws what the value fails with, at once or by the promise; nobody has located or recorded it then
 */
export interface Completion {
  complete(run: Run, field: PlannedField, value: unknown, place: Place): unknown;
}

/**
 * What becomes of a value that failed: `null` where its type allows that.
 *
 * @throws the located error where it does not, for whatever holds the value
 */
export function failedValue(
  run: Run,
  field: PlannedField,
  type: GraphQLOutputType,
  error: unknown,
  place: Place,
): null {
  const located = locatedError(error, field.nodes, responsePathAsArray(place.path));
  if (isNonNullType(type)) throw located;
  run.errors.push(located);
  return null;
}

/** @throws the value where it is an error: resolvers may answer one */
export function isNothing(value: unknown): value is null | undefined {
  if (value instanceof Error) throw value;
  return value === null || value === undefined;
}

export class LeafCompletion implements Completion {
  constructor(
    private readonly type: GraphQLLeafType,
    private readonly isNonNull: boolean,
  ) {}

  complete(_run: Run, field: PlannedField, value: unknown): unknown {
    return this.completeLeaf(field, value);
  }

  completeLeaf(field: PlannedField, value: unknown): unknown {
    if (isNothing(value)) return this.isNonNull ? nonNull(null, field) : null;
    const serialized: unknown = this.type.serialize(value);
    if (serialized === null || serialized === undefined) {
      throw new Error(`${this.type.name} answered nothing for a value that is something.`);
    }
    return serialized;
  }
}

/** Of lists and objects; leaves know it themselves. */
export class NonNullCompletion implements Completion {
  constructor(private readonly inner: Completion) {}

  complete(run: Run, field: PlannedField, value: unknown, place: Place): unknown {
    const completed = this.inner.complete(run, field, value, place);
    if (isPromise(completed)) return completed.then((settled) => nonNull(settled, field));
    return nonNull(completed, field);
  }
}

function nonNull(value: unknown, { parentType, name }: PlannedField): unknown {
  if (value === null)
    throw new Error(`Cannot return null for non-nullable field ${parentType.name}.${name}.`);
  return value;
}

export class ListCompletion implements Completion {
  constructor(
    private readonly itemType: GraphQLOutputType,
    private readonly item: Completion,
  ) {}

  complete(run: Run, field: PlannedField, value: unknown, place: Place): unknown {
    if (isNothing(value)) return null;
    if (!isIterable(value)) {
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${field.parentType.name}.${field.name}".`,
      );
    }
    const completed: unknown[] = [];
    let isWaiting = false;
    for (const item of value) {
      const answer = this.completeItem(run, field, item, new ItemPlace(place, completed.length));
      isWaiting ||= isPromise(answer);
      completed.push(answer);
    }
    return isWaiting ? Promise.all(completed) : completed;
  }

  private completeItem(run: Run, field: PlannedField, item: unknown, place: Place): unknown {
    const onError = (error: unknown) => failedValue(run, field, this.itemType, error, place);
    try {
      const answer = isPromise(item)
        ? item.then((settled) => this.item.complete(run, field, settled, place))
        : this.item.complete(run, field, item, place);
      return isPromise(answer) ? answer.then(undefined, onError) : answer;
    } catch (error) {
      return onError(error);
    }
  }
}

/** Texts can be gone through, too, and are no lists. */
const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;
