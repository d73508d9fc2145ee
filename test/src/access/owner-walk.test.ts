import { describe, expect, it } from 'vitest';
import { MOST_STEPS, OwnerWalk } from '../../../src/access/owner-walk.js';
import {
  BackendNotFoundError,
  BackendProtocolError,
  BackendTimeoutError,
  MethodMissingError,
} from '../../../src/errors/index.js';
import { type Account, mentionOf, type ObjectRef, type Subscription } from '../../../src/model/index.js';

const ORIGIN = { backend: 'poa', method: 'm' };
const account = (nativeId: string) => mentionOf('poa', 'Account', nativeId);
const ref = (nativeId: string): ObjectRef => ({ type: 'Account', nativeId });

/** A walk over accounts whose numbers count down to the root 1, or lead where `parentOf` says. */
function walkOver(
  roots: readonly string[],
  parentOf: (nativeId: string) => ObjectRef | null | Error = (nativeId) =>
    nativeId === '1' ? null : ref(String(Number(nativeId) - 1)),
) {
  const asked: string[] = [];
  const walk = new OwnerWalk({
    backend: 'poa',
    roots: new Set(roots),
    ownership: {
      root: 'Account',
      rules: {
        Account: {
          told: ({ parentId }: Account) => (typeof parentId === 'string' ? ref(parentId) : parentId),
          ask: async ({ nativeId }: Account) => {
            asked.push(nativeId);
            const parent = parentOf(nativeId);
            if (parent instanceof Error) throw parent;
            return parent;
          },
        },
        Subscription: {
          told: ({ accountId }: Subscription) => (typeof accountId === 'string' ? ref(accountId) : accountId),
        },
      },
    },
  });
  return { walk, asked };
}

describe('a walk to the owner', () => {
  it('asks nothing of what the scope itself lists', async () => {
    const { walk, asked } = walkOver(['5']);
    expect(await walk.leadsToRoot('Account', account('5'))).toBe(true);
    expect(walk.saysNow('Account', account('5'))).toBe(true);
    expect(asked).toEqual([]);
  });

  it(`arrives after ${MOST_STEPS} steps, and gives up before a further one`, async () => {
    const { walk, asked } = walkOver(['1']);
    expect(await walk.leadsToRoot('Account', account('9'))).toBe(true);
    expect(asked).toHaveLength(8);
    expect(await walk.leadsToRoot('Account', account('10'))).toBe(false);
  });

  it('ends at the top, and in a circle', async () => {
    expect(await walkOver(['77']).walk.leadsToRoot('Account', account('4'))).toBe(false);
    const { walk, asked } = walkOver(['77'], (nativeId) => ref(nativeId === '4' ? '5' : '4'));
    expect(await walk.leadsToRoot('Account', account('4'))).toBe(false);
    expect(asked.toSorted()).toEqual(['4', '5']);
  });

  it('asks for each step once, from wherever walks come and however many are under way', async () => {
    const { walk, asked } = walkOver(['1']);
    await Promise.all(['5', '5', '4', '6'].map((nativeId) => walk.leadsToRoot('Account', account(nativeId))));
    await walk.leadsToRoot('Account', account('3'));
    expect(asked.toSorted()).toEqual(['2', '3', '4', '5', '6']);
  });

  it('takes what a record tells in place of a call', async () => {
    const { walk, asked } = walkOver(['1']);
    const told = { ...account('900'), parentId: '2' };
    expect(await walk.leadsToRoot('Account', told)).toBe(true);
    expect(asked).toEqual(['2']);
    expect(walk.saysNow('Account', { ...account('901'), parentId: '1' })).toBe(true);
    expect(walk.saysNow('Account', { ...account('902'), parentId: null })).toBe(false);
    expect(walk.saysNow('Account', account('903'))).toBeUndefined();
  });

  it.each([
    ['that is not there', new BackendNotFoundError('no', ORIGIN, { ...ORIGIN, code: null, message: null })],
    ['that cannot be read', new BackendProtocolError('no', ORIGIN)],
    ['that no method tells', new MethodMissingError('no', ORIGIN)],
  ])('leads nowhere over an owner %s', async (_, error) => {
    const { walk } = walkOver(['1'], () => error);
    expect(await walk.leadsToRoot('Account', account('3'))).toBe(false);
  });

  it('fails when the panel does not answer: who owns what is then not known', async () => {
    const { walk } = walkOver(['1'], () => new BackendTimeoutError('late', ORIGIN));
    await expect(walk.leadsToRoot('Account', account('3'))).rejects.toThrow('late');
  });

  it('leads nowhere from a type without a rule, and from a record that names no owner', async () => {
    const { walk } = walkOver(['8000001', '1']);
    expect(await walk.leadsToRoot('MailboxStore', mentionOf('poa', 'MailboxStore', '8000001'))).toBe(false);
    expect(await walk.leadsToRoot('Subscription', mentionOf('poa', 'Subscription', '1'))).toBe(false);
    const owned = { ...mentionOf('poa', 'Subscription', '7'), accountId: '1' };
    expect(await walk.leadsToRoot('Subscription', owned)).toBe(true);
  });
});
