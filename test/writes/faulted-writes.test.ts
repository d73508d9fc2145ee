import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Episode, type EpisodeReport } from '../support/faulted/episode.js';
import { type Lane, openLane } from '../support/faulted/lane.js';
import { poaCases } from '../support/faulted/poa-cases.js';
import type { FaultedPanel } from '../support/faulted/write-case.js';

/** Kinds of panels, each with how many lanes of episodes run side by side on it. */
const PANELS: ReadonlyArray<readonly [panel: FaultedPanel, lanes: number]> = [[poaCases, 12]];

/** The least that a run must have put through faults. */
const FAULTED = 1_000;
const SEED = Number(process.env.FAULTED_WRITES_SEED ?? randomInt(2 ** 31));

const lanes: Lane[] = [];
beforeAll(async () => {
  for (const [panel, count] of PANELS) {
    lanes.push(...(await Promise.all(Array.from({ length: count }, () => openLane(panel)))));
  }
});
afterAll(() => Promise.all(lanes.map((lane) => lane.close())));

describe('writes under faults', { timeout: 300_000 }, () => {
  it('happen once at most, and nothing is told of them that is not so', async () => {
    const reports: EpisodeReport[] = [];
    let faulted = 0;
    let episodes = 0;
    await Promise.all(
      lanes.map(async (lane) => {
        while (faulted < FAULTED) {
          const seed = (SEED + episodes) % 2 ** 31;
          episodes += 1;
          const episode = new Episode(lane, seed);
          const report = await episode.run().catch((error: unknown) => {
            const why = error instanceof Error ? error.message : String(error);
            throw new Error(`${episode.name}, FAULTED_WRITES_SEED=${seed}: ${why}`, { cause: error });
          });
          if (report.faults > 0) faulted += 1;
          reports.push(report);
        }
      }),
    );
    const ended = (state: string) => reports.filter(({ end }) => end === state).length;
    console.info(
      `faulted writes: ${faulted} of ${reports.length} from seed ${SEED}, ${new Set(reports.map(({ mutation }) => mutation)).size} mutations; ` +
        `in the end ${ended('APPLIED')} applied, ${ended('REJECTED') + ended('NOT_SENT')} not, ${ended('UNKNOWN')} unknown`,
    );
    expect(faulted).toBeGreaterThanOrEqual(FAULTED);
    expect(ended('PENDING')).toBe(0);
  });
});
