import type { Subject } from '../src/access/index.js';
import type { GatewayContext } from '../src/context.js';
import { BadUserInputError } from '../src/errors/index.js';
import {
  type Backend,
  type MutationName,
  type NodeType,
  type PanelWrites,
  type UserError,
  type WriteInputs,
  type WriteMethod,
} from '../src/model/index.js';
import { isIdempotencyKey } from '../src/writes/idempotency-key.js';
import { Mask, secretsIn } from '../src/writes/mask.js';
import { invalid } from '../src/writes/refusal.js';
import { forbiddenCharacters } from './forbidden-characters.js';
import { addressOf, backendOf } from './lookup.js';
import { toPayload } from './payload.js';
import { checkProviderMembers } from './provider-members.js';
import { authorization, type SubjectRules } from './write-subjects.js';

/** Members of an input that hold global ids, with the type that each must name. */
export type IdMembers = Readonly<Record<string, NodeType>>;

export interface WriteOptions extends SubjectRules {
  readonly ids: IdMembers;
  /** Money moves: the caller must name the change, so that it can be repeated without being made twice. */
  readonly money?: boolean | ((backend: Backend) => boolean);
  /** Members that may be `null` and must be there: what was only forgotten must not take something away. */
  readonly stated?: readonly string[];
}

type Input = Readonly<Record<string, unknown>> & { readonly idempotencyKey?: string | null };

const MAX_IDS = 100;

/**
 * Carries out one mutation: checks its ids and its key, whether the caller may make it, asks the backend's own rules,
 * records it, sends it, and makes the payload from what the record holds.
 *
 * @throws {@link BadUserInputError} when an id cannot be one, before any call
 * @throws {@link ForbiddenError} when it concerns what is not the caller's, or takes a role that the caller lacks
 */
export async function write<M extends MutationName>(
  context: GatewayContext,
  mutation: M,
  input: Input,
  { ids, money = false, stated = [], ...rules }: WriteOptions,
) {
  const { idempotencyKey = null, ...asked } = input;
  const { backend, native, named } = nativeInput(context, asked, ids);
  const key = idempotencyKey ?? null;
  const movesMoney = typeof money === 'function' ? money(backend) : money;
  const refusals = [
    ...keyErrors(key, movesMoney),
    ...stated
      .filter((name) => asked[name] === undefined)
      .map((name) => invalid(`${name} must be given; null is none`, name)),
    ...forbiddenCharacters(asked),
  ];
  const method = (backend.writes as PanelWrites | undefined)?.[mutation] as
    | WriteMethod<WriteInputs[M]>
    | undefined;
  if (method === undefined) return refused(key, [unsupported(backend, mutation)]);
  checkProviderMembers(mutation, asked, context.principal.roles);
  const authorize = authorization(context, backend, asked, named, rules);
  // The members of the graph's input are those of the port's, once ids are native.
  const portInput = native as unknown as WriteInputs[M];
  refusals.push(...(method.check?.(portInput) ?? []));
  if (refusals.length > 0) {
    await authorize();
    const mask = new Mask(secretsIn(asked));
    return refused(
      key,
      refusals.map((error) => mask.userError(error)),
    );
  }
  const outcome = await context.write({ mutation, backend, key, input: asked, method, portInput, authorize });
  return toPayload(outcome);
}

const refused = (idempotencyKey: string | null, userErrors: readonly UserError[]) => ({
  idempotencyKey,
  userErrors,
});

function* keyErrors(key: string | null, money: boolean): Generator<UserError> {
  if (key === null && money) yield invalid('idempotencyKey is required where money moves', 'idempotencyKey');
  if (key !== null && !isIdempotencyKey(key))
    yield invalid(
      'idempotencyKey must be 1 to 128 printable ASCII characters without blanks',
      'idempotencyKey',
    );
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
  const named: Subject[] = [];

  const toNative = (id: string, type: NodeType, field: readonly string[]): string => {
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
    named.push({ type, nativeId: address.nativeId, field });
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
  return { backend, native, named };
}
