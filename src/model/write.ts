import type { NativeError } from '../errors/index.js';
import type { Call } from '../operation/operation.js';

export const USER_ERROR_CODES = [
  'TAKEN',
  'INVALID',
  'WEAK_PASSWORD',
  'NOT_FOUND',
  'FORBIDDEN',
  'QUOTA_EXCEEDED',
  'INSUFFICIENT_FUNDS',
  'IN_USE',
  'HAS_CHILDREN',
  'WRONG_STATE',
  'CONFLICT',
  'UNSUPPORTED',
  'REJECTED',
] as const;
export type UserErrorCode = (typeof USER_ERROR_CODES)[number];

/** A refusal that the caller can act on. Its texts never hold a secret of the input. */
export interface UserError {
  readonly code: UserErrorCode;
  readonly message: string;
  /** Path into the input, where one can be named. */
  readonly field: readonly string[] | null;
  readonly native: NativeError | null;
}

export type WriteState = 'PENDING' | 'APPLIED' | 'PARTIAL' | 'REJECTED' | 'UNKNOWN';

export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact };
/**
 * What a write led to, in so few words that it can be kept: ids of objects and small plain facts, never a secret and
 * never an answer. A payload is made from them alone, so that a replay answers like the first run.
 */
export type Facts = Readonly<Record<string, Fact>>;

/** What came of a write that was concluded. What was not throws an `OutcomeUnknownError`. */
export type WriteResult =
  | { readonly state: 'APPLIED'; readonly facts: Facts }
  /** Part of it happened; `facts` say which. */
  | { readonly state: 'PARTIAL'; readonly facts: Facts; readonly userErrors: readonly UserError[] }
  /** Nothing happened. */
  | { readonly state: 'REJECTED'; readonly userErrors: readonly UserError[] };

/** What a backend's writes work with, for one mutation. */
export interface WriteSession {
  /** Reads, fresh: nothing that was read before the mutation is taken for true. */
  readonly read: Call;
  /**
   * Sends one write, once, over a connection that is new. What the record says is durable before the first byte.
   *
   * @throws {@link BackendFaultError} on a refusal, {@link BackendUnavailableError} when no byte was sent,
   *   {@link OutcomeUnknownError} when bytes were and no conclusive answer came
   */
  readonly send: Call;
  /** Keeps what reading back will need to settle an unknown outcome; before the first `send`. */
  remember(snapshot: Facts): Promise<void>;
  /** Names this write to the panel where the panel takes such a name: unique, printable, no secret. */
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

/** A record of a write, as far as reading back needs it. */
export interface UnsettledWrite {
  readonly mutation: string;
  readonly snapshot: Facts | null;
  readonly startedAt: number;
}
