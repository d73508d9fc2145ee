import type { GatewayContext } from '../context.js';
import { BadUserInputError } from '../errors/index.js';
import type { Backend, PanelCall, WriteResult, WriteSession } from '../model/index.js';
import { secretsOf } from '../operation/secrets.js';
import { Mask } from '../writes/mask.js';
import { fromJson } from './from-json.js';
import { checkKey, checkParams, recorded, type WriteAnswer } from './invoke.js';
import { keepResult, restoreResult } from './kept-result.js';
import { isRead, methodsOf, type NativeMethod } from './native-method.js';
import { type CredentialChecks, checkRoles } from './permission.js';
import { toJson } from './to-json.js';

export const MAX_CALLS = 100;

/** One write among several, as the caller names it. */
export interface NamedCall {
  /** As the panel calls it. */
  readonly method: string;
  /** By the panel's names. */
  readonly params: unknown;
}

export interface TogetherRequest {
  readonly backend: Backend;
  readonly calls: readonly NamedCall[];
  readonly key: string | null;
  /** Names the tasks that the whole schedules, where the panel takes such a name. */
  readonly requestId: string | null;
}

interface CheckedCall extends PanelCall {
  readonly native: NativeMethod;
}

/**
 * Several writes as one, in one request of the panel's. What each of them answers is not told.
 *
 * @throws as a single write does; an error of one call names its place in the list
 */
export async function writeBatch(
  context: GatewayContext,
  request: TogetherRequest,
  credentialChecks: CredentialChecks,
): Promise<WriteAnswer> {
  return writeTogether(context, request, credentialChecks, 'batch', (session, calls, requestId) =>
    togetherOf(request.backend).batch(session, calls, requestId),
  );
}

/** Several writes as one, sent one after the other, each with its result. */
export async function writeTransaction(
  context: GatewayContext,
  request: TogetherRequest,
  credentialChecks: CredentialChecks,
): Promise<WriteAnswer> {
  return writeTogether(
    context,
    request,
    credentialChecks,
    'transaction',
    (session, calls, requestId, onResult) =>
      togetherOf(request.backend).transaction(session, calls, onResult, requestId),
  );
}

type Carry = (
  session: WriteSession,
  calls: readonly PanelCall[],
  requestId: string | undefined,
  onResult: (result: unknown) => void,
) => Promise<WriteResult>;

async function writeTogether(
  context: GatewayContext,
  { backend, calls: named, key, requestId }: TogetherRequest,
  credentialChecks: CredentialChecks,
  name: 'batch' | 'transaction',
  carry: Carry,
): Promise<WriteAnswer> {
  const calls = toCalls(context, backend, named);
  checkKey(
    key,
    calls.some(({ operation }) => operation.effect === 'money'),
  );
  for (const { operation } of calls) {
    if (operation.checksCredentials === true) await credentialChecks.count(context, backend);
  }
  const { outcome, told } = await recorded(context, {
    name,
    backend,
    input: { calls: calls.map(({ operation, params }) => ({ method: operation.method, params })), requestId },
    key,
    calls,
    run: (session) => carryMasked(session, calls, requestId ?? undefined, carry),
  });
  const kept = outcome.facts?.values?.results;
  const results =
    told ??
    (Array.isArray(kept) ? calls.map(({ operation }, at) => restoreResult(operation.result, kept[at])) : []);
  return {
    result: results.map((result, at) => jsonOf(calls[at], result)),
    idempotencyKey: outcome.key,
    replayed: told === undefined,
    proven: calls.every(({ operation }) => operation.success !== 'claimed'),
  };
}

/** Runs it; what a panel quotes of any of the calls' secrets is in nothing that it answers or throws. */
async function carryMasked(
  session: WriteSession,
  calls: readonly CheckedCall[],
  requestId: string | undefined,
  carry: Carry,
) {
  const mask = new Mask(calls.flatMap(({ operation, params }) => secretsOf(operation.params, params)));
  const told: unknown[] = [];
  try {
    const ended = mask.result(await carry(session, calls, requestId, (result) => told.push(result)));
    const kept = told.map((result, at) => keepResult(calls[at]?.operation.result ?? null, result) ?? null);
    const isKept = kept.some((fact) => fact !== null);
    return {
      ended: ended.state === 'APPLIED' && isKept ? { ...ended, facts: { values: { results: kept } } } : ended,
      told,
    };
  } catch (error) {
    throw mask.error(error);
  }
}

/** @throws {@link BadUserInputError} naming the call that is none, a read, or not as its descriptor says */
function toCalls(
  context: GatewayContext,
  backend: Backend,
  named: readonly NamedCall[],
): readonly CheckedCall[] {
  if (named.length === 0 || named.length > MAX_CALLS) {
    throw new BadUserInputError(`calls takes 1 to ${MAX_CALLS} calls`, ['calls']);
  }
  const methods = methodsOf(backend);
  return named.map(({ method, params }, index) => {
    const at = ['calls', String(index)];
    const native = methods.get(method);
    if (native === undefined || isRead(native.operation) || togetherOf(backend).controls.has(method)) {
      throw new BadUserInputError(`${at.join('.')}.method must be a documented method that writes`, [
        ...at,
        'method',
      ]);
    }
    const { operation } = native;
    checkRoles(context, native.roles, operation.method);
    const own = fromJson(operation.params, params ?? {});
    checkParams(operation, own, [...at, 'params']);
    // The check has seen that it is a struct.
    return { native, operation, params: own as PanelCall['params'] };
  });
}

function togetherOf({ kind, together }: Backend): NonNullable<Backend['together']> {
  if (together === undefined) throw new BadUserInputError(`${kind} has no transactions.`, ['backend']);
  return together;
}

const jsonOf = (call: CheckedCall | undefined, result: unknown): unknown =>
  call === undefined || call.operation.result === null
    ? null
    : toJson(call.operation.result, result, () => undefined);
