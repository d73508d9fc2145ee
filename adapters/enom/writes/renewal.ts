import { toGlobalId, type WriteInputs, type WriteMethod } from '../../../src/model/index.js';
import { invalid } from '../../../src/writes/refusal.js';
import type { Turns } from '../../../src/writes/turns.js';
import { dayOf } from '../mapping/dates.js';
import { bundlePartsOf } from '../native-id.js';
import { renewPopBundle } from '../operations/seen.js';
import { pakMustBeThere, pakParamsOf } from './bundles.js';
import { seenWrite, type Trace } from './seen-write.js';
import { lookAtPak } from './sights.js';

type RenewEmailBundle = WriteInputs['renewEmailBundle'];

const DAY_MS = 24 * 60 * 60_000;

/** Prolongs a bundle. Settled by the day on which it ends, which moves by the years that were bought. */
export function renewEmailBundle(backend: string, turns: Turns): WriteMethod<RenewEmailBundle> {
  const write = seenWrite(backend, {
    check: ({ years }) => (years >= 1 ? [] : [invalid('input.years must be 1 or more', 'years')]),
    operation: renewPopBundle,
    target: (input: RenewEmailBundle) => input.emailBundleId,
    aspect: 'end',
    look: lookAtPak,
    rule: pakMustBeThere,
    seen: (pak) => dayOf(pak?.ExpDate ?? null),
    wanted: ({ years }) => years,
    params: ({ emailBundleId, years }) => {
      const { sld, tld, BundleID } = pakParamsOf(emailBundleId);
      return { sld, tld, PakID: BundleID, Quantity: years };
    },
    isDone: movedByYears,
    absenceProves: false,
    facts: (nativeId) => ({ nodes: { emailBundle: toGlobalId(backend, 'EmailBundle', nativeId) } }),
  });
  return {
    ...write,
    run: (input, session) =>
      turns.take(bundlePartsOf(input.emailBundleId).domainName, () => write.run(input, session)),
  };
}

/**
 * Whether the end moved by the years that were wanted: from where it was or, for a bundle that had ended, from the day
 * of the renewal. A day more or less is let pass: leap years, and a calendar whose zone is not stated.
 */
export function movedByYears({ before, after, wanted, startedAt }: Trace): boolean {
  if (typeof before !== 'string' || typeof after !== 'string' || typeof wanted !== 'number') return false;
  const today = new Date(startedAt).toISOString().slice(0, 10);
  const starts = before <= today ? [before, today] : [before];
  return starts.some((start) => Math.abs(Date.parse(after) - yearsAfter(start, wanted)) <= DAY_MS);
}

function yearsAfter(day: string, years: number): number {
  const date = new Date(day);
  return date.setUTCFullYear(date.getUTCFullYear() + years);
}
