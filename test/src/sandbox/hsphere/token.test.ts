import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHsphereSimulator, type HsphereSimulator } from '../../../../src/sandbox/hsphere/server.js';
import { accountId, call, faultString, members, returned, roleOf, typed } from './hand-written.js';

let panel: HsphereSimulator;
beforeAll(async () => {
  panel = await createHsphereSimulator();
});
beforeEach(() => panel.reset());
afterAll(() => panel.close());

const FJORD = { login: 'fjord', password: 'sandbox-user' };
const NORDLICHT = { login: 'nordlicht', password: 'sandbox-user' };
const refusedAs = (exception: string) => new RegExp(`^psoft\\.hsphere\\.sandbox\\.${exception}: `);

describe('password', () => {
  it.each([
    ['a wrong password', { password: 'guess' }],
    ['an unknown login', { login: 'nobody' }],
    ['an empty login', { login: '' }],
    ['the name of a member of every object', { login: 'constructor' }],
  ])('refuses %s with one and the same text, and does not record the call', async (_case, as) => {
    const answer = await call(panel, 'getAccounts', '', as);
    expect(answer.status).toBe(500);
    expect(faultString(answer)).toBe(
      'psoft.hsphere.sandbox.AuthenticationException: Login or password is wrong.',
    );
    expect(panel.calls).toEqual([]);
  });
});

describe('account', () => {
  it('takes 0 for the only account of a user', async () => {
    const answer = await call(panel, 'getQuota', accountId(5012), NORDLICHT);
    expect(returned(answer, 'getQuotaReturn')).toBe('2097152.0');
  });

  it('refuses 0 of a user with more than one account', async () => {
    const answer = await call(panel, 'getQuota', accountId(5003), FJORD);
    expect(faultString(answer)).toMatch(refusedAs('AmbiguousAccountException'));
  });

  it('takes 0 of such a user for getAccounts', async () => {
    const answer = await call(panel, 'getAccounts', '', FJORD);
    expect(members(answer, 'getAccountsReturn')).toHaveLength(2);
  });

  it('takes the account that such a user names', async () => {
    const answer = await call(panel, 'getQuota', accountId(5003), { ...FJORD, accountId: 5004 });
    expect(returned(answer, 'getQuotaReturn')).toBe('204800.0');
  });

  it.each([0, 1, 5012])('takes %i of the administrator', async (stated) => {
    const answer = await call(panel, 'resumeAccount', accountId(5006), { accountId: stated });
    expect(answer.status).toBe(200);
  });

  it('refuses an account that is not the user’s', async () => {
    const answer = await call(panel, 'getAccounts', '', { ...NORDLICHT, accountId: 5013 });
    expect(faultString(answer)).toMatch(refusedAs('AccountNotFoundException'));
  });
});

describe('rights', () => {
  it.each(['suspendAccount', 'resumeAccount', 'deleteAccount'])(
    'lets only administrators %s',
    async (action) => {
      const answer = await call(panel, action, accountId(5012), NORDLICHT);
      expect(faultString(answer)).toMatch(refusedAs('PermissionException'));
      expect(panel.state.account(5012n).suspendedFor).toBeNull();
    },
  );

  it('keeps a user from the quota of others', async () => {
    const answer = await call(panel, 'getQuota', accountId(5013), NORDLICHT);
    expect(faultString(answer)).toMatch(refusedAs('PermissionException'));
  });

  it('keeps a user from money', async () => {
    const credit = accountId(5012) + typed('amount', 'double', '1');
    expect(faultString(await call(panel, 'addCredit', credit, NORDLICHT))).toMatch(
      refusedAs('PermissionException'),
    );
    expect(panel.state.ledger).toEqual([]);
  });
});

describe('role', () => {
  it('lets an administrator act as another user', async () => {
    const answer = await call(panel, 'getAccounts', '', { role: roleOf('nordlicht') });
    expect(members(answer, 'getAccountsReturn')).toEqual(['5012']);
  });

  it('lowers the administrator’s rights to those of the role', async () => {
    const answer = await call(panel, 'suspendAccount', accountId(5012), { role: roleOf('nordlicht') });
    expect(faultString(answer)).toMatch(refusedAs('PermissionException'));
  });

  it('demands that the role’s user has a single account where the role names none', async () => {
    const ambiguous = await call(panel, 'getAccounts', '', { role: roleOf('fjord') });
    expect(faultString(ambiguous)).toMatch(refusedAs('AmbiguousAccountException'));
    const named = await call(panel, 'getAccounts', '', { role: roleOf('fjord', 5004) });
    expect(members(named, 'getAccountsReturn')).toEqual(['5004', '5003']);
  });

  it('refuses a role to whoever is no administrator', async () => {
    const answer = await call(panel, 'getAccounts', '', { ...NORDLICHT, role: roleOf('alpine') });
    expect(faultString(answer)).toMatch(refusedAs('PermissionException'));
  });

  it('refuses the role of a user that does not exist', async () => {
    const answer = await call(panel, 'getAccounts', '', { role: roleOf('nobody') });
    expect(faultString(answer)).toMatch(refusedAs('UserNotFoundException'));
  });
});
