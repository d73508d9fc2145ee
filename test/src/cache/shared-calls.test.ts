import { describe, expect, it } from 'vitest';
import type { KeyValueStore } from '../../../src/cache/key-value-store.js';
import { createMemoryStore } from '../../../src/cache/memory-store.js';
import {
  CallAbandonedError,
  OutOfTimeError,
  RateLimitedError,
  RequestTimeIsUp,
} from '../../../src/errors/index.js';
import type { Backend } from '../../../src/model/index.js';
import { type CachedPanelOptions, cachePanel, callOf, scopeOf } from '../../support/cached-panel.js';
import { createPanelOfThings, things } from '../../support/panel-of-things.js';

const ACCOUNT_1 = callOf(things.getAccount, { id: 1 });
const ACCOUNT_2 = callOf(things.getAccount, { id: 2 });
const TASK = callOf(things.getTask, { id: 1 });

/** Whatever goes to the panel has gone by then: nothing before it waits for more than promises. */
const untilAsked = () => new Promise(setImmediate);

const DEAD: KeyValueStore = {
  get: () => Promise.reject(new Error('away')),
  set: () => Promise.reject(new Error('away')),
  add: () => Promise.reject(new Error('away')),
  delete: () => Promise.reject(new Error('away')),
  remove: () => Promise.reject(new Error('away')),
};

function setUp(options: CachedPanelOptions = {}) {
  const panel = createPanelOfThings();
  const cached = cachePanel(panel.backend, options);
  return { ...panel, ...cached, read: cached.backend };
}

describe('equal reads at the same time', () => {
  it('are one call, whose answer is kept', async () => {
    const { read, waves, takeLookups } = setUp();
    const answers = await Promise.all(Array.from({ length: 50 }, () => read.callAll([ACCOUNT_1], scopeOf())));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['[{"name":"one"}]']));
    expect(waves).toEqual([['getAccount {"id":1}']]);
    expect(takeLookups().filter((lookup) => lookup === 'shared')).toHaveLength(49);
  });

  it('are one call where some of a wave are under way already', async () => {
    const { read, waves } = setUp();
    const [one, both] = await Promise.all([
      read.callAll([ACCOUNT_1], scopeOf()),
      read.callAll([ACCOUNT_2, ACCOUNT_1, TASK], scopeOf()),
    ]);
    expect(one).toEqual([{ name: 'one' }]);
    expect(both).toEqual([{ name: 'two' }, { name: 'one' }, ['getTask', { id: 1 }]]);
    expect(waves).toEqual([['getAccount {"id":1}'], ['getTask {"id":1}', 'getAccount {"id":2}']]);
  });

  it('are calls of their own for two logins, and for what is never kept', async () => {
    const { read, waves } = setUp();
    await Promise.all([
      read.callAll([ACCOUNT_1, TASK], scopeOf({ credentials: { id: 'a' } })),
      read.callAll([ACCOUNT_1, TASK], scopeOf({ credentials: { id: 'b' } })),
    ]);
    expect(waves).toHaveLength(2);
    expect(waves.flat()).toHaveLength(4);
  });

  it('are one call while the store is away, too', async () => {
    const { read, waves, takeLookups } = setUp({ store: DEAD });
    await Promise.all([1, 2, 3].map(() => read.callAll([ACCOUNT_1], scopeOf())));
    expect(waves).toHaveLength(1);
    expect(takeLookups().sort()).toEqual(['error', 'shared', 'shared']);
    await read.callAll([ACCOUNT_1], scopeOf());
    expect(waves).toHaveLength(2);
  });

  it.each([
    ['with a store', {}],
    ['without one', { store: DEAD }],
  ])('are not one call when a write has ended in between, %s', async (_, options) => {
    const { read, hold, waves } = setUp(options);
    const release = hold();
    const early = read.callAll([ACCOUNT_1], scopeOf());
    await untilAsked();
    const written = read.send?.(callOf(things.rename, { id: 1, name: 'uno' }), scopeOf());
    await untilAsked();
    const late = read.callAll([ACCOUNT_1], scopeOf());
    await untilAsked();
    release();
    await written;
    expect(await early).toEqual([{ name: 'one' }]);
    expect(await late).toEqual([{ name: 'uno' }]);
    expect(waves).toHaveLength(2);
  });

  it('are asked for once more by whoever has not asked too often, when the first one has', async () => {
    const panel = createPanelOfThings();
    const limited: Backend = {
      ...panel.backend,
      callAll: async (calls, scope) =>
        scope.caller === 'hasty'
          ? calls.map(() => new RateLimitedError('too often', 1_000))
          : panel.backend.callAll(calls, scope),
    };
    const { backend } = cachePanel(limited);
    const [[hasty], [calm]] = (await Promise.all(
      ['hasty', 'calm'].map((caller) => backend.callAll([ACCOUNT_1], scopeOf({ caller }))),
    )) as [unknown[], unknown[]];
    expect(hasty).toBeInstanceOf(RateLimitedError);
    expect(calm).toEqual({ name: 'one' });
  });

  it('all fail when it fails, and the next one asks again', async () => {
    const { read, answerWith, waves } = setUp();
    const error = new Error('the panel is away');
    answerWith(error);
    const answers = await Promise.all([1, 2].map(() => read.callAll([ACCOUNT_1], scopeOf())));
    expect(answers).toEqual([[error], [error]]);
    await read.callAll([ACCOUNT_1], scopeOf());
    expect(waves).toHaveLength(2);
  });
});

