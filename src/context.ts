import { setMaxListeners } from 'node:events';
import { BadUserInputError } from './errors/index.js';
import { createCall } from './loaders/call-loader.js';
import type { Backend, NodeRecords, NodeType, Panel, Principal, WriteMethod } from './model/index.js';
import type { Ledger, Outcome } from './writes/ledger.js';
import { createReconcile, runMethod, writeScope } from './writes/session.js';

/** What every resolver gets: who asks, and the panels as that caller may use them, for one request. */
export interface GatewayContext {
  readonly principal: Principal;
  readonly requestId: string;
  /** Whether the panels behind the gateway are the sandbox's. */
  readonly sandbox: boolean;
  /** The backends that the caller may use, in the order of the configuration. */
  readonly backends: readonly Backend[];
  /** A backend that the caller may use; `undefined` for any other name. */
  backend(name: string): Backend | undefined;
  /** The port of a backend that a record came from. */
  panel(backendName: string): Panel;
  /**
   * What a fuller answer tells about a record; the panel is asked at most once a record.
   *
   * @returns `null` when the panel has no fuller answer, or no such object any more
   */
  detail<T extends NodeType>(type: T, record: NodeRecords[T]): Promise<Partial<NodeRecords[T]> | null>;
  /** Carries a write out under its record; what is read afterwards is read anew. */
  write<I>(request: ContextWrite<I>): Promise<Outcome>;
  /** What became of a write of this caller; `null` when its key names none. */
  outcome(idempotencyKey: string): Promise<Outcome | null>;
}

/** One mutation, checked, for one backend. */
export interface ContextWrite<I> {
  readonly mutation: string;
  readonly backend: Backend;
  /** The caller's idempotency key. */
  readonly key: string | null;
  /** As the caller sent it, for the digest. */
  readonly input: unknown;
  readonly method: WriteMethod<I>;
  readonly portInput: I;
}

export interface ContextOptions {
  readonly principal: Principal;
  readonly requestId: string;
  readonly sandbox: boolean;
  /** All configured backends. */
  readonly backends: readonly Backend[];
  /** Fires when the caller has gone. */
  readonly signal: AbortSignal;
  readonly ledger: Ledger;
}

export function createContext({
  principal,
  requestId,
  sandbox,
  backends,
  signal,
  ledger,
}: ContextOptions): GatewayContext {
  // Every call under way listens to it, and they are as many as the concurrency allows.
  setMaxListeners(0, signal);
  const allowed = backends.filter(({ name }) => principal.backends?.has(name) ?? true);
  const panels = new Map<string, Panel>();
  let details = new WeakMap<object, Promise<unknown>>();

  const backend = (name: string) => allowed.find((candidate) => candidate.name === name);

  function panel(name: string): Panel {
    const open = panels.get(name);
    if (open !== undefined) return open;
    const found = backend(name);
    if (found === undefined) throw new BadUserInputError('There is no such backend.');
    const opened = found.panel(
      createCall(found, { credentials: principal.credentials[name] ?? null, signal }),
    );
    panels.set(name, opened);
    return opened;
  }

  function detail<T extends NodeType>(
    type: T,
    record: NodeRecords[T],
  ): Promise<Partial<NodeRecords[T]> | null> {
    let asked = details.get(record);
    if (asked === undefined) {
      asked = panel(record.backend).detail[type]?.(record) ?? Promise.resolve(null);
      details.set(record, asked);
    }
    // Kept by record, and a record has one type.
    return asked as Promise<Partial<NodeRecords[T]> | null>;
  }

  function forget(name: string): void {
    panels.delete(name);
    details = new WeakMap();
  }

  async function write<I>(request: ContextWrite<I>): Promise<Outcome> {
    const { mutation, key, input, method, portInput } = request;
    const { name, kind } = request.backend;
    const scope = writeScope(principal, request.backend);
    try {
      return await ledger.run(
        { principalId: principal.id, key, mutation, backend: name, kind, input },
        createReconcile(backends),
        (run) => runMethod(method, portInput, request.backend, scope, run),
      );
    } finally {
      forget(name);
    }
  }

  const outcome = (key: string) =>
    ledger.outcome({ principalId: principal.id, key }, createReconcile(backends));

  return { principal, requestId, sandbox, backends: allowed, backend, panel, detail, write, outcome };
}
