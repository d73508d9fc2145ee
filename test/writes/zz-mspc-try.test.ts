import { it } from 'vitest';
import { Episode } from '../support/faulted/episode.js';
import { openLane } from '../support/faulted/lane.js';
import { mspcCases } from '../support/faulted/mspc-cases.js';
it('x', async () => {
  const lane = await openLane(mspcCases);
  const e = new Episode(lane, Number(process.env.S)) as any;
  const take = lane.simulator.faults.take;
  lane.simulator.faults.take = (m: string) => { const f = take(m); console.log('CALL', m, JSON.stringify(f)); return f; };
  const ask = e.execute.bind(e);
  e.execute = async (...a: any[]) => { const r = await ask(...a); console.log('ANSWER', JSON.stringify(r), JSON.stringify([...e.records.values()].map((x: any) => [x.key, x.state, x.sent, x.snapshot]))); return r; };
  try { console.log(await e.run()); } catch (x) { console.log('FAIL', String(x), JSON.stringify(lane.simulator.ledger)); }
  await lane.close();
}, 60000);
