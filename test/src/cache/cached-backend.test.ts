import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../src/cache/memory-store.js';
import { BackendFaultError } from '../../../src/errors/index.js';
import type { CallReport } from '../../../src/model/index.js';
import { operation } from '../../../src/operation/operation.js';
import { any, string, struct } from '../../../src/operation/shape.js';
import { type CachedPanelOptions, cachePanel, callOf, scopeOf } from '../../support/cached-panel.js';
import { createPanelOfThings, things } from '../../support/panel-of-things.js';

const ACCOUNT_1 = callOf(things.getAccount, { id: 1 });
const ACCOUNT_2 = callOf(things.getAccount, { id: 2 });
const ACCOUNTS = callOf(things.getAccounts);
const DOMAINS = callOf(things.getDomains, { id: 1 });
const TASK = callOf(things.getTask, { id: 1 });
const renaming = (id: number, name: string) => callOf(things.rename, { id, name });

/** Whatever goes to the panel has gone by then: nothing before it waits for more than promises. */
const untilAsked = () => new Promise(setImmediate);

function setUp(options: CachedPanelOptions = {}) {
  const panel = createPanelOfThings();
  const { backend, takeLookups } = cachePanel(panel.backend, options);
  return {
    ...panel,
    takeLookups,
    cached: backend,
    read: (...calls: ReturnType<typeof callOf>[]) => backend.callAll(calls, scopeOf()),
    write: (call: ReturnType<typeof callOf>) => backend.send?.(call, scopeOf()),
    /** Methods that reached the panel since the last time this was asked. */
    takeAsked: () =>
      panel.waves
        .splice(0)
        .flat()
        .map((call) => call.split(' ')[0]),
  };
}

describe('a backend behind a cache', () => {
  it('answers a read again without a call, until its time is up', async () => {
    let time = 0;
    const { read, takeAsked, takeLookups } = setUp({
      store: createMemoryStore(2 ** 20, () => time),
      ttlMs: { Account: 1_000 },
    });
    expect(await read(ACCOUNT_1)).toEqual([{ name: 'one' }]);
    time = 999;
    expect(await read(ACCOUNT_1)).toEqual([{ name: 'one' }]);
    expect(takeAsked()).toEqual(['getAccount']);
    time = 1_000;
    await read(ACCOUNT_1);
    expect(takeAsked()).toEqual(['getAccount']);
    expect(takeLookups()).toEqual(['miss', 'hit', 'miss']);
  });

  it('asks for what it does not have in one wave, and answers in the order of the calls', async () => {
    const { read, waves } = setUp();
    await read(ACCOUNT_2);
    waves.length = 0;
    expect(await read(TASK, ACCOUNT_1, ACCOUNT_2, ACCOUNT_1)).toEqual([
      ['getTask', { id: 1 }],
      { name: 'one' },
      { name: 'two' },
      { name: 'one' },
    ]);
    expect(waves).toEqual([['getTask {"id":1}', 'getAccount {"id":1}']]);
  });

  it('keeps nothing of types that are not opted in, nor of reads that do not say what they show', async () => {
    const { read, takeAsked, takeLookups } = setUp({ ttlMs: { Domain: 60_000 } });
    for (const call of [ACCOUNT_1, TASK, DOMAINS, ACCOUNT_1, TASK, DOMAINS]) await read(call);
    expect(takeAsked()).toEqual(['getAccount', 'getTask', 'getDomains', 'getAccount', 'getTask']);
    expect(takeLookups()).toEqual(['miss', 'hit']);
  });

  it('keeps logins apart, and backends that differ in their panel', async () => {
    const store = createMemoryStore(2 ** 20);
    const { cached, takeAsked } = setUp({ store });
    for (const credentials of [null, { id: 'a' }, { id: 'b' }, { id: 'a' }]) {
      await cached.callAll([ACCOUNT_1], scopeOf({ credentials }));
    }
    expect(takeAsked()).toHaveLength(3);
    const other = setUp({ store, panel: 'another panel' });
    await other.read(ACCOUNT_1);
    expect(other.takeAsked()).toHaveLength(1);
  });

  it('asks the panel itself where the answer has to be fresh', async () => {
    const { cached, names, takeAsked } = setUp();
    await cached.callAll([ACCOUNT_1], scopeOf());
    names.set(1, 'changed elsewhere');
    expect(await cached.callAll([ACCOUNT_1], scopeOf({ fresh: true }))).toEqual([
      { name: 'changed elsewhere' },
    ]);
    expect(takeAsked()).toHaveLength(2);
  });

  it('keeps no error, and no list with a row that is one', async () => {
    const { read, answerWith, takeAsked } = setUp();
    const fault = new BackendFaultError(
      'no',
      { backend: 'panel', method: 'getAccount' },
      { backend: 'panel', method: 'getAccount', code: null, message: null },
    );
    answerWith(fault);
    expect(await read(ACCOUNT_1)).toEqual([fault]);
    answerWith([{ name: 'one' }, new Error('a row')]);
    await read(ACCOUNTS);
    await read(ACCOUNT_1, ACCOUNTS);
    expect(takeAsked()).toEqual(['getAccount', 'getAccounts', 'getAccount', 'getAccounts']);
  });

  it('keeps an answer that there is nothing', async () => {
    const { read, answerWith, takeAsked } = setUp();
    answerWith(null);
    expect(await read(ACCOUNT_1)).toEqual([null]);
    expect(await read(ACCOUNT_1)).toEqual([null]);
    expect(takeAsked()).toHaveLength(1);
  });

  it('reports a hit as a read without a call, and a miss as one with', async () => {
    const reports: CallReport[] = [];
    const { cached } = setUp();
    const scope = scopeOf({ observe: (report) => reports.push(report), wave: 3 });
    await cached.callAll([ACCOUNT_1], scope);
    await cached.callAll([ACCOUNT_1], scope);
    expect(reports).toMatchObject([
      { backend: 'panel', method: 'getAccount', effect: 'read', wave: 3, attempts: 0, cache: 'hit' },
    ]);
  });

  it('is in all else the backend, as it is at the time', async () => {
    let status: 'UP' | 'DOWN' = 'UP';
    const { backend } = createPanelOfThings();
    const { backend: cached } = cachePanel(
      Object.defineProperty({ ...backend }, 'status', { get: () => status }),
    );
    expect(cached.status).toBe('UP');
    status = 'DOWN';
    expect(cached.status).toBe('DOWN');
    expect(cached.name).toBe('panel');
    expect('writes' in cached).toBe(false);
  });
});

