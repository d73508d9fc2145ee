import type { GatewayErrorCode } from '../errors/index.js';

/** How a call to a panel ended: well, given up by whoever asked, or with the code that a caller would be told. */
export type CallOutcome = 'OK' | 'ABANDONED' | GatewayErrorCode;

/** One exchange with a panel, after it. Holds no parameter, no answer and no login. */
export interface CallReport {
  readonly backend: string;
  /** The panel's name of the method; one of the descriptors', so there are only so many. */
  readonly method: string;
  readonly effect: 'read' | 'write';
  /** Which wave of its request it belongs to, from 1, counted per backend; 0: none, as the calls of a write. */
  readonly wave: number;
  /** How many calls it carried: more than one where the panel takes several at once. */
  readonly calls: number;
  /** On the clock of `performance.now()`. */
  readonly startedAt: number;
  /** From the moment it was asked for, a wait for its place and repetitions included. */
  readonly durationMs: number;
  /** How often sending it was tried; 0: never, its breaker being open or its place not free. */
  readonly attempts: number;
  /** Of the bodies, as they went over the wire, over all attempts. */
  readonly bytesOut: number;
  readonly bytesIn: number;
  /** `null`: no cache was asked. */
  readonly cache: 'hit' | 'miss' | null;
  readonly outcome: CallOutcome;
}

/** Told of each exchange when it is over. Must not throw. */
export type ObserveCall = (report: CallReport) => void;

/** Tells both; as cheap as either where there is only one. */
export function observeBoth(
  first: ObserveCall | undefined,
  second: ObserveCall | undefined,
): ObserveCall | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return (report) => {
    first(report);
    second(report);
  };
}
