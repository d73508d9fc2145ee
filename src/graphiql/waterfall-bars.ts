import type { TracedCall } from './traced-call.js';

/** One line of the waterfall. */
export interface Bar {
  /** Unique among the bars of a waterfall. */
  readonly key: string;
  readonly label: string;
  /** `wave 2`, or `write`. */
  readonly place: string;
  /** Where it begins and how long it is, in percent of the whole. */
  readonly left: number;
  readonly width: number;
  readonly duration: string;
  readonly details: string;
  readonly look: 'read' | 'write' | 'hit' | 'failed';
}

/** Narrower ones could not be seen. */
const LEAST_WIDTH = 0.5;

/** The lines of a waterfall, in the order in which the calls began. */
export function toBars(calls: readonly TracedCall[]): readonly Bar[] {
  const wholeMs = Math.max(1e-6, ...calls.map(({ startMs, durationMs }) => startMs + durationMs));
  return calls.map((call, index) => {
    const { backend, method, effect, wave, calls: carried, startMs, durationMs } = call;
    const width = Math.max(LEAST_WIDTH, (100 * durationMs) / wholeMs);
    return {
      key: `${index} ${backend} ${method}`,
      label: `${backend} ${method}${carried > 1 ? ` × ${carried}` : ''}`,
      place: effect === 'write' ? 'write' : wave > 0 ? `wave ${wave}` : '',
      left: Math.min(100 - LEAST_WIDTH, (100 * startMs) / wholeMs),
      width: Math.min(width, 100),
      duration: milliseconds(durationMs),
      details: describe(call),
      look: lookOf(call),
    };
  });
}

/** One line on all of them. */
export function summary(calls: readonly TracedCall[]): string {
  if (calls.length === 0) return 'No panel was asked';
  const waves = new Set(calls.filter(({ wave }) => wave > 0).map(({ backend, wave }) => `${backend} ${wave}`))
    .size;
  const endMs = Math.max(...calls.map(({ startMs, durationMs }) => startMs + durationMs));
  const failed = calls.filter((call) => lookOf(call) === 'failed').length;
  return [
    counted(calls.length, 'call'),
    ...(waves > 0 ? [counted(waves, 'wave')] : []),
    milliseconds(endMs),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ].join(' · ');
}

const lookOf = ({ outcome, cache, effect }: TracedCall): Bar['look'] => {
  if (outcome !== 'OK') return 'failed';
  if (cache === 'hit') return 'hit';
  return effect === 'write' ? 'write' : 'read';
};

function describe({ outcome, attempts, bytesOut, bytesIn, cache, startMs }: TracedCall): string {
  return [
    `begun at ${milliseconds(startMs)}`,
    ...(cache === 'hit' ? ['answered from the cache'] : [`${bytesOut} bytes out, ${bytesIn} in`]),
    ...(attempts > 1 ? [`sent ${attempts} times`] : []),
    ...(outcome === 'OK' ? [] : [outcome]),
  ].join(', ');
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const milliseconds = (ms: number): string => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