describe('reads that are never kept', () => {
  const documented = {
    group: 'things',
    description: 'A thing.',
    source: 'The manual',
    effect: 'read',
  } as const;
  const shows = [{ type: 'Account' }];
  const plain = { params: struct({}), result: struct({ name: string('Name.') }), shows };

  it.each([
    [
      'take a secret',
      operation({
        ...documented,
        ...plain,
        method: 'a',
        params: struct({ password: string('Password.', { secret: true }) }),
      }),
    ],
    [
      'tell whether a login is right',
      operation({ ...documented, ...plain, method: 'a', checksCredentials: true }),
    ],
    [
      'answer what no document describes',
      operation({ ...documented, ...plain, method: 'a', result: any('Anything.') }),
    ],
    [
      'hand on members that they do not name',
      operation({ ...documented, ...plain, method: 'a', result: struct({}, '', { open: true }) }),
    ],
  ])('%s', async (_, called) => {
    const { read, takeAsked } = setUp();
    const call = callOf(called, { password: 'correct horse' });
    await read(call);
    await read(call);
    expect(takeAsked()).toHaveLength(2);
  });
});

describe('a write behind a cache', () => {
  it('ends what is kept of the object that it changes and of all lists, and leaves the others', async () => {
    const { read, write, takeAsked } = setUp();
    const all = [ACCOUNT_1, ACCOUNT_2, ACCOUNTS, DOMAINS];
    await read(...all);
    await write(renaming(1, 'uno'));
    takeAsked();
    expect(await read(...all)).toEqual([
      { name: 'uno' },
      { name: 'two' },
      [{ name: 'uno' }, { name: 'two' }],
      ['getDomains', { id: 1 }],
    ]);
    expect(takeAsked()).toEqual(['getAccount', 'getAccounts']);
  });

  it('ends what is kept of all objects of a type when it names none', async () => {
    const { read, write, takeAsked } = setUp();
    await read(ACCOUNT_1, ACCOUNT_2, ACCOUNTS, DOMAINS);
    await write(callOf(things.renameAll, { name: 'same' }));
    takeAsked();
    expect(await read(ACCOUNT_1, ACCOUNT_2)).toEqual([{ name: 'same' }, { name: 'same' }]);
    await read(ACCOUNTS, DOMAINS);
    expect(takeAsked()).toEqual(['getAccount', 'getAccount', 'getAccounts']);
  });

  it('ends everything of its panel when it does not say what it changes', async () => {
    const { read, write, takeAsked } = setUp();
    await read(ACCOUNT_1, ACCOUNTS, DOMAINS);
    await write(callOf(things.upset));
    takeAsked();
    await read(ACCOUNT_1, ACCOUNTS, DOMAINS);
    expect(takeAsked()).toEqual(['getAccount', 'getAccounts', 'getDomains']);
  });

  it('ends it for another backend that is another login of the same panel', async () => {
    const store = createMemoryStore(2 ** 20);
    const { read, takeAsked } = setUp({ store });
    const other = setUp({ store });
    await read(ACCOUNT_1);
    await other.write(renaming(1, 'uno'));
    takeAsked();
    await read(ACCOUNT_1);
    expect(takeAsked()).toHaveLength(1);
  });

  it('ends it when nobody knows how the write ended', async () => {
    const { read, write, failWrite } = setUp();
    await read(ACCOUNT_1);
    failWrite();
    await expect(write(renaming(1, 'uno'))).rejects.toThrow('nobody knows');
    expect(await read(ACCOUNT_1)).toEqual([{ name: 'uno' }]);
  });

  it('has no answer kept as new that was asked for before it and came after it', async () => {
    const { read, write, hold } = setUp();
    const release = hold();
    const early = read(ACCOUNT_1);
    await untilAsked();
    const written = write(renaming(1, 'uno'));
    await untilAsked();
    release();
    await written;
    expect(await early).toEqual([{ name: 'one' }]);
    expect(await read(ACCOUNT_1)).toEqual([{ name: 'uno' }]);
  });

  it('has no answer kept that was asked for while it was under way', async () => {
    const { read, write, hold, names, takeAsked } = setUp();
    const release = hold();
    const written = write(renaming(1, 'uno'));
    await untilAsked();
    // As a panel that applies what it was told a moment later.
    names.set(1, 'one');
    const during = read(ACCOUNT_1);
    await untilAsked();
    names.set(1, 'uno');
    release();
    await written;
    expect(await during).toEqual([{ name: 'one' }]);
    takeAsked();
    expect(await read(ACCOUNT_1)).toEqual([{ name: 'uno' }]);
    expect(takeAsked()).toHaveLength(1);
  });
});
