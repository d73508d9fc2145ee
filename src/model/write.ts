import type { NativeError, UserErrorCode } from '../errors/index.js';
import type { Call } from '../operation/operation.js';

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
 * What a write led to, in so few words that it can be kept, and never a secret: a payload is made from them alone, so
 * that a replay answers as the first run did.
 */
export interface Facts {
  /** Global ids of the objects that the payload answers, by its fields; a task is one too. The first is the main one. */
  readonly nodes?: Readonly<Record<string, string>>;
  /** The same for fields that answer lists of objects. */
  readonly nodeLists?: Readonly<Record<string, readonly string[]>>;
  /** The payload's plain fields. */
  readonly values?: Readonly<Record<string, Fact>>;
}

/** What reading back needs to know of a write: names, numbers, what was there before. Never a secret. */
export type Snapshot = Readonly<Record<string, Fact>>;

/**
 * What came of a write that was concluded. What was not throws an `OutcomeUnknownError`.
 *
 * `changes` name what reading shows to have changed; see {@link OtherWrites}.
 */
export type WriteResult =
  | { readonly state: 'APPLIED'; readonly facts: Facts; readonly changes?: readonly string[] }
  /** Part of it happened; `facts` say which. */
  | {
      readonly state: 'PARTIAL';
      readonly facts: Facts;
      readonly userErrors: readonly UserError[];
      readonly changes?: readonly string[];
    }
  /** Nothing happened; `facts`, if any, say more of why. */
  | { readonly state: 'REJECTED'; readonly userErrors: readonly UserError[]; readonly facts?: Facts };

/**
 * What the records know of a backend's other writes, so that reading back puts no change down to two of them. Changes
 * have names of the backend's choosing: in `changes` of a result, and in `change` of a snapshot that may lead to one.
 */
export interface OtherWrites {
  /** The write that is known to have made the change last, this one or another; `null`: none is. */
  author(change: string): Promise<string | null>;
  /**
   * Whether another write that may have made the change is under way or unknown. To be asked after the panel was read
   * and before `author`: a write has an author's name before it is settled.
   */
  contested(change: string): Promise<boolean>;
}

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
  remember(snapshot: Snapshot): Promise<void>;
  readonly others: OtherWrites;
  /** Names this write to the panel where the panel takes such a name: unique, printable, no secret. */
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

/** A record of a write, as far as reading back needs it. */
export interface UnsettledWrite {
  readonly mutation: string;
  readonly snapshot: Snapshot | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** As the session had it. */
  readonly requestId: string;
}

/** One mutation as one backend carries it out. Ids in `I` are native ids. */
export interface WriteMethod<I> {
  /** What the panel's documents rule out, before anything is recorded or sent. */
  readonly check?: (input: I) => readonly UserError[];
  readonly run: (input: I, session: WriteSession) => Promise<WriteResult>;
  /**
   * Reads back what came of a write whose outcome is unknown. Absent where no call of the panel tells.
   *
   * @returns `null` when it cannot be told now. A REJECTED counts only once the panel must have given up what was sent:
   *   what is not there yet may still come
   */
  readonly reconcile?: (
    write: UnsettledWrite,
    read: Call,
    others: OtherWrites,
  ) => Promise<WriteResult | null>;
}
