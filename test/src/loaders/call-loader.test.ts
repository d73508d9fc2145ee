import { describe, expect, it } from 'vitest';
import { createCall } from '../../../src/loaders/call-loader.js';
import type { Backend, PanelCall } from '../../../src/model/index.js';
import { operation } from '../../../src/operation/operation.js';
import { boolean, int, int64, optional, string, struct } from '../../../src/operation/shape.js';

const shared = { group: 'test', description: 'test', effect: 'read', source: 'test' } as const;
const getThing = operation({
  ...shared,
  method: 'getThing',
  params: struct({ id: int('id'), big: optional(int64('big')), name: optional(string('name')) }),
  result: string('thing'),
});
const getSubscription = operation({
  ...shared,
  method: 'getSubscription',
  fuller: { member: 'get_resources', value: true },
  params: struct({ id: int('id'), get_resources: boolean('more') }),
  result: string('subscription'),
});

function start(answer: (call: PanelCall) => unknown = ({ params }) => JSON.stringify(params)) {
  const waves: (readonly PanelCall[])[] = [];
  const backend = {
    name: 'poa',
    callAll: async (calls: readonly PanelCall[]) => {
      waves.push(calls);
      return calls.map(answer);
    },
  } as unknown as Backend;
  const scope = { credentials: null, signal: new AbortController().signal };
  return { waves, call: createCall(backend, scope) };
}

describe('the calls of one request', () => {
  it('makes equal calls once, in the same wave and in later ones', async () => {
    const { waves, call } = start();
    await Promise.all([call(getThing, { id: 1 }), call(getThing, { id: 1 }), call(getThing, { id: 2 })]);
    await call(getThing, { id: 2 });
    expect(waves.map((wave) => wave.length)).toEqual([2]);
  });

  it('tells calls apart by every parameter, also where they print alike', async () => {
    const { waves, call } = start(() => 'x');
    await Promise.all([
      call(getThing, { id: 1, big: 5n }),
      call(getThing, { id: 1, name: '5n' }),
      call(getThing, { id: 1 }),
    ]);
    expect(waves[0]).toHaveLength(3);
  });

  it('sends all calls that are asked for together as one wave, whatever their methods', async () => {
    const { waves, call } = start();
    await Promise.all([call(getThing, { id: 1 }), call(getSubscription, { id: 1, get_resources: false })]);
    expect(waves).toHaveLength(1);
  });

  it('leaves out a call that another one of its wave answers more fully', async () => {
    const { waves, call } = start();
    const answers = await Promise.all([
      call(getSubscription, { id: 1, get_resources: false }),
      call(getSubscription, { id: 1, get_resources: true }),
      call(getSubscription, { id: 2, get_resources: false }),
    ]);
    expect(waves.map((wave) => wave.map(({ params }) => params))).toEqual([
      [
        { id: 1, get_resources: true },
        { id: 2, get_resources: false },
      ],
    ]);
    expect(answers[0]).toBe(answers[1]);
    expect(answers[2]).toBe('{"id":2,"get_resources":false}');
  });

  it('leaves out a call that an earlier wave answered more fully', async () => {
    const { waves, call } = start();
    await call(getSubscription, { id: 1, get_resources: true });
    await call(getSubscription, { id: 1, get_resources: false });
    expect(waves).toHaveLength(1);
  });

  it('gives each call its own error', async () => {
    const { call } = start(({ params }) => (params.id === 2 ? new Error('no') : 'yes'));
    const answers = await Promise.allSettled([call(getThing, { id: 1 }), call(getThing, { id: 2 })]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });
});
