import { median } from './measure/statistics.js';
import { KEY, type Stage } from './stage.js';

const LATENCY_MS = 40;
const TURNS = 15;

/** A query whose waves are known, and how long it takes when each call of a panel takes a while. */
export interface Waved {
  readonly title: string;
  readonly query: string;
  readonly waves: number;
}

export const WAVED: readonly Waved[] = [
  {
    title: 'POA: account → 100 subscriptions with a look-up each, batched',
    query:
      '{ account(id: "poa:Account:1000005") { email: contact { email } subscriptions(first: 100) { nodes { name } } } }',
    waves: 3,
  },
  { title: 'POA: one account', query: '{ account(id: "poa:Account:1000005") { kind } }', waves: 1 },
];

/** How many times as long as its waves a query takes. */
export async function waveRatios(
  stage: Stage,
  url: string,
): Promise<ReadonlyArray<Waved & { readonly ratio: number; readonly ms: number }>> {
  await stage.setLatency(LATENCY_MS);
  try {
    const measured = [];
    for (const waved of WAVED) {
      const times: number[] = [];
      for (let turn = 0; turn < TURNS; turn += 1) times.push(await askMs(url, waved.query));
      const ms = median(times);
      measured.push({ ...waved, ms, ratio: ms / (waved.waves * LATENCY_MS) });
    }
    return measured;
  } finally {
    await stage.setLatency(0);
  }
}

async function askMs(url: string, query: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
    body: JSON.stringify({ query }),
  });
  const { errors } = (await answer.json()) as { readonly errors?: unknown };
  if (errors !== undefined) throw new Error(`A query failed: ${JSON.stringify(errors)}`);
  return performance.now() - began;
}
