/** A number of places; whoever finds none free waits for one, first come, first served. */
export class Places {
  private readonly waiting: Array<() => void> = [];

  constructor(private free: number) {}

  /** @returns what `work` does, which has a place until that settles */
  hold<T>(work: () => Promise<T>): Promise<T> {
    if (this.free <= 0) return new Promise<void>(this.wait).then(() => this.carryOut(work));
    this.free -= 1;
    return this.carryOut(work);
  }

  private readonly wait = (resolve: () => void): void => {
    this.waiting.push(resolve);
  };

  // Written out: an async function would cost every call a generator beside its promises.
  private carryOut<T>(work: () => Promise<T>): Promise<T> {
    try {
      return work().then(this.leave, this.leaveFailed);
    } catch (error) {
      this.passOn();
      return Promise.reject(error);
    }
  }

  private readonly leave = <T>(value: T): T => {
    this.passOn();
    return value;
  };

  private readonly leaveFailed = (error: unknown): never => {
    this.passOn();
    throw error;
  };

  private passOn(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.free += 1;
    else next();
  }
}
