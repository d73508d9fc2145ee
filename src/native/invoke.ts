import type { GatewayContext } from '../context.js';
import { BackendFaultError, BadUserInputError } from '../errors/index.js';
import type { Backend, PanelCall, Role, WriteResult, WriteSession } from '../model/index.js';
import { compileCheck, type Problem } from '../operation/check.js';
import type { AnyOperation, ParamsOf } from '../operation/operation.js';
import { secretsOf } from '../operation/secrets.js';
import { isIdempotencyKey } from '../writes/idempotency-key.js';
import { Mask } from '../writes/mask.js';
import type { Outcome } from '../writes/outcome.js';
import { toUserError } from '../writes/refusal.js';
import { NativeInputError, toInputProblems } from './input-error.js';
import { keepResult, restoreResult } from './kept-result.js';
import { type CredentialChecks, checkRoles } from './permission.js';
import { toFault, UnclearRefusalError } from './refusal-errors.js';

/** One call of one method, by a caller. */
export interface Invocation {
  readonly backend: Backend;
  readonly operation: AnyOperation;
  readonly params: Readonly<Record<string, unknown>>;
  readonly roles: readonly Role[];
  /** Where the parameters stand in the caller's request, for errors. */
  readonly at: readonly string[];
}

/** What a write came to. */
export interface WriteAnswer {
  /** As the operation's result shape has it; of a replay what its record kept. */
  readonly result: unknown;
  readonly idempotencyKey: string;
  /** Whether an earlier run is told of, and nothing was sent. */
  readonly replayed: boolean;
  /** Whether the panel's answer proves that it was carried out. */
  readonly proven: boolean;
}

const checks = new WeakMap<AnyOperation, (params: unknown) => readonly Problem[]>();

/** @throws {@link NativeInputError} with all that a descriptor does not allow */
export function checkParams(operation: AnyOperation, params: unknown, at: readonly string[]): void {
  let check = checks.get(operation);
  if (check === undefined) {
    check = compileCheck(operation.params);
    checks.set(operation, check);
  }
  const problems = check(params);
  if (problems.length > 0) throw new NativeInputError(toInputProblems(operation.params, problems), at);
}

/** What every call passes before anything is asked: roles, parameters, and how often passwords are tried. */
export async function admit(
  context: GatewayContext,
  { backend, operation, params, roles, at }: Invocation,
  credentialChecks: CredentialChecks,
): Promise<void> {
  checkRoles(context, roles, operation.method);
  checkParams(operation, params, at);
  if (operation.checksCredentials === true) await credentialChecks.count(context, backend);
}

/**
 * Reads through the calls of the request: equal reads are one, and those of a level go out together.
 *
 * @throws {@link ForbiddenError} under a scope, unless the call leads to an owner inside of it
 */
export async function read(
  context: GatewayContext,
  { backend, operation, params }: Invocation,
): Promise<unknown> {
  await context.access.assertCall(backend.name, { operation, params });
  // The check has seen that the parameters are what the operation takes.
  return context.call(backend.name)(operation, params as ParamsOf<AnyOperation>);
}

/** @throws {@link BadUserInputError} for a key that is none, or that is missing where money moves */
export function checkKey(key: string | null, isNeeded: boolean): void {
  if (key === null && isNeeded) {
    throw new BadUserInputError('idempotencyKey is required where money moves', ['idempotencyKey']);
  }
  if (key !== null && !isIdempotencyKey(key)) {
    throw new BadUserInputError('idempotencyKey must be 1 to 128 printable ASCII characters without blanks', [
      'idempotencyKey',
    ]);
  }
}

/** A write of the native layer by the name that its record has. */
export interface RecordedWrite<T> {
  readonly name: string;
  readonly backend: Backend;
  readonly input: unknown;
  readonly key: string | null;
  /** Its calls, each of which must be the caller's to make. */
  readonly calls: readonly PanelCall[];
  /** @returns how it ended, and what only this run can tell */
  readonly run: (session: WriteSession) => Promise<{ readonly ended: WriteResult; readonly told: T }>;
}

/**
 * Carries a write out under its record.
 *
 * @returns what the record keeps, with what the run told; `undefined` for a replay
 * @throws {@link BackendFaultError} for a refusal, of an earlier run too
 */
export async function recorded<T>(
  context: GatewayContext,
  { name, backend, input, key, calls, run }: RecordedWrite<T>,
): Promise<{ readonly outcome: Outcome; readonly told: T | undefined }> {
  let told: T | undefined;
  const outcome = await context.write({
    mutation: `native.${name}`,
    backend,
    key,
    input,
    portInput: input,
    async authorize() {
      for (const call of calls) await context.access.assertCall(backend.name, call);
    },
    method: {
      run: async (_input, session) => {
        const ran = await run(session);
        told = ran.told;
        return ran.ended;
      },
    },
  });
  if (outcome.state === 'REJECTED') {
    throw toFault(outcome.userErrors[0], { backend: backend.name, method: name }, outcome.key);
  }
  return { outcome, told };
}

/** Carries out one write of one method. */
export async function write(
  context: GatewayContext,
  { backend, operation, params }: Invocation,
  key: string | null,
): Promise<WriteAnswer> {
  checkKey(key, operation.effect === 'money');
  const { outcome, told } = await recorded(context, {
    name: operation.method,
    backend,
    input: params,
    key,
    calls: [{ operation, params }],
    run: (session) => send(session, backend, { operation, params }),
  });
  return {
    result: told === undefined ? restoreResult(operation.result, outcome.facts?.values?.result) : told.answer,
    idempotencyKey: outcome.key,
    replayed: told === undefined,
    proven: operation.success !== 'claimed',
  };
}

/** Its texts go to the caller past the record, so what they quote of the call is cut out here. */
function unclear(refusal: BackendFaultError, { operation, params }: PanelCall): UnclearRefusalError {
  const masked = new Mask(secretsOf(operation.params, params)).error(refusal);
  const { origin, native } = masked instanceof BackendFaultError ? masked : refusal;
  return new UnclearRefusalError(origin, native, { cause: refusal });
}

interface Sent {
  readonly ended: WriteResult;
  readonly told: { readonly answer: unknown };
}

/** @throws {@link UnclearRefusalError} where a refusal leaves it open whether something happened */
async function send(session: WriteSession, backend: Backend, call: PanelCall): Promise<Sent> {
  const { operation, params } = call;
  const origin = { backend: backend.name, method: operation.method };
  const { judge } = backend;
  let answer: unknown;
  try {
    answer = await session.send(operation, params as ParamsOf<AnyOperation>);
  } catch (error) {
    if (!(error instanceof BackendFaultError)) throw error;
    const isFinal = judge?.isFinal?.(call, error) ?? operation.refusal !== 'inconclusive';
    if (!isFinal) throw unclear(error, call);
    return { ended: { state: 'REJECTED', userErrors: [toUserError(error)] }, told: { answer: null } };
  }
  const refusal = judge?.refusalIn?.(call, answer) ?? null;
  if (refusal === null) {
    const kept = keepResult(operation.result, answer);
    const facts = kept === undefined ? {} : { values: { result: kept } };
    return { ended: { state: 'APPLIED', facts }, told: { answer } };
  }
  if (!refusal.final) throw new UnclearRefusalError(origin, refusal.native);
  const error = new BackendFaultError(
    `Backend ${origin.backend} refused ${origin.method}.`,
    origin,
    refusal.native,
  );
  return { ended: { state: 'REJECTED', userErrors: [toUserError(error)] }, told: { answer: null } };
}
