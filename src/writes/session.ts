import {
  type Backend,
  CallAborter,
  type CallScope,
  type CallSignal,
  type MutationName,
  type PanelCall,
  type Principal,
  type WriteMethod,
  type WriteResult,
  type WriteSession,
} from '../model/index.js';
import type { AnyOperation, Call, ParamsOf, ResultOf } from '../operation/operation.js';
import { secretsOf } from '../operation/secrets.js';
import type { Run } from './ledger.js';
import { Mask, secretsIn } from './mask.js';
import type { Reconcile } from './settling.js';

/** A write is seen through when its caller goes away, so nothing ends its calls but their deadlines. */
export const writeScope = (
  principal: Principal | null,
  { name }: Backend,
  signal: CallSignal = new CallAborter(),
): CallScope => ({ credentials: principal?.credentials[name] ?? null, signal });

/** Runs a write under its record. No secret of its input is in what it answers or throws, whatever the panel says. */
export async function runMethod<I>(
  method: WriteMethod<I>,
  input: I,
  backend: Backend,
  scope: CallScope,
  run: Run,
): Promise<WriteResult> {
  const mask = new Mask(secretsIn(input));
  try {
    return mask.result(await method.run(input, openSession(backend, scope, run, mask)));
  } catch (error) {
    throw mask.error(error);
  }
}

/** What a backend's write works with, under its record. */
export function openSession(backend: Backend, scope: CallScope, run: Run, mask = new Mask()): WriteSession {
  const send = backend.send?.bind(backend);
  return {
    read: readAnew(backend, scope),
    send: async <O extends AnyOperation>(operation: O, params: ParamsOf<O>): Promise<ResultOf<O>> => {
      if (send === undefined) throw new Error(`${backend.kind} has writes and no way to send them.`);
      const call: PanelCall = { operation, params: params as PanelCall['params'] };
      for (const secret of secretsOf(operation.params, params)) mask.add(secret);
      // The backend decodes by the operation's own result shape.
      return run.send(() => send(call, scope)) as Promise<ResultOf<O>>;
    },
    remember: (snapshot) => run.remember(snapshot),
    others: run.others,
    requestId: requestIdOf(run.id),
    startedAt: run.startedAt,
  };
}

const requestIdOf = (run: string): string => `hostgraph-${run}`;

/** Reads that share nothing: the panel is asked each time. */
export const readAnew =
  (backend: Backend, scope: CallScope): Call =>
  async <O extends AnyOperation>(operation: O, params: ParamsOf<O>): Promise<ResultOf<O>> => {
    const call: PanelCall = { operation, params: params as PanelCall['params'] };
    const [answer] = await backend.callAll([call], { ...scope, fresh: true });
    if (answer instanceof Error) throw answer;
    return answer as ResultOf<O>;
  };

/**
 * Reads back what became of a write, by the way that its backend knows for that mutation. A backend that is gone, or is
 * of another kind by now, cannot tell.
 */
export const createReconcile =
  (backends: readonly Backend[]): Reconcile =>
  async (record, signal, others) => {
    const backend = backends.find(({ name, kind }) => name === record.backend && kind === record.kind);
    // A record's mutation is one that this backend had when it was made.
    const method = backend?.writes?.[record.mutation as MutationName] as WriteMethod<unknown> | undefined;
    if (backend === undefined || method?.reconcile === undefined) return null;
    const { mutation, snapshot, startedAt, run } = record;
    return method.reconcile(
      { mutation, snapshot, startedAt, requestId: requestIdOf(run) },
      readAnew(backend, writeScope(null, backend, signal)),
      others,
    );
  };
