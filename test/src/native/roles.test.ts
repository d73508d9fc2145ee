import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Backend, Role } from '../../../src/model/index.js';
import { isRead, methodsOf, type NativeMethod } from '../../../src/native/native-method.js';
import { type FourPanels, startFourPanels } from '../../support/four-panels.js';
import {
  callerWith,
  callerWithout,
  createNativeGraph,
  fieldOf,
  type NativeGraph,
  toVariable,
} from '../../support/native-graph.js';
import { inputsOf } from '../../support/shape-values.js';

const PROTOCOL = {
  text: fc.stringMatching(/^[a-z]{1,12}$/),
  dateTime: fc.constant('2026-11-21T09:30:00'),
  any: fc.constant('something'),
};

let panels: FourPanels;
let graph: NativeGraph;
let methods: ReadonlyArray<readonly [Backend, NativeMethod]>;

beforeAll(async () => {
  panels = await startFourPanels();
  graph = createNativeGraph(panels.backends, { credentialChecksPerMinute: 3 });
  methods = panels.backends.flatMap((backend) =>
    [...methodsOf(backend).values()].map((method) => [backend, method] as const),
  );
});
afterAll(() => panels.close());

const takeAll = () => Object.values(panels.takeCalls()).flat();

/** @returns the code of the answer, `undefined` for one without an error */
async function codeFor([, method]: readonly [Backend, NativeMethod], principal = callerWith([])) {
  const { field, operation } = method;
  const [params] = fc.sample(inputsOf(operation.params, PROTOCOL), { numRuns: 1, seed: 11 });
  const argument = fieldOf(graph.schema, field).field.args.find(({ name }) => name === 'input');
  const answer = await graph.call(
    field,
    {
      ...(argument === undefined ? {} : { input: toVariable(argument.type, params) }),
      ...(isRead(operation) ? {} : { idempotencyKey: `roles-${principal.id}-${field}` }),
    },
    principal,
  );
  return (answer.errors?.[0]?.extensions as { code?: string } | undefined)?.code;
}

/** What a method takes besides `native`, by what its descriptor says of it. */
const FURTHER: ReadonlyArray<readonly [Role, (method: NativeMethod) => boolean]> = [
  ['money', ({ operation }) => operation.effect === 'money'],
  ['destructive', ({ operation }) => operation.destructive === true],
  ['credentials', ({ operation }) => operation.checksCredentials === true],
];

describe('roles of the native layer', () => {
  it('every method takes native, and asks no panel without it', async () => {
    const letIn: string[] = [];
    takeAll();
    for (const one of methods) {
      if ((await codeFor(one, callerWithout('native'))) !== 'FORBIDDEN') letIn.push(one[1].name);
    }
    expect(letIn).toEqual([]);
    expect(takeAll()).toEqual([]);
  }, 60_000);

  it.each(FURTHER)('%s is taken by just those methods that need it', async (role, needsIt) => {
    takeAll();
    const refused: string[] = [];
    for (const one of methods.filter(([, method]) => needsIt(method))) {
      if ((await codeFor(one, callerWithout(role))) === 'FORBIDDEN') refused.push(one[1].name);
    }
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.sort()).toEqual(methods.flatMap(([, one]) => (needsIt(one) ? [one.name] : [])).sort());
    expect(takeAll()).toEqual([]);
  });

  it('a caller with a scope reaches no method that leads to no owner', async () => {
    const scoped = callerWith(['native', 'money', 'destructive', 'credentials'], {
      id: 'scoped',
      scope: { poa: ['1000005'], mspc: ['12'], hsphere: ['1001'], enom: ['nordlicht.example'] },
    });
    const open: string[] = [];
    for (const one of methods) {
      if (one[1].operation.owner !== undefined || one[1].operation.checksCredentials === true) continue;
      takeAll();
      if ((await codeFor(one, scoped)) !== 'FORBIDDEN' || takeAll().includes(one[1].operation.method)) {
        open.push(one[1].name);
      }
    }
    expect(open).toEqual([]);
  }, 60_000);

  it('passwords are checked only so often in a minute, by each caller', async () => {
    const check = methods.find(([, { name }]) => name === 'pem.checkPassword');
    if (check === undefined) throw new Error('POA checks no passwords any more.');
    const caller = callerWith(['native', 'credentials'], { id: 'guesser' });
    const codes: Array<string | undefined> = [];
    for (let tries = 0; tries < 5; tries += 1) codes.push(await codeFor(check, caller));
    expect(codes.slice(0, 3)).not.toContain('RATE_LIMITED');
    expect(codes.slice(3)).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
    const other = callerWith(['native', 'credentials'], { id: 'somebody-else' });
    expect(await codeFor(check, other)).not.toBe('RATE_LIMITED');
  });
});
