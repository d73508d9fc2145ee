import type { AnyOperation } from '../../src/operation/operation.js';
import type { Members, Shape } from '../../src/operation/shape.js';

/** A member somewhere in a shape, or an element of a list. */
export interface Place {
  /** `AddUser.user.Password`; of an answer `GetUserById =.Password`. */
  readonly path: string;
  /** The member's own name; empty for the shape itself. */
  readonly name: string;
  readonly shape: Shape;
}

/** A shape and all that is in it. */
function placesIn(shape: Shape, path: string, name: string): readonly Place[] {
  const here = { path, name, shape };
  if (shape.kind === 'array') return [here, ...placesIn(shape.of, `${path}[]`, name)];
  if (shape.kind !== 'struct') return [here];
  const members = Object.entries<Members[string]>(shape.members);
  return [here, ...members.flatMap(([own, member]) => placesIn(member, `${path}.${own}`, own))];
}

export const paramsOf = ({ method, params }: AnyOperation): readonly Place[] => placesIn(params, method, '');

export const resultOf = ({ method, result }: AnyOperation): readonly Place[] =>
  result === null ? [] : placesIn(result, `${method} =`, '');
