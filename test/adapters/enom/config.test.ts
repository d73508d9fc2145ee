import { describe, expect, it } from 'vitest';
import { enomSettings } from '../../../adapters/enom/config.js';

const ENTRY = { url: 'https://reseller.example/interface.asp', uid: 'resellid', pw: 's3cret' };

describe('the settings of an eNom account', () => {
  it('have safe defaults', () => {
    expect(enomSettings.parse(ENTRY)).toMatchObject({
      uid: 'resellid',
      pageSize: 100,
      missCodes: [304152, 304153],
      qtyAvailable: 'free',
    });
  });

  it.each([
    ['a login in the query of its address', { url: 'https://reseller.example/interface.asp?uid=a&pw=b' }],
    ['no login', { uid: '' }],
    ['a page that the service refuses', { pageSize: 101 }],
    ['a code of seven digits', { missCodes: [1_000_000] }],
    ['a setting that does not exist', { password: 'a' }],
  ])('do not take %s', (_, settings) => {
    expect(enomSettings.safeParse({ ...ENTRY, ...settings }).success).toBe(false);
  });
});
