import { ask } from './measure/load.js';
import { median } from './measure/statistics.js';
import { fullText } from './reads.js';
import { CONCURRENCY, type Stage } from './stage.js';

const LATENCY_MS = 40;
const REPEATS = 15;

/** A query of which it is known how often it waits for a panel, and how long it takes when each call of a panel takes a while. */
export interface Waved {
  readonly title: string;
  readonly query: string;
  /** Its waves; one that has more calls than the backend's `concurrency` takes several turns. */
  readonly turns: number;
  /** Asked of the gateway that does not batch reads. */
  readonly unbatched?: true;
}

const SUBSCRIPTIONS =
  '{ account(id: "poa:Account:1000005") { kind subscriptions(first: 100) { nodes { name } } } }';
/** A hundred calls of one wave, 32 of them at once. */
const TURNS_OF_100 = Math.ceil(100 / CONCURRENCY);

export const WAVED: readonly Waved[] = [
  {
    title: 'POA: account → 100 subscriptions with a look-up each, batched',
    query: SUBSCRIPTIONS,
    turns: 3,
  },
  {
    title: 'POA: the same, one call each',
    query: SUBSCRIPTIONS,
    turns: 2 + TURNS_OF_100,
    unbatched: true,
  },
  {
    title: 'MSPControl: 100 users with a look-up each',
    query: '{ accounts(backend: "mspc", first: 100) { nodes { login contact { address { city } } } } }',
    turns: 1 + TURNS_OF_100,
  },
  { title: 'POA: one account', query: '{ account(id: "poa:Account:1000005") { kind } }', turns: 1 },
];

/** How many times as long as its turns a query takes. */
export async function waveRatios(
  stage: Stage,
  gateways: { readonly batched: string; readonly unbatched: string },
): Promise<ReadonlyArray<Waved & { readonly ratio: number; readonly ms: number }>> {
  await stage.setLatency(LATENCY_MS);
  try {
    const measured = [];
    for (const waved of WAVED) {
      const times: number[] = [];
      const url = waved.unbatched ? gateways.unbatched : gateways.batched;
      for (let turn = 0; turn < REPEATS; turn += 1) times.push(await askMs(url, waved.query));
      const ms = median(times);
      measured.push({ ...waved, ms, ratio: ms / (waved.turns * LATENCY_MS) });
    }
    return measured;
  } finally {
    await stage.setLatency(0);
  }
}

async function askMs(url: string, query: string): Promise<number> {
  const began = performance.now();
  await ask(fullText(url, query));
  return performance.now() - began;
}
