import 'reflect-metadata';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersAreTold, answersDoNotStall } from './answer-properties.js';
import { foundOf, seedsOf } from './corpus.js';
import { DECODER_NAMES, DECODERS, outcomeOf } from './decoders.js';

const MINUTE_MS = 60_000;

describe.each(DECODER_NAMES)('the decoder of %s', (name) => {
  it('reads every answer that mutation starts from', () => {
    const seeds = seedsOf(name);
    expect(seeds.length).toBeGreaterThan(10);
    const refused = seeds.filter(
      ({ operation, body }) => outcomeOf(DECODERS[name], operation, [body]) === 'refused',
    );
    expect(refused.map(({ file }) => file)).toEqual([]);
  });

  it('tells what once was read wrongly', () => {
    for (const { operation, body } of foundOf(name)) {
      const whole = outcomeOf(DECODERS[name], operation, [body]);
      const bytes = Array.from(body, (byte) => Uint8Array.of(byte));
      expect(outcomeOf(DECODERS[name], operation, bytes)).toBe(whole);
    }
  });

  it('makes of any damaged answer a value, a fault or a refusal', { timeout: MINUTE_MS }, () => {
    fc.assert(answersAreTold(name), { numRuns: 1_500, interruptAfterTimeLimit: 4_000 });
  });

  it('never takes more than in proportion to what it reads', { timeout: MINUTE_MS }, () => {
    fc.assert(answersDoNotStall(name), { numRuns: 40, interruptAfterTimeLimit: 3_000 });
  });
});
