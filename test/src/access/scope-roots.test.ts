import { describe, expect, it } from 'vitest';
import { unusableRoots } from '../../../src/access/index.js';
import { createEnomBackend } from '../../support/enom-gateway.js';
import { createPoaBackend } from '../../support/poa-gateway.js';

const backends = [
  createPoaBackend({ url: 'http://127.0.0.1:9/', username: 'u', password: 'p' }),
  createEnomBackend({ url: 'http://127.0.0.1:9/', uid: 'u', pw: 'p' }),
];

describe('the roots of a scope', () => {
  it('can be used in any spelling that ids have', () => {
    expect(unusableRoots({ poa: ['1000005'], enom: ['Müller.EXAMPLE.'], other: ['?'] }, backends)).toEqual(
      [],
    );
  });

  it('are told by their places where they can be no ids', () => {
    expect(unusableRoots({ poa: ['1', 'poa:Account:1', ''], enom: ['1000005'] }, backends)).toEqual([
      { place: 'poa[1]', wanted: 'the panel’s own number of an account' },
      { place: 'poa[2]', wanted: 'the panel’s own number of an account' },
      { place: 'enom[0]', wanted: 'a domain name' },
    ]);
  });
});
