/** What the page draws of one entry of `extensions.calls`. */
export interface TracedCall {
  readonly backend: string;
  readonly method: string;
  readonly effect: string;
  readonly wave: number;
  readonly calls: number;
  readonly startMs: number;
  readonly durationMs: number;
  readonly attempts: number;
  readonly bytesOut: number;
  readonly bytesIn: number;
  readonly cache: string | null;
  readonly outcome: string;
}
