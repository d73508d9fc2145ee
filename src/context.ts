import { type Access, OPEN_ACCESS, ScopedAccess } from './access/index.js';
import { BadUserInputError, ForbiddenError } from './errors/index.js';
import { createCall } from './loaders/call-loader.js';
import type {
  Backend,
  CallSignal,
  NodeRecords,
  NodeType,
  ObserveCall,
  Panel,
  Principal,
  WriteMethod,
} from './model/index.js';
import type { Call } from './operation/operation.js';
import type { Ledger, Outcome } from './writes/ledger.js';
import { createReconcile, runMethod, writeScope } from './writes/session.js';

/** What every resolver gets: who asks, and the panels as that caller may use them, for one request. */
export interface GatewayContext {
  readonly principal: Principal;
  readonly requestId: string;
  /** What of the panels' data is the caller's. */
  readonly access: Access;
  /** Whether the panels behind the gateway are the sandbox's. */
  readonly sandbox: boolean;
  /** The backends that the caller may use, in the order of the configuration. */
  readonly backends: readonly Backend[];
  /** A backend that the caller may use; `undefined` for any other name. */
  backend(name: string): Backend | undefined;
  /** The port of a backend that a record came from. */
  panel(backendName: string): Panel;
  /** Reads a backend by its own methods; shares the port's calls. */
  call(backendName: string): Call;
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
  /** Throws a {@link ForbiddenError} unless the caller may make the change; nothing is recorded then. */
  readonly authorize?: () => Promise<void>;
}

export interface ContextOptions {
  readonly principal: Principal;
  readonly requestId: string;
  readonly sandbox: boolean;
  /** All configured backends. */
  readonly backends: readonly Backend[];
  /** Fires when the caller has gone. */
  readonly signal: CallSignal;
  readonly ledger: Ledger;
  /** Told of each exchange with a panel; absent: nobody wants to know. */
  readonly observe?: ObserveCall | undefined;
  /** Stops the clock of the request until what it returns is called; absent: it has none. */
  readonly pauseClock?: (() => () => void) | undefined;
}

export function createContext({
  principal,
  requestId,
  sandbox,
  backends,
  signal,
  ledger,
  observe,
  pauseClock,
}: ContextOptions): GatewayContext {
  const { backends: names } = principal;
  const allowed = names === null ? backends : backends.filter(({ name }) => names.has(name));
  const panels = new Map<string, Panel>();
  const calls = new Map<string, Call>();
  let details = new WeakMap<object, Promise<unknown>>();

  const backend = (name: string) => allowed.find((candidate) => candidate.name === name);

  function openBackend(name: string): Backend {
    const found = backend(name);
    if (found === undefined) throw new BadUserInputError('There is no such backend.');
    return found;
  }

  const openCall = (name: string, fresh?: true): Call =>
    createCall(openBackend(name), {
      credentials: principal.credentials[name] ?? null,
      signal,
      caller: principal.id,
      observe,
      fresh,
    });

  const freshPanel = (name: string): Panel => openBackend(name).panel(openCall(name, true));

  function call(name: string): Call {
    let opened = calls.get(name);
    if (opened === undefined) {
      opened = openCall(name);
      calls.set(name, opened);
    }
    return opened;
  }

  function panel(name: string): Panel {
    let opened = panels.get(name);
    if (opened === undefined) {
      opened = openBackend(name).panel(call(name));
      panels.set(name, opened);
    }
    return opened;
  }

  const access: Access =
    principal.scope === null
      ? OPEN_ACCESS
      : new ScopedAccess({ scope: principal.scope, backend, panel, freshPanel });

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
    calls.delete(name);
    details = new WeakMap();
    access.forget(name);
  }

  async function write<I>(request: ContextWrite<I>): Promise<Outcome> {
    const { mutation, key, input, method, portInput } = request;
    const { name, kind } = request.backend;
    const scope = { ...writeScope(principal, request.backend), observe };
    const forbidden = await refusalOf(request);
    // What a caller did before is told again, though its target be gone by now and lead to no owner.
    if (forbidden !== null && (key === null || (await outcome(key)) === null)) throw forbidden;
    const resumeClock = pauseClock?.();
    try {
      return await ledger.run(
        { principalId: principal.id, key, mutation, backend: name, kind, input, requestId },
        createReconcile(backends),
        (run) => {
          if (forbidden !== null) throw forbidden;
          return runMethod(method, portInput, request.backend, scope, run);
        },
      );
    } finally {
      resumeClock?.();
      forget(name);
    }
  }

  const outcome = (key: string) =>
    ledger.outcome({ principalId: principal.id, key }, createReconcile(backends));

  return {
    principal,
    requestId,
    access,
    sandbox,
    backends: allowed,
    backend,
    panel,
    call,
    detail,
    write,
    outcome,
  };
}

async function refusalOf({
  authorize,
}: Pick<ContextWrite<never>, 'authorize'>): Promise<ForbiddenError | null> {
  try {
    await authorize?.();
    return null;
  } catch (error) {
    if (error instanceof ForbiddenError) return error;
    throw error;
  }
}
