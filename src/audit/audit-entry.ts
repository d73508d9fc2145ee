import type { WriteEvent } from '../writes/write-event.js';

/** One line of the audit: who changed what, where, and what came of it. Never an input, never a secret. */
export interface AuditEntry {
  readonly audit: WriteEvent['event'];
  readonly time: string;
  readonly principal: string;
  readonly mutation: string;
  readonly backend: string;
  readonly kind: string;
  readonly state: string;
  /** The caller's idempotency key, or the one that was made where there was none. */
  readonly key: string;
  /** Joins the lines of one write. */
  readonly run: string;
  /** Joins them with the log; `null` where no request asked. */
  readonly requestId: string | null;
  /** When it was asked for. */
  readonly startedAt: string;
  /** Ids of what it made or changed, the panel's own among them. */
  readonly facts?: object;
  /** Why it did not happen, or not all of it: codes, and the panel's own code where it gave one. */
  readonly refusals?: ReadonlyArray<{ readonly code: string; readonly native: string | null }>;
  readonly error?: string;
}

export function toAuditEntry({ event, record, requestId, error }: WriteEvent, time: number): AuditEntry {
  const { principalId, mutation, backend, kind, state, key, run, startedAt, facts, userErrors } = record;
  return {
    audit: event,
    time: new Date(time).toISOString(),
    principal: principalId,
    mutation,
    backend,
    kind,
    state,
    key,
    run,
    requestId,
    startedAt: new Date(startedAt).toISOString(),
    ...(facts === null ? {} : { facts }),
    ...(userErrors.length === 0
      ? {}
      : { refusals: userErrors.map(({ code, native }) => ({ code, native: native?.code ?? null })) }),
    ...(error === null ? {} : { error }),
  };
}
