import { type AnyOperation, type Operation } from '../../src/operation/operation.js';
import { type Members, type Shape, type StructShape, struct } from '../../src/operation/shape.js';
import { authToken } from './operations/token-shapes.js';

/** The parameter by which a method of a descriptor file is told who calls. */
export interface TokenParameter {
  readonly name: string;
  readonly shape: StructShape;
}

/** An operation whose token the gateway fills in, so that no caller gives it; kept apart from the shape of the rest. */
const tokens = new WeakMap<AnyOperation, TokenParameter>();

export const tokenParameterOf = (operation: AnyOperation): TokenParameter | undefined =>
  tokens.get(operation);

/**
 * Takes the login out of the parameters of a method that a WSDL describes: there it stands like any other one, a bean
 * of the type AuthToken, and comes first.
 */
export function withoutToken(operation: Operation): Operation {
  const [first, ...others] = Object.entries<Members[string]>(operation.params.members);
  if (first === undefined || !isToken(first[1])) return operation;
  const params = { ...operation.params, members: Object.fromEntries(others) };
  const bare: Operation = { ...operation, params };
  tokens.set(bare, { name: first[0], shape: first[1] });
  return bare;
}

function isToken(shape: Shape): shape is StructShape {
  if (shape.kind !== 'struct' || shape.typeName !== authToken.typeName) return false;
  return 'login' in shape.members && 'password' in shape.members;
}

/** The parameters as they are sent: the token, and then those of the caller. */
export const withToken = (params: StructShape, { name, shape }: TokenParameter): StructShape =>
  struct(
    { [name]: shape, ...params.members },
    '',
    params.constraints ? { constraints: params.constraints } : {},
  );

/** What a bean of this shape can hold of a login, in the types that its members have. */
export function fitted(value: unknown, shape: Shape): unknown {
  if (shape.kind === 'int64' && typeof value === 'number') return BigInt(value);
  if (shape.kind !== 'struct' || typeof value !== 'object' || value === null) return value;
  const record = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries<Shape>(shape.members).map(([name, member]) => [name, fitted(record[name], member)]),
  );
}
