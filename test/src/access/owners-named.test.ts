import { describe, expect, it } from 'vitest';
import { ownersNamed } from '../../../src/access/owners-named.js';
import { type Operation, operation } from '../../../src/operation/operation.js';
import { createEnomBackend } from '../../support/enom-gateway.js';
import { createPoaBackend } from '../../support/poa-gateway.js';

const poa = createPoaBackend({ url: 'http://127.0.0.1:9/', username: 'u', password: 'p' });
const enom = createEnomBackend({ url: 'http://127.0.0.1:9/', uid: 'u', pw: 'p' });

const owned = (owner?: Operation['owner']) =>
  operation({
    method: 'm',
    group: 'g',
    description: 'For tests.',
    effect: 'read',
    params: { kind: 'struct', description: 'Any.', members: {} },
    result: null,
    source: 'none',
    ...(owner === undefined ? {} : { owner }),
  });

const ofAccount = owned({ param: 'account_id', type: 'Account' });
const accounts = (...ids: string[]) => ids.map((nativeId) => ({ type: 'Account', nativeId }));

describe('the owners that parameters name', () => {
  it.each([
    ['a number', { account_id: 7 }, accounts('7')],
    ['a text', { account_id: '7' }, accounts('7')],
    ['a number of 64 bits', { account_id: 7n }, accounts('7')],
    ['a list', { account_id: [7, '8'] }, accounts('7', '8')],
    ['an empty list', { account_id: [] }, []],
    ['nothing', {}, []],
    ['an inherited member', Object.create({ account_id: 7 }) as object, []],
    ['null', { account_id: null }, null],
    ['another spelling', { account_id: '007' }, null],
    ['a fraction', { account_id: 7.5 }, null],
    ['a struct', { account_id: { toString: () => '7' } }, null],
    ['one of a list that cannot be', { account_id: [7, 'x'] }, null],
    [
      'more than can be looked at',
      { account_id: Array.from({ length: 101 }, (_, index) => index + 1) },
      null,
    ],
  ])('are read from %s', (_, params, expected) => {
    expect(ownersNamed(poa, ofAccount, params as Record<string, unknown>)).toEqual(expected);
  });

  it('are found along a path, in lists on the way, too', () => {
    const deep = owned({ param: 'auth.account_id', type: 'Account' });
    expect(ownersNamed(poa, deep, { auth: { account_id: 7 } })).toEqual(accounts('7'));
    expect(ownersNamed(poa, deep, { auth: [{ account_id: 7 }, { account_id: 8 }] })).toEqual(
      accounts('7', '8'),
    );
    expect(ownersNamed(poa, deep, { auth: 'account_id' })).toEqual([]);
  });

  it('are names in two halves, joined and in the spelling of ids', () => {
    const named = owned({ param: 'sld', suffix: 'tld', type: 'Domain' });
    expect(ownersNamed(enom, named, { sld: 'Nordlicht', tld: 'EXAMPLE' })).toEqual([
      { type: 'Domain', nativeId: 'nordlicht.example' },
    ]);
    expect(ownersNamed(enom, named, { sld: 'nordlicht' })).toBeNull();
    expect(ownersNamed(enom, named, { sld: 'nordlicht.example/..', tld: 'x' })).toBeNull();
  });

  it.each([
    ['no owner', owned()],
    ['a type that there is not', owned({ param: 'account_id', type: 'Owner' })],
  ])('are not known of an operation that names %s', (_, named) => {
    expect(ownersNamed(poa, named, { account_id: 7 })).toBeNull();
  });
});
