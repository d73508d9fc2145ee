import type { GatewayErrorCode } from './codes.js';
import type { UserErrorCode } from './user-error-code.js';

/** The panel's own words on a refusal. `message` never holds what the caller sent as a secret. */
export interface NativeError {
  readonly backend: string;
  readonly method: string;
  readonly code: string | null;
  readonly message: string | null;
}

/** Which call failed: the configured backend and the panel's method. */
export interface CallOrigin {
  readonly backend: string;
  readonly method: string;
}

/**
 * An error that the gateway foresaw. Its message goes to clients as it stands, so it holds no secret, no
 * stack and no body; everything else is masked at the edge (`format-error.ts`).
 */
export abstract class GatewayError extends Error {
  abstract readonly code: GatewayErrorCode;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }

  /** What stands beside `code` in `extensions`. */
  get details(): Readonly<Record<string, unknown>> {
    return {};
  }
}

/** The caller's mistake, found before any call. `field` is the path of the argument, outermost first. */
export class BadUserInputError extends GatewayError {
  readonly code = 'BAD_USER_INPUT';

  constructor(
    message: string,
    readonly field?: readonly string[],
  ) {
    super(message);
  }

  override get details(): Readonly<Record<string, unknown>> {
    return this.field === undefined ? {} : { field: this.field };
  }
}

/** A query that could ask more of the backends than the limit allows; nothing has been asked. */
export class QueryTooCostlyError extends GatewayError {
  readonly code = 'QUERY_TOO_COSTLY';

  /** @param reckoning - `field`: names of fields from the root to the one that costs most */
  constructor(
    message: string,
    private readonly reckoning: {
      readonly cost: number;
      readonly limit: number;
      readonly field: readonly string[];
    },
  ) {
    super(message);
  }

  override get details(): Readonly<Record<string, unknown>> {
    return { ...this.reckoning };
  }
}

export class UnauthenticatedError extends GatewayError {
  readonly code = 'UNAUTHENTICATED';
}

/** Asked too often, or failed too often to say who asks. */
export class RateLimitedError extends GatewayError {
  readonly code = 'RATE_LIMITED';

  constructor(
    message: string,
    /** Milliseconds until asking again can help. */
    readonly retryAfterMs: number,
    /** Name of the backend that the limit is on, if it is on one. */
    private readonly backend?: string,
  ) {
    super(message);
  }

  get retryAfterSeconds(): number {
    return Math.max(1, Math.ceil(this.retryAfterMs / 1_000));
  }

  override get details(): Readonly<Record<string, unknown>> {
    return {
      retryAfterSeconds: this.retryAfterSeconds,
      ...(this.backend === undefined ? {} : { backend: this.backend }),
    };
  }
}

/** The caller may not do this. `field` is the path of the argument that it may not give, where one can be named. */
export class ForbiddenError extends GatewayError {
  readonly code = 'FORBIDDEN';

  constructor(
    message: string,
    readonly field?: readonly string[],
  ) {
    super(message);
  }

  override get details(): Readonly<Record<string, unknown>> {
    return this.field === undefined ? {} : { field: this.field };
  }
}

/** An error of one call to one backend. */
export abstract class BackendError extends GatewayError {
  /** Names the write that the call was part of; absent for reads. */
  idempotencyKey: string | undefined;

  constructor(
    message: string,
    readonly origin: CallOrigin,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  override get details(): Readonly<Record<string, unknown>> {
    return {
      backend: this.origin.backend,
      ...(this.idempotencyKey === undefined ? {} : { idempotencyKey: this.idempotencyKey }),
    };
  }
}

/** No answer: no connection, a broken one, an open breaker, or a status of 5xx without a protocol fault. */
export class BackendUnavailableError extends BackendError {
  readonly code = 'BACKEND_UNAVAILABLE';
}

/** No connection was made, or none was tried: not a byte went out. */
export class NotConnectedError extends BackendUnavailableError {}

/** The deadline of a read ended first. */
export class BackendTimeoutError extends BackendError {
  readonly code = 'BACKEND_TIMEOUT';
}

/** An answer that the protocol does not allow. The message says what and where, and never quotes it. */
export class BackendProtocolError extends BackendError {
  readonly code = 'BACKEND_PROTOCOL_ERROR';
}

/** A well-formed refusal. */
export class BackendFaultError extends BackendError {
  readonly code = 'BACKEND_FAULT';
  /** What a documented or configured rule says that it means; `REJECTED` where none does. */
  readonly meaning: UserErrorCode = 'REJECTED';

  constructor(
    message: string,
    origin: CallOrigin,
    readonly native: NativeError,
    options?: ErrorOptions,
  ) {
    super(message, origin, options);
  }

  override get details(): Readonly<Record<string, unknown>> {
    return { ...super.details, native: this.native };
  }
}

/** The connection ended inside an answer: reported as a broken answer, retried like a broken connection. */
export class BackendTruncatedError extends BackendProtocolError {}

/** A refusal that a configured or documented rule names as "there is no such object". */
export class BackendNotFoundError extends BackendFaultError {
  override readonly meaning = 'NOT_FOUND';
}

/** A refusal that a rule gives another meaning. */
export class BackendRefusalError extends BackendFaultError {
  constructor(
    message: string,
    origin: CallOrigin,
    native: NativeError,
    override readonly meaning: UserErrorCode,
    options?: ErrorOptions,
  ) {
    super(message, origin, native, options);
  }
}

/** The caller went away, so the call was given up; says nothing about the backend. */
export class CallAbandonedError extends BackendError {
  readonly code: GatewayErrorCode = 'BACKEND_UNAVAILABLE';
}

/** The time of the whole request was up before this call was answered; says nothing about the backend either. */
export class OutOfTimeError extends CallAbandonedError {
  override readonly code = 'BACKEND_TIMEOUT';
}

/** Why a request's signal fires when nobody has gone: the time that it may take is over. */
export class RequestTimeIsUp extends Error {
  constructor() {
    super('The time of the request is up.');
    this.name = 'RequestTimeIsUp';
  }
}

/** The server does not have a method that only some releases have: no error for a caller, but no answer either. */
export class MethodMissingError extends BackendError {
  readonly code = 'BACKEND_FAULT';
}

/** A write was sent and no conclusive answer came: it may have happened. Never sent again by us. */
export class OutcomeUnknownError extends BackendError {
  readonly code = 'OUTCOME_UNKNOWN';
}

/** The idempotency key is in use: with another input, or by a run that has not ended. */
export class IdempotencyConflictError extends GatewayError {
  readonly code = 'IDEMPOTENCY_CONFLICT';

  constructor(
    message: string,
    readonly idempotencyKey: string,
    /** Whether the first run is still under way, so that asking again later can help. */
    readonly running: boolean,
  ) {
    super(message);
  }

  override get details(): Readonly<Record<string, unknown>> {
    return { idempotencyKey: this.idempotencyKey, running: this.running };
  }
}
