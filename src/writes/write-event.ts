import type { WriteRecord } from './write-record.js';

/** What happens to a write, as whoever keeps an audit is told. Holds no input and no secret, as its record does not. */
export interface WriteEvent {
  /**
   * - `begun`: its record is kept; nothing has been sent yet;
   * - `ended`: its run is over, the outcome known or not;
   * - `replayed`: its key was used again, and nothing was sent;
   * - `settled`: reading back has told what became of it;
   * - `concluded`: an operator has said so.
   */
  readonly event: 'begun' | 'ended' | 'replayed' | 'settled' | 'concluded';
  readonly record: WriteRecord;
  /** Of the request that asked for it; `null` where none did. */
  readonly requestId: string | null;
  /** The code of the error that ended it, if one did. */
  readonly error: string | null;
}

/** Must not throw. */
export type WatchWrites = (event: WriteEvent) => void;
