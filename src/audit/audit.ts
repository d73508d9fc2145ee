import { describeError, type Log, openStandardError } from '../log/index.js';
import type { WatchWrites } from '../writes/write-event.js';
import { toAuditEntry } from './audit-entry.js';
import type { WriteLine } from './audit-file.js';

export interface AuditOptions {
  /** Absent: to standard error. */
  readonly writeLine?: WriteLine | undefined;
  /** Where lines go that could not be written to their place. */
  readonly writeToStandardError?: WriteLine;
  /** Gets the same entries. */
  readonly stream?: ((line: string) => Promise<void>) | undefined;
  readonly log: Log;
  /** An entry could not be written where it belongs. */
  readonly onFailure?: () => void;
  readonly now?: () => number;
}

export interface Audit {
  readonly watch: WatchWrites;
  /** Waits for entries on their way to the stream. */
  close(): Promise<void>;
}

/**
 * Writes down every write: one JSON line when it begins, one when it ends, one for whatever becomes known of it later. An
 * entry that cannot be written where it belongs is told to the log and goes to standard error: the write that it is of
 * may have been sent, and refusing the next one would not undo it.
 */
export function createAudit({
  writeToStandardError = openStandardError(),
  writeLine = writeToStandardError,
  stream,
  log,
  onFailure = () => undefined,
  now = Date.now,
}: AuditOptions): Audit {
  const underway = new Set<Promise<void>>();

  function fail(error: unknown, where: string, line: string): void {
    onFailure();
    log.error({ error: describeError(error), where }, 'an entry of the audit could not be written');
    try {
      writeToStandardError(line);
    } catch {
      // Standard error is closed, and so is the log: there is nobody left to tell.
    }
  }

  function addToStream(line: string): void {
    if (stream === undefined) return;
    const adding = stream(line)
      .catch((error: unknown) => fail(error, 'audit.redisStream', line))
      .finally(() => underway.delete(adding));
    underway.add(adding);
  }

  return {
    watch(event) {
      const line = JSON.stringify(toAuditEntry(event, now()));
      try {
        writeLine(line);
      } catch (error) {
        fail(error, 'audit.file', line);
      }
      addToStream(line);
    },
    async close() {
      await Promise.all(underway);
    },
  };
}
