/** Lets one thing at a time be done to a domain, by this process; what concerns different domains goes on side by side. */
export class DomainQueue {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Runs `work` after all that was queued for the domain before, whatever came of that. */
  run<T>(domainName: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.last.get(domainName) ?? Promise.resolve()).then(work);
    const ended = turn.then(
      () => undefined,
      () => undefined,
    );
    this.last.set(domainName, ended);
    void ended.then(() => {
      if (this.last.get(domainName) === ended) this.last.delete(domainName);
    });
    return turn;
  }
}
