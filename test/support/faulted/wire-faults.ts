import {
  afterwards,
  doctype,
  empty,
  html,
  httpError,
  type Misbehaviour,
  malformed,
} from '../../../src/sandbox/misbehaviour.js';
import { WRITE_TIMEOUT_MS } from './lane.js';
import type { Random } from './random.js';

/** What a panel can do to a call, with how often it is tried. Those that take a whole deadline are the rare ones. */
const WEIGHTED: ReadonlyArray<readonly [weight: number, misbehaviour: Misbehaviour]> = [
  [3, { kind: 'drop' }],
  [1, { kind: 'hang' }],
  [2, httpError(500)],
  [1, httpError(503)],
  [2, malformed],
  [1, html],
  [1, empty],
  [1, doctype],
  [2, { kind: 'fault', message: 'Refused' }],
  [5, { kind: 'replyLost' }],
  [3, { kind: 'truncated' }],
  [2, afterwards(malformed)],
  [2, afterwards(httpError(500))],
  [1, afterwards(html)],
  [1, afterwards({ kind: 'hang' })],
  [1, { kind: 'slow', ms: 10 }],
  // The work is done when everybody has stopped waiting for it.
  [1, { kind: 'slow', ms: WRITE_TIMEOUT_MS + 300 }],
];
const BEFORE_OR_AFTER = WEIGHTED.flatMap(([weight, misbehaviour]) =>
  Array<Misbehaviour>(weight).fill(misbehaviour),
);
const FAULT_AFTER = afterwards({ kind: 'fault', message: 'Refused, and done' });

export const pickWireFault = (random: Random, faultsAfterWork: boolean): Misbehaviour =>
  faultsAfterWork && random.chance(0.1) ? FAULT_AFTER : random.pick(BEFORE_OR_AFTER);
