/** How many numbers of what was made are remembered. */
const MAX_KNOWN = 10_000;

/**
 * What this process knows of the things that it has made, per place where they are made. When the answer of one is lost,
 * a thing that is new in that place is that one only if nothing else can have made it: no other run there is open, and
 * no run that ended well has answered its number.
 */
export class Newcomers {
  /** Runs that have not ended well or badly, by their place. */
  private readonly open = new Map<string, Set<string>>();
  private readonly explained = new Set<number>();

  begin(place: string, run: string): void {
    const runs = this.open.get(place) ?? new Set();
    this.open.set(place, runs.add(run));
  }

  /** It is known what came of a run: what it made, or that it made nothing. */
  end(place: string, run: string, made: number | null): void {
    const runs = this.open.get(place);
    runs?.delete(run);
    if (runs?.size === 0) this.open.delete(place);
    if (made === null) return;
    this.explained.add(made);
    for (const oldest of this.explained) {
      if (this.explained.size <= MAX_KNOWN) break;
      this.explained.delete(oldest);
    }
  }

  /**
   * @param added - what was not there before the run
   * @returns the one thing that this run must have made; `null` when there is none, or when it cannot be told
   */
  theOneOf(place: string, run: string, added: readonly number[]): number | null {
    const runs = this.open.get(place);
    if (runs === undefined || runs.size !== 1 || !runs.has(run)) return null;
    const unexplained = added.filter((number) => !this.explained.has(number));
    return unexplained.length === 1 ? (unexplained[0] ?? null) : null;
  }
}
