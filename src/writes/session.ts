import type {
  Backend,
  CallScope,
  MutationName,
  PanelCall,
  Principal,
  WriteMethod,
  WriteSession,
} from '../model/index.js';
import type { AnyOperation, Call, ParamsOf, ResultOf } from '../operation/operation.js';
import type { Reconcile, Run } from './ledger.js';

/** A write is seen through when its caller goes away, so nothing ends its calls but their deadlines. */
export const writeScope = (principal: Principal | null, { name }: Backend): CallScope => ({
  credentials: principal?.credentials[name] ?? null,
  signal: new AbortController().signal,
});

/** What a backend's write works with, under its record. */
export function openSession(backend: Backend, scope: CallScope, run: Run): WriteSession {
  const send = backend.send?.bind(backend);
  return {
    read: readAnew(backend, scope),
    send: async <O extends AnyOperation>(operation: O, params: ParamsOf<O>): Promise<ResultOf<O>> => {
      if (send === undefined) throw new Error(`${backend.kind} has writes and no way to send them.`);
      const call: PanelCall = { operation, params: params as PanelCall['params'] };
      // The backend decodes by the operation's own result shape.
      return run.send(() => send(call, scope)) as Promise<ResultOf<O>>;
    },
    remember: (snapshot) => run.remember(snapshot),
    requestId: `hostgraph-${run.id}`,
    startedAt: run.startedAt,
  };
}

/** Reads that share nothing: the panel is asked each time. */
export const readAnew =
  (backend: Backend, scope: CallScope): Call =>
  async <O extends AnyOperation>(operation: O, params: ParamsOf<O>): Promise<ResultOf<O>> => {
    const [answer] = await backend.callAll([{ operation, params: params as PanelCall['params'] }], scope);
    if (answer instanceof Error) throw answer;
    return answer as ResultOf<O>;
  };

/** Reads back what became of a write, by the way that its backend knows for that mutation. */
export const createReconcile =
  (backends: readonly Backend[]): Reconcile =>
  async (write, name) => {
    const backend = backends.find((candidate) => candidate.name === name);
    // A record's mutation is one that this backend had when it was made.
    const method = backend?.writes?.[write.mutation as MutationName] as WriteMethod<unknown> | undefined;
    if (backend === undefined || method?.reconcile === undefined) return null;
    return method.reconcile(write, readAnew(backend, writeScope(null, backend)));
  };
