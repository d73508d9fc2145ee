import { median } from './statistics.js';

const BATCH_MS = 40;
const WARM_UP_MS = 1_500;

/** CPU time of one run, in µs: what else the machine does meanwhile takes none of it. */
function cpuMicrosOf(work: () => void, times: number): number {
  const before = process.cpuUsage();
  for (let turn = 0; turn < times; turn += 1) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
}

/** Until V8 has compiled it for good. */
function warmUp(work: () => void): void {
  const until = performance.now() + WARM_UP_MS;
  while (performance.now() < until) work();
}

/** How often `work` runs in about `BATCH_MS`. */
function timesOf(work: () => void): number {
  let times = 1;
  for (;;) {
    const micros = cpuMicrosOf(work, times) * times;
    if (micros > BATCH_MS * 1000) return times;
    times *= micros < BATCH_MS * 100 ? 8 : 2;
  }
}

export interface Paired {
  readonly oursMicros: number;
  readonly theirsMicros: number;
  /** How many times as long theirs takes: the middle of the ratios of each turn. */
  readonly ratio: number;
}

/** Measures two ways of doing one thing in turns. */
export function paired(ours: () => void, theirs: () => void, turns = 15): Paired {
  warmUp(ours);
  warmUp(theirs);
  const [oursTimes, theirsTimes] = [timesOf(ours), timesOf(theirs)];
  const pairs = Array.from({ length: turns }, () => ({
    ours: cpuMicrosOf(ours, oursTimes),
    theirs: cpuMicrosOf(theirs, theirsTimes),
  }));
  return {
    oursMicros: median(pairs.map(({ ours: micros }) => micros)),
    theirsMicros: median(pairs.map(({ theirs: micros }) => micros)),
    ratio: median(pairs.map((pair) => pair.theirs / pair.ours)),
  };
}
