import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRead, methodsOf, type NativeMethod } from '../../src/native/native-method.js';
import { createNativeGraph, fieldOf, type NativeGraph, toVariable } from '../support/native-graph.js';
import { inputsOf } from '../support/shape-values.js';
import { arrivalsAt } from './arrivals.js';
import { inTurn, LINES, MARK, SENDABLE, UNSENDABLE } from './hostile-texts.js';
import { KINDS, startTappedPanels, type TappedPanels } from './tapped-panels.js';

/** XML has no form for controls and for half a surrogate pair; a form field carries every character of Unicode. */
const isCarried = (kind: string, text: string): boolean => kind === 'enom' && !/\p{Surrogate}/u.test(text);

/** All texts of a value that have the mark in them: descriptors shorten some to what their parameters take. */
function markedIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes(MARK) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(markedIn) : [];
}

describe.each(KINDS)('a text in a parameter of a method of %s', (kind) => {
  let panels: TappedPanels;
  let graph: NativeGraph;
  let methods: readonly NativeMethod[];
  const sendable = inTurn([...SENDABLE, ...LINES]);
  const unsendable = inTurn(UNSENDABLE);
  beforeAll(async () => {
    panels = await startTappedPanels();
    const backend = panels.backends.find(({ name }) => name === kind);
    if (backend === undefined) throw new Error(`There is no ${kind}.`);
    graph = createNativeGraph([backend]);
    methods = [...methodsOf(backend).values()];
  });
  afterAll(() => panels.close());

  /** Calls a method with a text wherever its descriptor leaves the choice. */
  async function call({ field, name, operation }: NativeMethod, text: string) {
    const protocol = {
      text: fc.constant(text),
      dateTime: fc.constant('2026-11-21T09:30:00'),
      any: fc.constant(text),
    };
    const [params] = fc.sample(inputsOf(operation.params, protocol), { numRuns: 1, seed: 3 });
    const argument = fieldOf(graph.schema, field).field.args.find((one) => one.name === 'input');
    if (argument === undefined) return { arrived: [], wrong: [] };
    panels.simulators[kind].reset();
    panels.taps[kind].take();
    const { errors = [] } = await graph.call(field, {
      input: toVariable(argument.type, params),
      ...(isRead(operation) ? {} : { idempotencyKey: randomUUID() }),
    });
    const { whole, wrong } = arrivalsAt(panels.taps[kind], markedIn(params));
    const unforeseen = errors.filter(({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR');
    const place = `${name} ${JSON.stringify(text)}`;
    return {
      arrived: whole,
      wrong: [...wrong, ...unforeseen.map(({ message }) => message)].map((what) => `${place}: ${what}`),
    };
  }

  it('arrives as it was sent', { timeout: 120_000 }, async () => {
    const wrong: string[] = [];
    let arrived = 0;
    for (const method of methods) {
      for (const text of sendable(3)) {
        const found = await call(method, text);
        wrong.push(...found.wrong);
        arrived += found.arrived.length;
      }
    }
    expect(wrong).toEqual([]);
    expect(arrived).toBeGreaterThan(methods.length / 2);
  });

  it('does not arrive when the protocol cannot carry it', { timeout: 120_000 }, async () => {
    const wrong: string[] = [];
    for (const method of methods) {
      for (const text of unsendable(2)) {
        const found = await call(method, text);
        wrong.push(...found.wrong);
        if (isCarried(kind, text)) continue;
        wrong.push(...found.arrived.map((one) => `${method.name} sent ${JSON.stringify(one)}`));
      }
    }
    expect(wrong).toEqual([]);
  });
});
