import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { booked, codeOf, credit, isApplied, ledgerOf } from './credits.js';
import { type GraphqlAnswer, openStage, type RunningGateway, type Stage } from './process-gateway.js';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

/** Asks one after the other on several lanes until told to stop; each answer, or `null` where none came. */
function holdLoad(gateway: RunningGateway, lanes: number) {
  const answers = new Map<number, GraphqlAnswer | null>();
  let next = 0;
  let going = true;
  const lane = async () => {
    while (going) {
      next += 1;
      const index = next;
      const answer = await credit(gateway, index).catch(() => null);
      answers.set(index, answer);
      // Whoever is not let in any more need not knock on.
      if (answer === null) return;
    }
  };
  const done = Promise.all(Array.from({ length: lanes }, lane));
  return {
    answers,
    async stop() {
      going = false;
      await done;
    },
  };
}

describe('SIGTERM under load', { timeout: 60_000 }, () => {
  it('loses no change that was accepted: what the panel has booked was answered, and what was answered is booked', async () => {
    const gateway = await stage.start();
    // Slow enough that requests are under way at any moment.
    stage.simulators.hsphere.faults.next('addCredit', { kind: 'slow', ms: 40 }, 100_000);
    const load = holdLoad(gateway, 8);
    await vi.waitFor(() => expect(load.answers.size).toBeGreaterThan(20), { timeout: 30_000 });
    gateway.kill('SIGTERM');
    expect((await gateway.ended).code).toBe(0);
    await load.stop();
    const applied = [...load.answers].filter(([, answer]) => answer !== null && isApplied(answer));
    expect(applied.length).toBeGreaterThan(20);
    expect(applied.filter(([index]) => booked(stage, index) !== 1)).toEqual([]);
    expect(ledgerOf(stage)).toHaveLength(applied.length);
    // Those that got no answer were not let in.
    const lost = [...load.answers].filter(([, answer]) => answer === null).map(([index]) => index);
    expect(lost.filter((index) => booked(stage, index) > 0)).toEqual([]);
    expect((await gateway.ended).stderr).not.toMatch(/unforeseen|unhandled/i);
  });
});

describe('SIGKILL under load', { timeout: 60_000 }, () => {
  it('makes no change twice, whatever is asked of the process that is started in its place', async () => {
    const gateway = await stage.start();
    stage.simulators.hsphere.faults.next('addCredit', { kind: 'slow', ms: 40 }, 100_000);
    const load = holdLoad(gateway, 8);
    await vi.waitFor(() => expect(load.answers.size).toBeGreaterThan(20), { timeout: 30_000 });
    gateway.kill('SIGKILL');
    await gateway.ended;
    await load.stop();
    const last = Math.max(...load.answers.keys());
    const next = await stage.start();
    const again = await Promise.all(Array.from({ length: last }, (_, at) => credit(next, at + 1)));
    for (const [at, answer] of again.entries()) {
      const index = at + 1;
      const before = load.answers.get(index);
      expect(booked(stage, index), `credit ${index}`).toBeLessThanOrEqual(1);
      if (before != null && isApplied(before)) expect(isApplied(answer), `credit ${index}`).toBe(true);
      if (isApplied(answer)) expect(booked(stage, index)).toBe(1);
      // Those that were under way when it died: their records are held until their lease is over.
      else expect(['IDEMPOTENCY_CONFLICT', 'OUTCOME_UNKNOWN']).toContain(codeOf(answer));
    }
    expect(again.filter((answer) => !isApplied(answer)).length).toBeLessThanOrEqual(8);
  });
});
