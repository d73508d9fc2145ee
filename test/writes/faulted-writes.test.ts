import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enomCases } from '../support/faulted/enom-cases.js';
import { Episode, type EpisodeReport } from '../support/faulted/episode.js';
import { hsphereCases } from '../support/faulted/hsphere-cases.js';
import { type Lane, openLane } from '../support/faulted/lane.js';
import { mspcCases } from '../support/faulted/mspc-cases.js';
import { poaCases } from '../support/faulted/poa-cases.js';
import type { FaultedPanel } from '../support/faulted/write-case.js';

/** Kinds of panels, each with how many lanes of episodes run side by side on it. */
const PANELS: ReadonlyArray<readonly [panel: FaultedPanel, lanes: number]> = [
  [poaCases, 12],
  [hsphereCases, 6],
  [enomCases, 6],
  [mspcCases, 6],
];

/** The least that a run must have put through faults. */
const FAULTED = 1_000;
/** What a failure prints, to have it again: the first episode on that panel is the one that failed. */
const { FAULTED_WRITES_SEED, FAULTED_WRITES_PANEL } = process.env;
const SEED = Number(FAULTED_WRITES_SEED ?? randomInt(2 ** 31));

const lanes: Lane[] = [];
beforeAll(async () => {
  for (const [panel, count] of PANELS) {
    if (panel.kind !== (FAULTED_WRITES_PANEL ?? panel.kind)) continue;
    lanes.push(...(await Promise.all(Array.from({ length: count }, () => openLane(panel)))));
  }
});
afterAll(() => Promise.all(lanes.map((lane) => lane.close())));

describe('writes under faults', { timeout: 120_000 }, () => {
  it('happen once at most, and nothing is told of them that is not so', async () => {
    const reports: EpisodeReport[] = [];
    const failures: string[] = [];
    let faulted = 0;
    let episodes = 0;
    const runOn = async (lane: Lane): Promise<void> => {
      while (faulted < FAULTED && failures.length === 0) {
        const seed = (SEED + episodes) % 2 ** 31;
        episodes += 1;
        const episode = new Episode(lane, seed);
        try {
          const report = await episode.run();
          if (report.faults > 0) faulted += 1;
          reports.push(report);
        } catch (error) {
          failures.push(
            `${episode.name}: ${error}; FAULTED_WRITES_PANEL=${lane.panel.kind} FAULTED_WRITES_SEED=${seed}`,
          );
        }
      }
    };
    await Promise.all(lanes.map(runOn));
    expect(failures).toEqual([]);
    const ended = (state: string) => reports.filter(({ end }) => end === state).length;
    console.info(
      `faulted writes: ${faulted} of ${reports.length} from seed ${SEED}, ${new Set(reports.map(({ mutation }) => mutation)).size} mutations; ` +
        `in the end ${ended('APPLIED')} applied, ${ended('REJECTED') + ended('NOT_SENT')} not, ${ended('UNKNOWN')} unknown`,
    );
    expect(faulted).toBeGreaterThanOrEqual(FAULTED);
    expect(ended('PENDING')).toBe(0);
  });
});