describe('a caller who goes', () => {
  it('does not take the call from those who stay', async () => {
    const { read, hold, waves, signals } = setUp();
    const release = hold();
    const first = new AbortController();
    const gone = read.callAll([ACCOUNT_1], scopeOf({ signal: first.signal }));
    await untilAsked();
    const stays = read.callAll([ACCOUNT_1], scopeOf());
    await untilAsked();
    first.abort();
    const [answer] = await gone;
    expect(answer).toBeInstanceOf(CallAbandonedError);
    expect(signals[0]?.aborted).toBe(false);
    release();
    expect(await stays).toEqual([{ name: 'one' }]);
    expect(waves).toHaveLength(1);
  });

  it('ends the call when nobody else waits, and a later one begins anew', async () => {
    const { read, hold, signals } = setUp();
    const release = hold();
    const callers = [new AbortController(), new AbortController()];
    const gone = callers.map(({ signal }) => read.callAll([ACCOUNT_1], scopeOf({ signal })));
    await untilAsked();
    callers[0]?.abort();
    await untilAsked();
    expect(signals[0]?.aborted).toBe(false);
    callers[1]?.abort(new RequestTimeIsUp());
    await untilAsked();
    expect(signals[0]?.aborted).toBe(true);
    expect(signals[0]?.reason).toBeInstanceOf(RequestTimeIsUp);
    const later = read.callAll([ACCOUNT_1], scopeOf());
    await untilAsked();
    release();
    expect(await later).toEqual([{ name: 'one' }]);
    const [[first], [second]] = (await Promise.all(gone)) as [unknown[], unknown[]];
    expect(first).toBeInstanceOf(CallAbandonedError);
    expect(second).toBeInstanceOf(OutOfTimeError);
  });

  it('is told so when it is gone before it asks', async () => {
    const { read, signals } = setUp();
    const [answer] = await read.callAll([ACCOUNT_1], scopeOf({ signal: AbortSignal.abort() }));
    expect(answer).toBeInstanceOf(CallAbandonedError);
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
  });
});

describe('two processes that share a store', () => {
  function setUpTwo() {
    const store = createMemoryStore(2 ** 20);
    const panel = createPanelOfThings();
    return {
      ...panel,
      store,
      one: cachePanel(panel.backend, { store, shared: true }).backend,
      other: cachePanel(panel.backend, { store, shared: true }).backend,
    };
  }

  it('make one call of equal reads at the same time', async () => {
    const { one, other, waves } = setUpTwo();
    const answers = await Promise.all([
      one.callAll([ACCOUNT_1], scopeOf()),
      other.callAll([ACCOUNT_1], scopeOf()),
    ]);
    expect(answers).toEqual([[{ name: 'one' }], [{ name: 'one' }]]);
    expect(waves).toHaveLength(1);
  });

  it('do not wait for each other for long', async () => {
    const { one, other, hold, waves } = setUpTwo();
    const release = hold();
    const first = one.callAll([ACCOUNT_1], scopeOf());
    await untilAsked();
    const second = other.callAll([ACCOUNT_1, ACCOUNT_2], scopeOf());
    while (waves.length < 3) await untilAsked();
    expect(waves).toEqual([['getAccount {"id":1}'], ['getAccount {"id":2}'], ['getAccount {"id":1}']]);
    release();
    await first;
    expect(await second).toEqual([{ name: 'one' }, { name: 'two' }]);
  });

  it('ask at once when the other one failed', async () => {
    const { one, other, hold, answerWith, waves } = setUpTwo();
    const release = hold();
    answerWith(new Error('the panel is away'));
    const first = one.callAll([ACCOUNT_1], scopeOf());
    await untilAsked();
    const began = performance.now();
    const second = other.callAll([ACCOUNT_1], scopeOf());
    await untilAsked();
    release();
    expect((await first)[0]).toBeInstanceOf(Error);
    expect((await second)[0]).toBeInstanceOf(Error);
    expect(performance.now() - began).toBeLessThan(400);
    expect(waves).toHaveLength(2);
  });
});
