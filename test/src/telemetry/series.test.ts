import * as prom from 'prom-client';
import { describe, expect, it } from 'vitest';
import { Counter, Histogram } from '../../../src/telemetry/series.js';

const BOUNDS = [0.001, 0.25, 1, 10];
/** On bounds, between them and above all of them; exact in binary, so that their sum depends on no order. */
const VALUES = [0, 0.0009765625, 0.25, 0.5, 1, 1.5, 10, 4096];
const LABELS = [
  ['poa', 'pem.getAccountInfo'],
  ['poa', 'quoted "name"'],
  ['mspc', 'back\\slash'],
  ['mspc', 'two\nlines'],
] as const;

const linesOf = (text: string) => text.trim().split('\n').toSorted();

describe('our own series', () => {
  it('of counters are printed as prom-client prints them', async () => {
    const options = { name: 'calls_total', help: 'Calls, by backend.' };
    const registry = new prom.Registry();
    const labelNames = ['backend', 'method'];
    const theirs = new prom.Counter({ ...options, labelNames, registers: [registry] });
    const ours = new Counter({ ...options, labels: labelNames });
    for (const [index, [backend, method]] of [...LABELS, ...LABELS].entries()) {
      theirs.inc({ backend, method }, index);
      ours.of(backend, method).add(index);
    }
    expect(linesOf(ours.print())).toEqual(linesOf(await registry.metrics()));
  });

  it('of histograms are printed as prom-client prints them', async () => {
    const options = { name: 'call_seconds', help: 'How long calls took.' };
    const registry = new prom.Registry();
    const labelNames = ['backend', 'method'];
    const theirs = new prom.Histogram({ ...options, labelNames, buckets: BOUNDS, registers: [registry] });
    const ours = new Histogram({ ...options, labels: labelNames }, BOUNDS);
    for (const [backend, method] of LABELS) {
      for (const value of VALUES) {
        theirs.observe({ backend, method }, value);
        ours.of(backend, method).add(value);
      }
    }
    expect(linesOf(ours.print())).toEqual(linesOf(await registry.metrics()));
  });

  it('are there as zero before anything is counted, where there is no label', async () => {
    const options = { name: 'lost_total', help: 'Lost.' };
    const registry = new prom.Registry();
    const theirs = new prom.Counter({ ...options, registers: [registry] });
    const ours = new Counter({ ...options, labels: [] });
    expect(linesOf(ours.print())).toEqual(linesOf(await registry.metrics()));
    theirs.inc();
    ours.of().add();
    expect(linesOf(ours.print())).toEqual(linesOf(await registry.metrics()));
  });

  it('are those of their labels alone', () => {
    const calls = new Counter({ name: 'calls_total', help: 'Calls.', labels: ['backend', 'method'] });
    calls.of('a', 'bc').add();
    calls.of('ab', 'c').add(2);
    expect(calls.of('a', 'bc').value).toBe(1);
    expect(calls.of('ab', 'c').value).toBe(2);
  });
});
