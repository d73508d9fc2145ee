import type { AnyOperation, Call } from '../operation/operation.js';
import type { ObserveCall } from './call-report.js';
import type { CallSignal } from './call-signal.js';
import type { NodeType } from './global-id.js';
import type { Panel } from './panel.js';
import type { PanelCredentials } from './principal.js';
import type { PanelWrites } from './write-inputs.js';
import type { WriteJudge } from './write-judge.js';
import type { WritesTogether } from './writes-together.js';

export type BackendKind = 'POA' | 'MSPC' | 'HSPHERE' | 'ENOM';
/** `DEGRADED`: the last calls failed in part, or the breaker is trying again. */
export type BackendStatus = 'UP' | 'DEGRADED' | 'DOWN';
export type Capability =
  | 'LIST_ACCOUNTS'
  | 'READ_PACKAGES'
  | 'READ_PLANS'
  | 'BATCH_READS'
  | 'BATCH_WRITES'
  | 'TRANSACTIONS';

/** One call to be made: a documented method and its parameters, as that operation's shape says. */
export interface PanelCall {
  readonly operation: AnyOperation;
  readonly params: Readonly<Record<string, unknown>>;
}

/** On whose behalf, and for how long, calls are made. */
export interface CallScope {
  /** What the panel is told about the caller; `null`: the configured login. */
  readonly credentials: PanelCredentials | null;
  /** Ends when the request does, or when its time is up: its reason is then a {@link RequestTimeIsUp}. */
  readonly signal: CallSignal;
  /** Id of the principal on whose behalf it is, for what is counted; absent: the gateway's own. */
  readonly caller?: string | undefined;
  /** Absent: nobody wants to know, and nothing is measured. */
  readonly observe?: ObserveCall | undefined;
  /** The panel itself has to be asked: an answer from a cache is of no use. */
  readonly fresh?: true | undefined;
  /** Which wave of its request the calls are; counted only for whoever observes. */
  readonly wave?: number | undefined;
}

/** One configured instance of a panel. Lives as long as the process and holds no caller's data. */
export interface Backend {
  readonly name: string;
  readonly kind: BackendKind;
  /** From the breaker and the last calls; makes no call. Changes with time, as `capabilities` does. */
  readonly status: BackendStatus;
  readonly capabilities: readonly Capability[];
  /** The methods that it can be asked by: those of its kind, and what its configuration adds. */
  readonly operations: readonly AnyOperation[];
  /** Methods that the vendor names and nowhere describes; absent: there are none. */
  readonly namedOnly?: readonly string[];
  /**
   * Carries out the calls of one wave, in as few round trips as the panel allows.
   *
   * @returns one result a call, in their order; a call that failed is its error, and leaves the others whole
   */
  callAll(calls: readonly PanelCall[], scope: CallScope): Promise<ReadonlyArray<unknown>>;
  /** The port for one request; `call` shares and batches what it is asked. */
  panel(call: Call): Panel;
  /** How it carries out mutations; holds no caller's data. Absent while it only reads. */
  readonly writes?: PanelWrites;
  /**
   * Sends one write, once, over a connection that is new.
   *
   * @throws {@link NotConnectedError} when no byte went out, {@link BackendFaultError} on a refusal,
   *   {@link OutcomeUnknownError} in every other case
   */
  send?(call: PanelCall, scope: CallScope): Promise<unknown>;
  /** What the ends of its writes prove. Absent: what their operations say. */
  readonly judge?: WriteJudge;
  /** How it makes several writes one; absent where it cannot. */
  readonly together?: WritesTogether;
  /**
   * Asks the panel something harmless that takes the login.
   *
   * @throws every BackendError
   */
  ping?(scope: CallScope): Promise<void>;
  /**
   * The one spelling of a native id that answers use.
   *
   * @returns `null` where this backend has no such type
   * @throws {@link BadUserInputError} on an id that cannot be one of this panel's
   */
  canonicalId(type: NodeType, nativeId: string, field: readonly string[]): string | null;
  /** Closes its connections; calls under way end with an error. */
  close(): Promise<void>;
}
