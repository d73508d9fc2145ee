import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHsphereSimulator, type HsphereSimulator } from '../../../../src/sandbox/hsphere/server.js';
import {
  AT,
  accountId,
  call,
  emptyReply,
  faultString,
  members,
  operation,
  post,
  returned,
  token,
  typed,
} from './hand-written.js';

let panel: HsphereSimulator;
beforeAll(async () => {
  panel = await createHsphereSimulator();
});
beforeEach(() => panel.reset());
afterAll(() => panel.close());

describe('accounts', () => {
  it('suspends an account and keeps the reason', async () => {
    const answer = await call(
      panel,
      'suspendAccount',
      accountId(5012) + typed('reason', 'string', 'Zahlung überfällig'),
    );
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(emptyReply('suspendAccount'));
    expect(panel.state.account(5012n).suspendedFor).toBe('Zahlung überfällig');
  });

  it('suspends a suspended account again and takes the new reason', async () => {
    const reasoned = (reason: string) => accountId(5006) + typed('reason', 'string', reason);
    expect((await call(panel, 'suspendAccount', reasoned('abuse'))).status).toBe(200);
    expect(panel.state.account(5006n).suspendedFor).toBe('abuse');
  });

  it('runs an action whose reason is missing, as null counts for it', async () => {
    expect((await call(panel, 'suspendAccount', accountId(5012))).status).toBe(200);
    expect(panel.state.account(5012n).suspendedFor).toBe('');
  });

  it('resumes a suspended account, and one that runs', async () => {
    for (const id of [5006, 5001]) {
      const answer = await call(panel, 'resumeAccount', accountId(id));
      expect(answer.text).toMatch(emptyReply('resumeAccount'));
      expect(panel.state.account(BigInt(id)).suspendedFor).toBeNull();
    }
  });

  it('deletes an account once and does not find it the second time', async () => {
    expect((await call(panel, 'deleteAccount', accountId(5013))).text).toMatch(emptyReply('deleteAccount'));
    expect(panel.state.accounts.has(5013n)).toBe(false);
    const again = await call(panel, 'deleteAccount', accountId(5013));
    expect(again.status).toBe(500);
    expect(faultString(again)).toBe(
      'psoft.hsphere.sandbox.AccountNotFoundException: There is no account 5013.',
    );
  });

  it('frees the login of a user whose last account is deleted, and not before', async () => {
    const isTaken = async (login: string) =>
      returned(await call(panel, 'checkUser', typed('login', 'string', login)), 'checkUserReturn');
    await call(panel, 'deleteAccount', accountId(5003));
    expect(await isTaken('fjord')).toBe('true');
    await call(panel, 'deleteAccount', accountId(5004));
    expect(await isTaken('fjord')).toBe('false');
  });

  it('does not delete the account that the token acts as', async () => {
    const answer = await call(panel, 'deleteAccount', accountId(1));
    expect(faultString(answer)).toMatch(/^psoft\.hsphere\.sandbox\.PermissionException: /);
    expect(panel.state.accounts.has(1n)).toBe(true);
  });

  it.each(['suspendAccount', 'resumeAccount', 'deleteAccount', 'getQuota'])(
    'refuses %s for an account that does not exist',
    async (action) => {
      const answer = await call(panel, action, accountId(9_000_000_000n));
      expect(answer.status).toBe(500);
      expect(faultString(answer)).toBe(
        'psoft.hsphere.sandbox.AccountNotFoundException: There is no account 9000000000.',
      );
    },
  );

  it('lists the accounts of the user of the token, newest first', async () => {
    const own = members(await call(panel, 'getAccounts'), 'getAccountsReturn');
    expect(own).toHaveLength(14);
    expect(own.slice(0, 3)).toEqual(['5013', '5012', '5011']);
    const theirs = await call(panel, 'getAccounts', '', { login: 'fjord', password: 'sandbox-user' });
    expect(members(theirs, 'getAccountsReturn')).toEqual(['5004', '5003']);
  });
});

describe('quotas', () => {
  it.each([
    [5012, '2097152.0'],
    [5002, '512000.5'],
    [5005, '1.6E10'],
    [5010, '1.23456785E7'],
    [5008, '0.0'],
    [5009, '0.1'],
  ])('answers the quota of account %i as Java prints it, %s', async (id, printed) => {
    expect(returned(await call(panel, 'getQuota', accountId(id)), 'getQuotaReturn')).toBe(printed);
  });

  it('answers the quota that changeQuota has set', async () => {
    const changed = await call(
      panel,
      'changeQuota',
      accountId(5012) + typed('value', 'double', '3145728.25'),
    );
    expect(changed.text).toMatch(emptyReply('changeQuota'));
    expect(returned(await call(panel, 'getQuota', accountId(5012)), 'getQuotaReturn')).toBe('3145728.25');
  });
});

describe('lookups', () => {
  const search = (action: string, signupId: bigint) =>
    post(
      panel,
      operation(
        action,
        '<signupId href="#id0"/>',
        `<multiRef id="id0" soapenc:root="0" xsi:type="xsd:long">${signupId}</multiRef>`,
        'http://axis.hsphere.psoft',
      ),
    );

  it('finds the account and the user of a signup id above 2^32, without a token', async () => {
    expect(
      returned(await search('searchAccIdBySignupId', 4_294_972_308n), 'searchAccIdBySignupIdReturn'),
    ).toBe('5012');
    expect(
      returned(await search('searchUserIdBySignupId', 4_294_972_308n), 'searchUserIdBySignupIdReturn'),
    ).toMatch(/^9\d\d$/);
  });

  it('repeats the namespace of the request', async () => {
    const answer = await search('searchAccIdBySignupId', 4_294_972_308n);
    expect(answer.text).toMatch(
      /<(ns\d+):searchAccIdBySignupIdResponse [^>]*xmlns:\1="http:\/\/axis\.hsphere\.psoft">/,
    );
  });

  it.each(['searchAccIdBySignupId', 'searchUserIdBySignupId'])(
    'answers null where %s finds nothing',
    async (action) => {
      const answer = await search(action, 12n);
      expect(answer.status).toBe(200);
      expect(answer.text).toContain(`<${action}Return xsi:type="xsd:string" xsi:nil="true"/>`);
    },
  );

  it('searches with a token as well, and checks its password then', async () => {
    const parameters = AT + typed('signupId', 'long', 4_294_972_308n);
    const right = await post(panel, operation('searchAccIdBySignupId', parameters, token()));
    expect(returned(right, 'searchAccIdBySignupIdReturn')).toBe('5012');
    const wrong = await post(
      panel,
      operation('searchAccIdBySignupId', parameters, token({ password: 'guess' })),
    );
    expect(wrong.status).toBe(500);
  });

  it.each([
    ['nordlicht', 'true'],
    ['nobody', 'false'],
  ])('tells whether the login %s is taken', async (login, answer) => {
    const posted = await call(panel, 'checkUser', typed('login', 'string', login));
    expect(returned(posted, 'checkUserReturn')).toBe(answer);
  });

  it('describes itself without a token, in numeric references outside ASCII', async () => {
    const answer = await post(panel, operation('getDescription', ''));
    expect(returned(answer, 'getDescriptionReturn')).toContain('&#x2013;');
    expect(answer.text).toMatch(/^\p{ASCII}*$/u);
  });
});
