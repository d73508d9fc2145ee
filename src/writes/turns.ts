/** Twice the longest default deadline of a write. */
const PATIENCE_MS = 30 * 60_000;

/**
 * Lets work on one thing run one after the other, in this process: what is read before a write is then still true when
 * the write goes out, as far as this process is concerned.
 */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  /** @param patienceMs - longer than work can take: what has not ended by then has died, and is waited for no more */
  constructor(private readonly patienceMs = PATIENCE_MS) {}

  /** @param thing - what the work is on; work on others does not wait */
  async take<T>(thing: string, work: () => Promise<T>): Promise<T> {
    const mine = this.settled(this.last.get(thing)).then(work);
    const settled = mine.then(ignore, ignore);
    this.last.set(thing, settled);
    try {
      return await mine;
    } finally {
      if (this.last.get(thing) === settled) this.last.delete(thing);
    }
  }

  private async settled(earlier: Promise<unknown> | undefined): Promise<void> {
    if (earlier === undefined) return;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.patienceMs);
    });
    await Promise.race([earlier, patience]);
    clearTimeout(timer);
  }
}

const ignore = (): void => undefined;
