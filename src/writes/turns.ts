/**
 * Lets work on one thing run one after the other, in this process: what is read before a write is then still true when
 * the write goes out, as far as this process is concerned.
 */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  /** @param thing - what the work is on; work on others does not wait */
  async take<T>(thing: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.last.get(thing) ?? Promise.resolve()).then(work);
    const settled = mine.then(ignore, ignore);
    this.last.set(thing, settled);
    try {
      return await mine;
    } finally {
      if (this.last.get(thing) === settled) this.last.delete(thing);
    }
  }
}

const ignore = (): void => undefined;
