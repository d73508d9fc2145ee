import { randomBytes } from 'node:crypto';
import { describeError, type Log } from '../log/index.js';
import type { KeyValueStore } from './key-value-store.js';
import { everyKey } from './touched-keys.js';

/** Answers are kept for a day at most. A generation that is forgotten is over: the next one has another mark. */
const MARK_TTL_MS = 2 * 24 * 60 * 60_000;
const MARK_BYTES = 12;
const FIRST_PAUSE_MS = 200;
const MAX_PAUSE_MS = 5_000;

/**
 * The generations of what panels hold. Each has a random mark, no number: a counter that a server lost would count up to
 * the marks of old answers again.
 *
 * Where the store cannot be told that a generation is over, the write goes on. This process then takes no answer of that
 * panel from the store until it has been told; another process that can reach the store takes older ones until their
 * time is up.
 */
export class Generations {
  /** Panels of which the store has not been told of changes, and how many it was not told of. */
  private readonly untold = new Map<string, number>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private closed = false;

  constructor(
    private readonly store: KeyValueStore,
    private readonly log: Log,
  ) {}

  /** Whether all changes of a panel that this process knows of have been told. */
  isTold(panel: string): boolean {
    return !this.untold.has(panel);
  }

  /**
   * The marks that stand for the generations of a moment.
   *
   * @param marks - what the store has under `keys`
   * @throws what the store throws
   */
  async marksOf(keys: readonly string[], marks: ReadonlyArray<string | undefined>): Promise<string> {
    const whole = await Promise.all(
      keys.map((key, index) => marks[index] ?? this.store.add(key, newMark(), MARK_TTL_MS)),
    );
    return whole.join(' ');
  }

  /** Ends generations. Never throws; when it has failed, {@link isTold} says so before it returns. */
  async end(panel: string, keys: readonly string[]): Promise<void> {
    try {
      await this.tell(keys);
    } catch (error) {
      const missed = this.untold.get(panel) ?? 0;
      this.untold.set(panel, missed + 1);
      if (missed > 0) return;
      this.log.warn(
        { panel, error: describeError(error) },
        'the cache could not be told of a write, and is not asked about its panel until it has been',
      );
      this.tryAgain(panel, FIRST_PAUSE_MS);
    }
  }

  close(): void {
    this.closed = true;
    for (const timer of this.timers) clearTimeout(timer);
  }

  private async tell(keys: readonly string[]): Promise<void> {
    await Promise.all(keys.map((key) => this.store.set(key, newMark(), MARK_TTL_MS)));
  }

  private tryAgain(panel: string, pauseMs: number): void {
    if (this.closed) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.catchUp(panel).catch(() => this.tryAgain(panel, Math.min(2 * pauseMs, MAX_PAUSE_MS)));
    }, pauseMs);
    timer.unref();
    this.timers.add(timer);
  }

  private async catchUp(panel: string): Promise<void> {
    const missed = this.untold.get(panel);
    await this.tell(everyKey(panel));
    // A change that could not be told while this was under way is not among what was told.
    if (this.untold.get(panel) === missed) this.untold.delete(panel);
    else this.tryAgain(panel, FIRST_PAUSE_MS);
  }
}

const newMark = (): string => randomBytes(MARK_BYTES).toString('base64url');
