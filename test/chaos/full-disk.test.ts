import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { booked, codeOf, credit, isApplied } from './credits.js';
import { type GraphqlAnswer, openStage, type Stage } from './process-gateway.js';

const OUTCOME = 'query ($key: String!) { writeOutcome(idempotencyKey: $key) { state } }';
/** Room for some forty records. */
const MAX_FILE_KIB = 96;

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

describe('a disk that is full', { timeout: 60_000 }, () => {
  it('refuses changes before they are sent, answers reads, and the process lives on', async () => {
    const gateway = await stage.start({ maxFileKiB: MAX_FILE_KIB });
    const answers: GraphqlAnswer[] = [];
    // One whose ending alone has no room is applied all the same: the process remembers it.
    while (answers.length < 300 && codeOf(answers.at(-1) ?? { status: 0 }) === undefined) {
      answers.push(await credit(gateway, answers.length + 1));
    }
    const full = answers.length;
    expect(full).toBeLessThan(300);
    const more = await Promise.all(Array.from({ length: 10 }, (_, at) => credit(gateway, full + 1 + at)));
    expect(new Set(more.map(codeOf))).toEqual(new Set(['BACKEND_UNAVAILABLE']));
    for (let index = full + 1; index <= full + 10; index += 1) expect(booked(stage, index)).toBe(0);
    const { data } = await gateway.ask('{ account(id: "poa:Account:1000005") { id } }');
    expect(data).toEqual({ account: { id: 'poa:Account:1000005' } });
    expect((await fetch(`${gateway.origin}/livez`)).status).toBe(200);
    gateway.kill('SIGKILL');
    expect((await gateway.ended).stderr).not.toMatch(/unforeseen/i);

    // With room again, what was not sent is made once, and what was made is not made again.
    const next = await stage.start();
    for (let index = 1; index <= full + 10; index += 1) {
      const answer = await credit(next, index);
      expect(booked(stage, index), `credit ${index}`).toBeLessThanOrEqual(1);
      if (isApplied(answer)) expect(booked(stage, index), `credit ${index}`).toBe(1);
    }
    expect((await next.ask(OUTCOME, { key: 'credit-1' })).data?.writeOutcome).toEqual({ state: 'APPLIED' });
  });
});
