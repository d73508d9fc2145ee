import fc from 'fast-check';
import { cutAtRandom } from '../src/wire/xml/chunks.js';
import type { Sample } from './corpus.js';
import { seedsOf } from './corpus.js';
import { damaged, edits } from './damage.js';
import { DECODERS, type DecoderName, outcomeOf } from './decoders.js';

/** An answer that went wrong on its way, in the pieces in which it arrives. */
interface DamagedAnswer {
  readonly sample: Sample;
  readonly body: Buffer;
  readonly pieces: readonly Uint8Array[];
}

export class FoundAnswer extends Error {
  constructor(
    readonly sample: Sample,
    readonly body: Buffer,
    cause: unknown,
  ) {
    super(`${sample.file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

const damagedAnswers = (name: DecoderName): fc.Arbitrary<DamagedAnswer> => {
  const seeds = seedsOf(name);
  const seed = fc.constantFrom(...seeds);
  return fc
    .tuple(seed, seed, edits)
    .map(([sample, other, changes]) => ({ sample, body: damaged(sample.body, other.body, changes) }))
    .chain(({ sample, body }) => cutAtRandom<Uint8Array>(body).map((pieces) => ({ sample, body, pieces })));
};

/**
 * A damaged answer is a value, a fault, or refused with a WireError, and the same however it is cut.
 *
 * @throws {@link FoundAnswer} for one that is anything else
 */
export function answersAreTold(name: DecoderName) {
  const decoder = DECODERS[name];
  return fc.property(damagedAnswers(name), ({ sample, body, pieces }) => {
    try {
      const whole = outcomeOf(decoder, sample.operation, [body]);
      if (outcomeOf(decoder, sample.operation, pieces) !== whole) {
        throw new Error('read otherwise when it arrives in other pieces');
      }
    } catch (error) {
      throw new FoundAnswer(sample, body, error);
    }
  });
}

const SMALL_BYTES = 48 * 1024;
const GROWTH = 4;
/** Of growing four times, 16 is quadratic; noise and caches make some 6 of what is linear. */
const SUPER_LINEAR = 12;
/** 100 ms for 100 KB, three times over for machines that are busy. */
const STALL_MS = ((SMALL_BYTES * GROWTH) / 100_000) * 100 * 3;

function cpuMsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/**
 * Any piece of a damaged answer, over and over, costs CPU time in proportion to its length. Both have to be wrong, the
 * time and how it grows, on each of three looks, before it is taken for a stall.
 *
 * @throws {@link FoundAnswer} for one that stalls
 */
export function answersDoNotStall(name: DecoderName) {
  const decoder = DECODERS[name];
  const piece = fc.record({ at: fc.nat(1_000_000), length: fc.integer({ min: 1, max: 80 }) });
  return fc.property(damagedAnswers(name), piece, ({ sample, body }, { at, length }) => {
    if (body.length === 0) return;
    const place = at % body.length;
    const unit = body.subarray(place, place + length);
    const grown = (bytes: number): Buffer =>
      Buffer.concat([body.subarray(0, place), Buffer.alloc(bytes, unit), body.subarray(place)]);
    const [small, large] = [grown(SMALL_BYTES), grown(SMALL_BYTES * GROWTH)];
    const read = (bytes: Buffer) => () => outcomeOf(decoder, sample.operation, [bytes]);
    for (let look = 0; look < 3; look += 1) {
      const largeMs = cpuMsOf(read(large));
      if (largeMs < STALL_MS || largeMs < cpuMsOf(read(small)) * SUPER_LINEAR) return;
    }
    throw new FoundAnswer(sample, large, new Error('costs more than in proportion to its length'));
  });
}
