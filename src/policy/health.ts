const REMEMBERED_CALLS = 20;
const REMEMBERED_MS = 60_000;

/** How the last calls to a backend went, as far as the transport is concerned. */
export class Health {
  private readonly last: { readonly at: number; readonly failed: boolean }[] = [];

  record(failed: boolean): void {
    this.last.push({ at: Date.now(), failed });
    if (this.last.length > REMEMBERED_CALLS) this.last.shift();
  }

  /** Whether one of the last 20 calls got no answer, within the last minute. */
  get hasFailures(): boolean {
    const since = Date.now() - REMEMBERED_MS;
    return this.last.some(({ at, failed }) => failed && at >= since);
  }
}
