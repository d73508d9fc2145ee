import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as enom from '../../../adapters/enom/operations/index.js';
import * as hsphere from '../../../adapters/hsphere/operations/index.js';
import { backendKinds } from '../../../adapters/index.js';
import * as mspc from '../../../adapters/mspc/operations/index.js';
import * as poa from '../../../adapters/poa/operations/index.js';
import { changedKeys, everyKey, shownKeys } from '../../../src/cache/touched-keys.js';
import { cacheSettings } from '../../../src/config/cache-settings.js';
import { NODE_TYPES } from '../../../src/model/index.js';
import type { AnyOperation, Touched } from '../../../src/operation/operation.js';
import type { StructShape } from '../../../src/operation/shape.js';
import { callOf } from '../../support/cached-panel.js';

const operations = [enom, hsphere, mspc, poa].flatMap((adapter) =>
  Object.values<unknown>(adapter).filter(
    (value): value is AnyOperation => typeof value === 'object' && value !== null && 'params' in value,
  ),
);
const CACHED_TYPES = Object.keys(cacheSettings.shape.ttlSeconds.unwrap().shape);

const described = { group: '', description: '', source: '', params: undefined, result: undefined };
const reading = (shows: readonly Touched[]) =>
  ({ ...described, method: 'read', effect: 'read', shows }) as unknown as AnyOperation;
const writing = (changes?: readonly Touched[]) =>
  ({ ...described, method: 'write', effect: 'write', changes }) as unknown as AnyOperation;

describe('what operations say of the objects that they touch', () => {
  it.each(
    operations.filter(({ shows, changes }) => shows ?? changes).map((each) => [each.method, each] as const),
  )('names types and parameters that there are: %s', (_, { shows, changes, params, effect }) => {
    expect(effect === 'read' ? changes : shows).toBeUndefined();
    for (const { type, param } of shows ?? changes ?? []) {
      expect(NODE_TYPES).toContain(type);
      if (param !== undefined) expect((params as StructShape).members).toHaveProperty(param);
    }
  });

  it('has a read to show for every type that can be cached, of some panel', () => {
    const shown = new Set(operations.flatMap(({ shows = [] }) => shows.map(({ type }) => type)));
    expect([...shown].sort()).toEqual([...CACHED_TYPES].sort());
    expect(Object.keys(backendKinds)).toHaveLength(4);
  });

  it.each([
    'pem.removeAccount',
    'pem.disableAccount',
    'pem.removeSubscription',
    'pem.removeDomain',
    'pem.removeUser',
    'pem.batchRequest',
    'txn.Commit',
    'DeleteUser',
    'ChangeUserStatus',
    'DeletePackage',
    'DeleteHostingPlan',
    'deleteAccount',
  ])('does not narrow down a write that reaches what hangs on its object: %s', (method) => {
    const named = operations.filter((each) => each.method === method);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(({ changes }) => changes !== undefined)).toEqual([]);
  });
});

describe('the generations of a panel', () => {
  const touched = fc.record(
    { type: fc.constantFrom('Account', 'Domain'), param: fc.constantFrom('id', 'user.id') },
    { requiredKeys: ['type'] },
  );
  const id = fc.constantFrom(1, 2, 3n, '4', 'x'.repeat(101), '', undefined, null);
  const params = fc.record({ id, user: fc.oneof(fc.record({ id }), fc.constant(undefined)) });
  const idOf = (
    { param }: Touched,
    { id: own, user }: { id: unknown; user?: { id: unknown } | undefined },
  ) => {
    const value = param === undefined ? undefined : param === 'id' ? own : user?.id;
    return value === undefined || value === null || value === '' ? undefined : String(value);
  };

  it('end with every write that may change what an answer shows, and with no other one', () => {
    fc.assert(
      fc.property(
        fc.array(touched, { minLength: 1, maxLength: 2 }),
        params,
        fc.array(touched, { maxLength: 2 }),
        params,
        (shows, shownParams, changes, changedParams) => {
          const shown = shownKeys('p', callOf(reading(shows), shownParams));
          const changed = new Set(changedKeys('p', callOf(writing(changes), changedParams)));
          const meet = shows.some((seen) =>
            changes.some((made) => {
              if (seen.type !== made.type) return false;
              const [a, b] = [idOf(seen, shownParams), idOf(made, changedParams)];
              return a === undefined || b === undefined || a === b || a.length > 100 || b.length > 100;
            }),
          );
          expect(shown.some((key) => changed.has(key))).toBe(meet);
        },
      ),
    );
  });

  it('end with a write that does not say what it changes, whatever an answer shows', () => {
    expect(changedKeys('p', callOf(writing()))).toEqual(everyKey('p'));
    for (const shows of [[{ type: 'Account' }], [{ type: 'Account', param: 'id' }]]) {
      expect(shownKeys('p', callOf(reading(shows), { id: 1 }))).toContain(everyKey('p')[0]);
    }
  });

  it('are other ones on another panel', () => {
    const call = callOf(reading([{ type: 'Account', param: 'id' }]), { id: 1 });
    expect(shownKeys('p', call).filter((key) => shownKeys('q', call).includes(key))).toEqual([]);
  });

  it('have names of bounded length and of harmless characters', () => {
    const hostile = ['x'.repeat(1_000_000), 'a:b c\r\n*', '__proto__'];
    for (const each of hostile) {
      for (const key of changedKeys('p', callOf(writing([{ type: 'Account', param: 'id' }]), { id: each }))) {
        expect(key).toMatch(/^[\w:%.*-]{1,400}$/);
      }
    }
  });
});
