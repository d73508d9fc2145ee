import type { Members, Shape } from '../operation/shape.js';
import { fromDouble, toJsonValue } from './scalars.js';
import { twinName } from './twin-name.js';

/** A row of a list that could not be read, by its path from the result on. */
export interface RowProblem {
  readonly path: ReadonlyArray<string | number>;
  readonly error: Error;
}

/**
 * A result as JSON writes it, by the panel's names: 64-bit integers and decimals as texts, bytes as base64. Secrets
 * are left out, and a row that cannot be read is null.
 *
 * @param onProblem - gets the error of each such row
 */
export function toJson(
  shape: Shape,
  value: unknown,
  onProblem: (problem: RowProblem) => void,
  path: RowProblem['path'] = [],
): unknown {
  if (value instanceof Error) {
    onProblem({ path, error: value });
    return null;
  }
  if (value === null || value === undefined || shape.secret === true) return null;
  switch (shape.kind) {
    case 'int64':
      return String(value);
    case 'double':
      return fromDouble(Number(value));
    case 'array':
      return (value as readonly unknown[]).map((item, index) =>
        toJson(shape.of as Shape, item, onProblem, [...path, index]),
      );
    case 'struct':
      return membersToJson(shape.members, value as Readonly<Record<string, unknown>>, onProblem, path);
    case 'any':
    case 'bytes':
      return toJsonValue(value);
    default:
      return value;
  }
}

function membersToJson(
  members: Members,
  record: Readonly<Record<string, unknown>>,
  onProblem: (problem: RowProblem) => void,
  path: RowProblem['path'],
): unknown {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) => {
      const member: Shape | undefined = Object.hasOwn(members, name) ? members[name] : undefined;
      // Of members that an open shape does not name nothing is known.
      if (member === undefined) return Object.entries(toJsonValue({ [name]: value }) as object);
      if (member.secret === true) return [];
      const twin = twinName(name, member);
      const json = toJson(member, value, onProblem, [...path, name]);
      return twin === undefined
        ? [[name, json]]
        : [
            [name, json],
            [twin, json],
          ];
    }),
  );
}
