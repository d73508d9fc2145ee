import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { CallSignal } from '../model/index.js';
import type { KeyValueStore } from './key-value-store.js';
import { type Found, type Question, readKept } from './read-cache.js';

/** Longer than most calls take, and short enough for the others when a process dies while it asks. */
const TURN_MS = 5_000;
/** Whoever waits longer asks the panel, too: a turn saves calls and must not cost answers. */
const MAX_WAIT_MS = 500;
const FIRST_PAUSE_MS = 10;
const MAX_PAUSE_MS = 80;

/** One process asks a panel, and the others that want to know the same wait a moment for its answer. */
export interface Turn {
  readonly isMine: boolean;
  /** Gives it back, after the answer has been kept or has failed. */
  end(): void;
}

export class TurnsToAsk {
  constructor(private readonly store: KeyValueStore) {}

  /** Never throws: where the store cannot tell, everyone asks. */
  async take({ key }: Question, marks: string): Promise<Turn> {
    const name = nameOf(key, marks);
    const token = randomUUID();
    const holder = await this.store.add(name, token, TURN_MS).catch(() => token);
    return {
      isMine: holder === token,
      end: () => {
        this.store.remove(name, token).catch(() => undefined);
      },
    };
  }

  /** Waits for the answer of whoever has the turn, until it is there, or will not come, or has taken too long. */
  async waitForAnswer({ key }: Question, marks: string, signal: CallSignal): Promise<Found> {
    const until = performance.now() + MAX_WAIT_MS;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, MAX_PAUSE_MS)) {
      if (signal.aborted || performance.now() + pauseMs > until) return { marks };
      await pause(pauseMs);
      // Both at once: an answer is kept before its turn ends.
      const [text, turn] = await this.store.get([key, nameOf(key, marks)]).catch(() => []);
      const found = readKept(marks, text);
      if (found.kept !== undefined || turn === undefined) return found;
    }
  }
}

/** Of other generations there is another turn: an answer that a write has overtaken is worth no wait. */
const nameOf = (key: string, marks: string): string =>
  `turn:${createHash('sha256').update(`${key}\n${marks}`).digest('base64url')}`;
