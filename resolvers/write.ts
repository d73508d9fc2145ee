import type { GatewayContext } from '../src/context.js';
import { BadUserInputError } from '../src/errors/index.js';
import {
  type AddressedType,
  type Backend,
  type MutationName,
  type PanelWrites,
  type UserError,
  type WriteInputs,
  type WriteMethod,
} from '../src/model/index.js';
import { Mask, secretsIn } from '../src/writes/mask.js';
import { invalid } from '../src/writes/refusal.js';
import { forbiddenCharacters } from './forbidden-characters.js';
import { isIdempotencyKey } from './idempotency-key.js';
import { addressOf, backendOf } from './lookup.js';
import { toPayload } from './payload.js';

/** Members of an input that hold global ids, with the type that each must name. */
export type IdMembers = Readonly<Record<string, AddressedType>>;

export interface WriteOptions {
  readonly ids: IdMembers;
  /** Money moves: the caller must name the change, so that it can be repeated without being made twice. */
  readonly money?: boolean | ((backend: Backend) => boolean);
}

type Input = Readonly<Record<string, unknown>> & { readonly idempotencyKey?: string | null };

const MAX_IDS = 100;

/**
 * Carries out one mutation: checks its ids and its key, asks the backend's own rules, records it, sends it, and makes
 * the payload from what the record holds.
 *
 * @throws {@link BadUserInputError} when an id cannot be one, before any call
 */
export async function write<M extends MutationName>(
  context: GatewayContext,
  mutation: M,
  input: Input,
  { ids, money = false }: WriteOptions,
) {
  const { idempotencyKey = null, ...asked } = input;
  const { backend, native } = nativeInput(context, asked, ids);
  const key = idempotencyKey ?? null;
  const movesMoney = typeof money === 'function' ? money(backend) : money;
  const refusals = [...keyErrors(key, movesMoney), ...forbiddenCharacters(asked)];
  const method = (backend.writes as PanelWrites | undefined)?.[mutation] as
    | WriteMethod<WriteInputs[M]>
    | undefined;
  if (method === undefined) return refused(key, [unsupported(backend, mutation)]);
  // The members of the graph's input are those of the port's, once ids are native.
  const portInput = native as unknown as WriteInputs[M];
  refusals.push(...(method.check?.(portInput) ?? []));
  if (refusals.length > 0) {
    const mask = new Mask(secretsIn(asked));
    return refused(
      key,
      refusals.map((error) => mask.userError(error)),
    );
  }
  const outcome = await context.write({ mutation, backend, key, input: asked, method, portInput });
  return toPayload(outcome);
}

const refused = (idempotencyKey: string | null, userErrors: readonly UserError[]) => ({
  idempotencyKey,
  userErrors,
});

function* keyErrors(key: string | null, money: boolean): Generator<UserError> {
  if (key === null && money) yield invalid('idempotencyKey is required where money moves', 'idempotencyKey');
  if (key !== null && !isIdempotencyKey(key))
    yield invalid('idempotencyKey must be 1 to 128 printable ASCII characters', 'idempotencyKey');
}

const unsupported = ({ kind }: Backend, mutation: string): UserError => ({
  code: 'UNSUPPORTED',
  message: `${kind} has no call for ${mutation}.`,
  field: null,
  native: null,
});

/** Finds the one backend that all ids of the input, or its `backend`, name, and makes the ids native. */
function nativeInput(context: GatewayContext, input: Readonly<Record<string, unknown>>, ids: IdMembers) {
  let backend =
    typeof input.backend === 'string' ? backendOf(context, input.backend, ['input', 'backend']) : undefined;
  const native: Record<string, unknown> = { ...input };

  const toNative = (id: string, type: AddressedType, field: readonly string[]): string => {
    const address = addressOf(context, id, field);
    if (address.type !== type)
      throw new BadUserInputError(`${field.join('.')} must be the id of a ${type}`, field);
    backend ??= backendOf(context, address.backend, field);
    if (address.backend !== backend.name) {
      throw new BadUserInputError(
        `${field.join('.')} must be on the same backend as the rest of the input`,
        field,
      );
    }
    if (address.nativeId === null)
      throw new BadUserInputError(`${field.join('.')} names a type that this backend lacks`, field);
    return address.nativeId;
  };

  for (const [member, type] of Object.entries(ids)) {
    const value = input[member];
    const field = ['input', member];
    if (Array.isArray(value)) {
      if (value.length === 0 || value.length > MAX_IDS) {
        throw new BadUserInputError(`${field.join('.')} takes 1 to ${MAX_IDS} ids`, field);
      }
      native[member] = value.map((id, index) => toNative(String(id), type, [...field, String(index)]));
    } else if (typeof value === 'string') native[member] = toNative(value, type, field);
  }
  if (backend === undefined)
    throw new BadUserInputError('input must name a backend, or something on one', ['input']);
  return { backend, native };
}
