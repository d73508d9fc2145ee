const REMEMBERED_CALLS = 20;
const REMEMBERED_MS = 60_000;

/** How the last calls to a backend went, as far as the transport is concerned. */
export class Health {
  /** When it last answered, refusals and nonsense included; on the clock of `performance.now()`. */
  lastAnswerAt = Number.NEGATIVE_INFINITY;
  private calls = 0;
  private lastFailure = { call: Number.NEGATIVE_INFINITY, at: 0 };

  noteAnswer(): void {
    this.calls += 1;
    this.lastAnswerAt = performance.now();
  }

  noteFailure(): void {
    this.calls += 1;
    this.lastFailure = { call: this.calls, at: Date.now() };
  }

  /** Whether one of the last 20 calls got no answer, within the last minute. */
  get hasFailures(): boolean {
    const { call, at } = this.lastFailure;
    return this.calls - call < REMEMBERED_CALLS && Date.now() - at <= REMEMBERED_MS;
  }
}
