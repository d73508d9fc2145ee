import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NativeMethod } from '../../../src/native/native-method.js';
import { isRead, methodsOf } from '../../../src/native/native-method.js';
import type { Members, Shape } from '../../../src/operation/shape.js';
import type { SimulatorKind } from '../../../src/sandbox/simulator.js';
import { type FourPanels, startFourPanels } from '../../support/four-panels.js';
import { createNativeGraph, fieldOf, type NativeGraph, toVariable } from '../../support/native-graph.js';
import { type NativeServer, startNativeServer } from '../../support/native-server.js';
import { inputsOf } from '../../support/shape-values.js';

/** Fits the shortest of the secrets that have a longest length. */
const SECRET = 'Zq7!geheim';
const PROTOCOL = {
  text: fc.stringMatching(/^[a-z]{1,12}$/),
  dateTime: fc.constant('2026-11-21T09:30:00'),
  any: fc.constant('something'),
};

let panels: FourPanels;
let graph: NativeGraph;
let native: NativeServer;

beforeAll(async () => {
  panels = await startFourPanels();
  graph = createNativeGraph(panels.backends);
  native = await startNativeServer(panels.backends);
});
afterAll(async () => {
  await native.close();
  await panels.close();
});

/** Puts the secret into each place that is one. @returns whether there is any */
function plant(shape: Shape, value: unknown): unknown {
  if (value === undefined || value === null) return value;
  if (shape.secret === true && shape.kind === 'string') return SECRET;
  if (shape.kind === 'array') return (value as unknown[]).map((item) => plant(shape.of as Shape, item));
  if (shape.kind !== 'struct') return value;
  const members: Members = shape.members;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      const member = members[name];
      return [name, member === undefined ? one : plant(member, one)];
    }),
  );
}

const secretMethods = (): ReadonlyArray<{ kind: SimulatorKind; method: NativeMethod; params: unknown }> =>
  panels.backends.flatMap((backend) =>
    [...methodsOf(backend).values()].flatMap((method) => {
      const samples = fc.sample(inputsOf(method.operation.params, PROTOCOL), { numRuns: 30, seed: 5 });
      const planted = samples
        .map((params) => plant(method.operation.params, params))
        .filter((params) => JSON.stringify(params, bigintAsText).includes(SECRET));
      const [params] = planted;
      return params === undefined ? [] : [{ kind: backend.name as SimulatorKind, method, params }];
    }),
  );

const bigintAsText = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

describe('a secret that a native method is sent', () => {
  it('is in no answer, error or record, whatever becomes of the call', async () => {
    const found: string[] = [];
    const cases = secretMethods();
    expect(cases.length).toBeGreaterThan(15);
    for (const { kind, method, params } of cases) {
      const { field, operation } = method;
      const argument = fieldOf(graph.schema, field).field.args.find(({ name }) => name === 'input');
      const input = argument === undefined ? undefined : toVariable(argument.type, params);
      for (const fault of [null, `no such user ${SECRET}`]) {
        if (fault !== null) {
          panels.simulators[kind].faults.next(operation.method, { kind: 'fault', message: fault });
        }
        const key = isRead(operation) ? {} : { idempotencyKey: `${field}-${String(fault !== null)}` };
        const answer = await graph.call(field, { input, ...key });
        if (JSON.stringify(answer).includes(SECRET)) found.push(`${field}: answer`);
      }
      panels.simulators[kind].reset();
    }
    expect(found).toEqual([]);
    expect(graph.recordsText()).not.toContain(SECRET);
  }, 60_000);

  it('is in no answer and no line of the log of its REST route', async () => {
    for (const { kind, method, params } of secretMethods()) {
      const path = `/native/rest/${kind}/${method.name}`;
      const body = JSON.stringify(params, bigintAsText);
      const answer = await native.post(path, body, { idempotencyKey: `rest-${method.field}` });
      expect(answer.body, path).not.toContain(SECRET);
      const broken = await native.post(path, { ...JSON.parse(body), [SECRET]: { [SECRET]: SECRET } });
      expect(broken.body, path).not.toContain(SECRET);
    }
    expect(native.server.logText()).not.toContain(SECRET);
    expect(native.recordsText()).not.toContain(SECRET);
  }, 60_000);

  it('has no field in what is answered', () => {
    const secretNames = panels.backends.flatMap(({ operations }) =>
      operations.flatMap(({ result }) => (result === null ? [] : secretMembers(result as Shape))),
    );
    expect(secretNames.length).toBeGreaterThan(0);
    for (const type of Object.values(graph.schema.getTypeMap())) {
      if (!('getFields' in type) || 'isOneOf' in type) continue;
      expect(Object.keys(type.getFields()).filter((name) => /^password$|^pw$/i.test(name))).toEqual([]);
    }
  });
});

function secretMembers(shape: Shape): readonly string[] {
  if (shape.kind === 'array') return secretMembers(shape.of as Shape);
  if (shape.kind !== 'struct') return [];
  return Object.entries<Members[string]>(shape.members).flatMap(([name, member]) =>
    member.secret === true ? [name] : secretMembers(member),
  );
}
