import { BadUserInputError } from '../errors/index.js';
import type {
  Backend,
  CallSignal,
  NodeRecords,
  NodeType,
  ObserveCall,
  Panel,
  Principal,
} from '../model/index.js';
import type { Call } from '../operation/operation.js';
import { createCall } from './call-loader.js';

export interface OpenPanelsOptions {
  readonly principal: Principal;
  /** Fires when the caller has gone. */
  readonly signal: CallSignal;
  /** Told of each exchange with a panel; absent: nobody wants to know. */
  readonly observe?: ObserveCall | undefined;
}

/** The panels that one request has asked, each opened when it first asks it, and what they have told it. */
export class OpenPanels {
  private panels: Map<string, Panel> | undefined;
  private calls: Map<string, Call> | undefined;
  private details: WeakMap<object, Promise<unknown>> | undefined;

  constructor(
    /** Those that the caller may use. */
    private readonly backends: readonly Backend[],
    private readonly options: OpenPanelsOptions,
  ) {}

  backend(name: string): Backend | undefined {
    return this.backends.find((candidate) => candidate.name === name);
  }

  panel(name: string): Panel {
    this.panels ??= new Map();
    let opened = this.panels.get(name);
    if (opened === undefined) {
      opened = this.open(name).panel(this.call(name));
      this.panels.set(name, opened);
    }
    return opened;
  }

  /** One that shares nothing with the others, and whose reads are no reads of the caller's. */
  freshPanel(name: string): Panel {
    return this.open(name).panel(this.openCall(name, true));
  }

  call(name: string): Call {
    this.calls ??= new Map();
    let opened = this.calls.get(name);
    if (opened === undefined) {
      opened = this.openCall(name);
      this.calls.set(name, opened);
    }
    return opened;
  }

  detail<T extends NodeType>(type: T, record: NodeRecords[T]): Promise<Partial<NodeRecords[T]> | null> {
    this.details ??= new WeakMap();
    let asked = this.details.get(record);
    if (asked === undefined) {
      asked = this.panel(record.backend).detail[type]?.(record) ?? Promise.resolve(null);
      this.details.set(record, asked);
    }
    // Kept by record, and a record has one type.
    return asked as Promise<Partial<NodeRecords[T]> | null>;
  }

  /** What a panel has told may have changed: it is asked anew. */
  forget(name: string): void {
    this.panels?.delete(name);
    this.calls?.delete(name);
    this.details = undefined;
  }

  private open(name: string): Backend {
    const found = this.backend(name);
    if (found === undefined) throw new BadUserInputError('There is no such backend.');
    return found;
  }

  private openCall(name: string, fresh?: true): Call {
    const { principal, signal, observe } = this.options;
    return createCall(this.open(name), {
      credentials: principal.credentials[name] ?? null,
      signal,
      caller: principal.id,
      observe,
      fresh,
    });
  }
}
