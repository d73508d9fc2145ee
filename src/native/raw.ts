import type { GatewayContext } from '../context.js';
import { BadUserInputError } from '../errors/index.js';
import type { Backend } from '../model/index.js';
import { type AnyOperation, operation } from '../operation/operation.js';
import { any, struct } from '../operation/shape.js';
import { type WriteAnswer, write } from './invoke.js';
import { checkRoles } from './permission.js';
import { rawParams } from './raw-params.js';
import { toJsonValue } from './scalars.js';

/** What a caller must be allowed to call what nobody has described. */
export const RAW_ROLES = ['native', 'raw'] as const;

/** A method that is only named can do anything, so it is a write that must not be sent twice. */
const known = new Map<string, AnyOperation>();

function rawOperation(method: string): AnyOperation {
  let made = known.get(method);
  if (made === undefined) {
    made = operation({
      method,
      group: 'named only',
      description: 'The vendor names it and describes neither its parameters nor its result.',
      effect: 'write',
      params: struct({}, 'Sent as it is.', { open: true }),
      result: any('As it came.'),
      source: 'List of methods',
    });
    known.set(method, made);
  }
  return made;
}

/** Whether a backend can be asked for `method` without a description. */
export const isNamedOnly = ({ namedOnly, operations }: Backend, method: string): boolean =>
  namedOnly?.includes(method) === true && !operations.some((one) => one.method === method);

/**
 * Calls a method that the vendor only names.
 *
 * @param params - an object of JSON, sent as the one struct of the call
 * @throws {@link BadUserInputError} for every other method, and for parameters that are no object
 */
export async function callRaw(
  context: GatewayContext,
  request: {
    readonly backend: Backend;
    readonly method: string;
    readonly params: unknown;
    readonly key: string | null;
  },
): Promise<WriteAnswer> {
  const { backend, method, params, key } = request;
  checkRoles(context, RAW_ROLES, 'A method without a description');
  if (!isNamedOnly(backend, method)) {
    throw new BadUserInputError('method must be one that the panel’s documents name and do not describe', [
      'method',
    ]);
  }
  if (typeof params !== 'object' || params === null || Array.isArray(params)) {
    throw new BadUserInputError('params: must be an object', ['params']);
  }
  const answer = await write(
    context,
    {
      backend,
      operation: rawOperation(method),
      // Any object is a record of what its names lead to.
      params: rawParams(params as Readonly<Record<string, unknown>>, ['params']),
      roles: RAW_ROLES,
      at: ['params'],
    },
    key,
  );
  return { ...answer, result: toJsonValue(answer.result), proven: false };
}
