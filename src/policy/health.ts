const REMEMBERED_CALLS = 20;

/** How the last calls to a backend went, as far as the transport is concerned. */
export class Health {
  private readonly failed: boolean[] = [];

  record(failed: boolean): void {
    this.failed.push(failed);
    if (this.failed.length > REMEMBERED_CALLS) this.failed.shift();
  }

  /** Whether one of the last 20 calls got no answer. */
  get hasFailures(): boolean {
    return this.failed.includes(true);
  }
}
