/** A number of places; whoever finds none free waits for one, first come, first served. */
export class Places {
  private readonly waiting: Array<() => void> = [];

  constructor(private free: number) {}

  /** @returns what `work` does, which has a place until that settles */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.free += 1;
      else next();
    }
  }
}
