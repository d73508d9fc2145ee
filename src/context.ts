import { type Access, OPEN_ACCESS, ScopedAccess } from './access/index.js';
import { ForbiddenError } from './errors/index.js';
import { OpenPanels, type OpenPanelsOptions } from './loaders/open-panels.js';
import type { Backend, NodeRecords, NodeType, Panel, Principal, WriteMethod } from './model/index.js';
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

export interface ContextOptions extends OpenPanelsOptions {
  readonly requestId: string;
  readonly sandbox: boolean;
  /** All configured backends. */
  readonly backends: readonly Backend[];
  readonly ledger: Ledger;
  /** Stops the clock of the request until what it returns is called; absent: it has none. */
  readonly pauseClock?: (() => () => void) | undefined;
}

/** A request's context. */
export const createContext = (options: ContextOptions): GatewayContext => new CallerContext(options);

class CallerContext implements GatewayContext {
  readonly principal: Principal;
  readonly requestId: string;
  readonly sandbox: boolean;
  readonly backends: readonly Backend[];
  readonly access: Access;
  private readonly panels: OpenPanels;

  constructor(private readonly options: ContextOptions) {
    const { principal, backends } = options;
    const { backends: names, scope } = principal;
    this.principal = principal;
    this.requestId = options.requestId;
    this.sandbox = options.sandbox;
    this.backends = names === null ? backends : backends.filter(({ name }) => names.has(name));
    this.panels = new OpenPanels(this.backends, options);
    this.access = scope === null ? OPEN_ACCESS : new ScopedAccess(scope, this.panels);
  }

  backend(name: string): Backend | undefined {
    return this.panels.backend(name);
  }

  panel(backendName: string): Panel {
    return this.panels.panel(backendName);
  }

  call(backendName: string): Call {
    return this.panels.call(backendName);
  }

  detail<T extends NodeType>(type: T, record: NodeRecords[T]): Promise<Partial<NodeRecords[T]> | null> {
    return this.panels.detail(type, record);
  }

  async write<I>(request: ContextWrite<I>): Promise<Outcome> {
    const { mutation, key, input, method, portInput } = request;
    const { principal, requestId, options } = this;
    const { name, kind } = request.backend;
    const scope = { ...writeScope(principal, request.backend), observe: options.observe };
    const forbidden = await refusalOf(request);
    // What a caller did before is told again, though its target be gone by now and lead to no owner.
    if (forbidden !== null && (key === null || (await this.outcome(key)) === null)) throw forbidden;
    const resumeClock = options.pauseClock?.();
    try {
      return await options.ledger.run(
        { principalId: principal.id, key, mutation, backend: name, kind, input, requestId },
        createReconcile(options.backends),
        (run) => {
          if (forbidden !== null) throw forbidden;
          return runMethod(method, portInput, request.backend, scope, run);
        },
      );
    } finally {
      resumeClock?.();
      this.panels.forget(name);
      this.access.forget(name);
    }
  }

  outcome(idempotencyKey: string): Promise<Outcome | null> {
    const { principal, options } = this;
    return options.ledger.outcome(
      { principalId: principal.id, key: idempotencyKey },
      createReconcile(options.backends),
    );
  }
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
