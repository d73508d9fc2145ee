import { describe, expect, it } from 'vitest';
import { redact } from '../../../../src/sandbox/poa/redact.js';

describe('redact', () => {
  it('hides secrets by the names of their members, at any depth', () => {
    expect(
      redact({ auth: { login: 'jo', password: 'p' }, priv_key: ['k'], deep: [[{ new_password: 7 }]] }),
    ).toEqual({ auth: { login: 'jo', password: '***' }, priv_key: '***', deep: [[{ new_password: '***' }]] });
  });

  it('hides the value of a pair whose name tells of a secret', () => {
    expect(
      redact([
        { var_name: 'admin_password', var_value: 'p' },
        { name: 'Password', value: 'p', values: 'p' },
        { name: 'city', value: 'Kiel' },
        { account_id: 1, name: 'ldap_password', str_value: 'p', num_value: 7 },
      ]),
    ).toEqual([
      { var_name: 'admin_password', var_value: '***' },
      { name: 'Password', value: '***', values: '***' },
      { name: 'city', value: 'Kiel' },
      { account_id: 1, name: 'ldap_password', str_value: '***', num_value: '***' },
    ]);
  });

  it('shows switches that are about passwords', () => {
    expect(redact({ check_password: true, password_crypted: false })).toEqual({
      check_password: true,
      password_crypted: false,
    });
  });

  it('leaves scalars, dates and bytes alone', () => {
    const values = ['a', 1, true, new Date(0), Buffer.from('b')];
    expect(redact(values)).toEqual(values);
  });
});
