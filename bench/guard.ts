import { readFileSync } from 'node:fs';
import { FULL_TEXT, flatReads, PROXY, REST } from './cases.js';
import { alternate, type Measured } from './measure/round.js';
import { median } from './measure/statistics.js';
import { openStage } from './stage.js';

/** CPU time of the proxy as a part of the gateway's, for one answer: what it costs to be more than a proxy. */
export interface SpeedRatios {
  readonly graphql: number;
  readonly rest: number;
}

/** What the guard holds against; written down by hand after a run of `npm run bench` that earns it. */
export const recordedRatios = (): SpeedRatios =>
  JSON.parse(readFileSync(new URL('recorded-ratio.json', import.meta.url), 'utf8')) as SpeedRatios;

/** Long enough for V8 to have compiled what is measured, on a machine that has other things to do as well. */
const WARM_UP_SECONDS = 8;
const ROUNDS = 5;

/**
 * Measures the flat read beside a bare proxy, in turns. CPU time and not requests a second, which depend on who else
 * is on the machine.
 *
 * @throws Error where the system does not tell CPU times
 */
export async function measureRatios(): Promise<SpeedRatios> {
  const stage = await openStage();
  try {
    const gateway = await stage.startGateway();
    const { contenders } = await flatReads(stage, gateway, 'mspc');
    const measured = await alternate(
      contenders.filter(({ name }) => [PROXY, FULL_TEXT, REST].includes(name)),
      { rounds: ROUNDS, seconds: 1, warmUpSeconds: WARM_UP_SECONDS, connections: 32 },
    );
    const called = (wanted: string) => measured.find(({ name }) => name === wanted);
    return {
      graphql: cpuRatio(called(PROXY), called(FULL_TEXT)),
      rest: cpuRatio(called(PROXY), called(REST)),
    };
  } finally {
    await stage.close();
  }
}

function cpuRatio(proxy: Measured | undefined, own: Measured | undefined): number {
  if (proxy === undefined || own === undefined) throw new Error('Something was not measured.');
  const ratios = own.rounds.map(({ cpuMicrosPerRequest }, round) => {
    const bare = proxy.rounds[round]?.cpuMicrosPerRequest;
    if (typeof bare !== 'number' || cpuMicrosPerRequest === null) {
      throw new Error('This system does not tell how much CPU time a process has used.');
    }
    return bare / cpuMicrosPerRequest;
  });
  return median(ratios);
}
