import { ask, type LoadOptions, type LoadRequest, type LoadResult, measureLoad } from './load.js';
import { median, spread } from './statistics.js';

/** Something that is measured beside the others: a server and what it is asked. */
export interface Contender {
  readonly name: string;
  readonly request: LoadRequest;
  readonly pid: number;
  readonly upstream?: () => Promise<number>;
}

export interface Measured extends LoadResult {
  readonly name: string;
  /** How far the rounds lie apart. */
  readonly spread: number;
  readonly rounds: readonly LoadResult[];
}

/**
 * Measures contenders in turns, so that whatever else the machine does meanwhile meets them all alike.
 *
 * @returns the middle of the rounds, in the order of the contenders
 */
export async function alternate(
  contenders: readonly Contender[],
  {
    rounds,
    warmUpSeconds,
    ...load
  }: Omit<LoadOptions, 'pid' | 'upstream'> & {
    readonly rounds: number;
    readonly warmUpSeconds: number;
  },
): Promise<readonly Measured[]> {
  const run = ({ request, pid, upstream }: Contender, seconds: number) =>
    measureLoad(request, { ...load, seconds, pid, ...(upstream === undefined ? {} : { upstream }) });
  // Failures are fast, and must not be measured as answers.
  for (const { request } of contenders) await ask(request);
  for (const contender of contenders) await run(contender, warmUpSeconds);
  const results = contenders.map((): LoadResult[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, contender] of contenders.entries())
      results[index]?.push(await run(contender, load.seconds));
  }
  return contenders.map(({ name }, index) => summary(name, results[index] ?? []));
}

function summary(name: string, rounds: readonly LoadResult[]): Measured {
  const middle = (pick: (result: LoadResult) => number | null): number | null => {
    const values = rounds.map(pick).filter((value) => value !== null);
    return values.length === 0 ? null : median(values);
  };
  return {
    name,
    rounds,
    perSecond: middle(({ perSecond }) => perSecond) ?? Number.NaN,
    cpuMicrosPerRequest: middle(({ cpuMicrosPerRequest }) => cpuMicrosPerRequest),
    p50Ms: middle(({ p50Ms }) => p50Ms) ?? Number.NaN,
    p99Ms: middle(({ p99Ms }) => p99Ms) ?? Number.NaN,
    upstreamPerRequest: middle(({ upstreamPerRequest }) => upstreamPerRequest),
    spread: spread(rounds.map(({ perSecond }) => perSecond)),
  };
}

/** The middle of the ratios within each round: what slowed one round slowed both sides of it. */
export const pairedRatio = (a: Measured, b: Measured): number =>
  median(a.rounds.map(({ perSecond }, round) => perSecond / (b.rounds[round]?.perSecond ?? Number.NaN)));
