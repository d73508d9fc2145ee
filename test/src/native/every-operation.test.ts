import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backendKinds } from '../../../adapters/index.js';
import type { Backend } from '../../../src/model/index.js';
import { isRead, methodsOf, type NativeMethod } from '../../../src/native/native-method.js';
import { type FourPanels, startFourPanels } from '../../support/four-panels.js';
import { createNativeGraph, fieldOf, type NativeGraph, toVariable } from '../../support/native-graph.js';
import { inputsOf } from '../../support/shape-values.js';

/** Values that all four protocols carry. */
const PROTOCOL = {
  text: fc.stringMatching(/^[a-z]{1,12}$/),
  dateTime: fc.constant('2026-11-21T09:30:00'),
  any: fc.constant('something'),
};
/** The sandbox is the judge of what it is asked: it may refuse, and must be understood. */
const PANELS_WORD: ReadonlySet<unknown> = new Set(['BACKEND_FAULT', 'OUTCOME_UNKNOWN']);

const KINDS = Object.keys(backendKinds) as ReadonlyArray<keyof typeof backendKinds>;

describe.each(KINDS)('the native layer of %s', (kind) => {
  let panels: FourPanels;
  let backend: Backend;
  let graph: NativeGraph;
  let methods: readonly NativeMethod[];

  beforeAll(async () => {
    panels = await startFourPanels();
    const found = panels.backends.find(({ name }) => name === kind);
    if (found === undefined) throw new Error(`The sandbox has no ${kind}.`);
    backend = found;
    graph = createNativeGraph([backend]);
    methods = [...methodsOf(backend).values()];
  });
  afterAll(() => panels.close());

  it('has one field for every method that is described, and no two by one name', () => {
    const fields = methods.map(({ field }) => field);
    expect(new Set(fields).size).toBe(fields.length);
    const carried = backendKinds[kind].operations.map(({ method }) => method);
    const batch = backend.together === undefined ? [] : [backend.together.batchMethod];
    expect([...methods.map(({ operation }) => operation.method), ...batch].sort()).toEqual(carried.sort());
    for (const { field, operation } of methods) {
      expect(fieldOf(graph.schema, field).kind).toBe(isRead(operation) ? 'query' : 'mutation');
    }
  });

  it('calls each of them, once, and understands what comes back', async () => {
    const misunderstood: string[] = [];
    for (const method of methods) {
      panels.simulators[kind].reset();
      panels.takeCalls();
      const problem = await callOnce(method);
      if (problem !== null) misunderstood.push(`${method.name}: ${problem}`);
    }
    expect(misunderstood).toEqual([]);
  }, 120_000);

  async function callOnce({ field, operation }: NativeMethod): Promise<string | null> {
    const [params] = fc.sample(inputsOf(operation.params, PROTOCOL), { numRuns: 1, seed: 7 });
    const argument = fieldOf(graph.schema, field).field.args.find(({ name }) => name === 'input');
    const answer = await graph.call(field, {
      ...(argument === undefined ? {} : { input: toVariable(argument.type, params) }),
      ...(isRead(operation) ? {} : { idempotencyKey: `every-${field}` }),
    });
    const wrong = (answer.errors ?? []).find(({ extensions }) => !PANELS_WORD.has(codeOf(extensions)));
    if (wrong !== undefined) return wrong.message;
    const calls = (panels.takeCalls()[kind] ?? []).filter((name) => name === operation.method);
    return calls.length === 1 ? null : `was asked ${calls.length} times`;
  }
});

const codeOf = (extensions: unknown): unknown => (extensions as { code?: unknown } | undefined)?.code;
