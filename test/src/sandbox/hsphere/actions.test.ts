import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHsphereSimulator, type HsphereSimulator } from '../../../../src/sandbox/hsphere/server.js';
import {
  AT,
  accountId,
  call,
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

const EMPTY_REPLY = (action: string) =>
  new RegExp(
    `<soapenv:Body><(ns\\d+):${action}Response soapenv:encodingStyle="[^"]+" xmlns:\\1="AdminServices"/></soapenv:Body>`,
  );

describe('accounts', () => {
  it('suspends an account and keeps the reason', async () => {
    const answer = await call(
      panel,
      'suspendAccount',
      accountId(5012) + typed('reason', 'string', 'Zahlung überfällig'),
    );
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(EMPTY_REPLY('suspendAccount'));
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
      expect(answer.text).toMatch(EMPTY_REPLY('resumeAccount'));
      expect(panel.state.account(BigInt(id)).suspendedFor).toBeNull();
    }
  });

  it('deletes an account once and does not find it the second time', async () => {
    expect((await call(panel, 'deleteAccount', accountId(5013))).text).toMatch(EMPTY_REPLY('deleteAccount'));
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
    expect(changed.text).toMatch(EMPTY_REPLY('changeQuota'));
    expect(returned(await call(panel, 'getQuota', accountId(5012)), 'getQuotaReturn')).toBe('3145728.25');
  });
});

describe('billing', () => {
  const booking =
    accountId(5012) + typed('amount', 'double', '19.95') + typed('description', 'string', 'Setup');
  const note = typed('note', 'string', 'Danke!');
  const adminNote = typed('adminNote', 'string', 'agreed by phone');
  const monthly = (duration: number, frequency: number, startOn: number, isInfinite: boolean) =>
    booking +
    note +
    adminNote +
    typed('duration', 'int', duration) +
    typed('frequency', 'int', frequency) +
    typed('startOn', 'int', startOn) +
    typed('isInfinite', 'boolean', isInfinite) +
    typed('isInvoice', 'boolean', true);

  it('books a one-time debit', async () => {
    const flags = typed('isInvoice', 'boolean', true) + typed('inclTaxes', 'boolean', false);
    const answer = await call(panel, 'oneTimeDebit', booking + note + flags);
    expect(answer.text).toMatch(EMPTY_REPLY('oneTimeDebit'));
    expect(panel.state.ledger).toEqual([
      {
        kind: 'oneTimeDebit',
        accountId: 5012n,
        amount: 19.95,
        description: 'Setup',
        note: 'Danke!',
        isInvoice: true,
        inclTaxes: false,
      },
    ]);
  });

  it('books a monthly debit', async () => {
    const answer = await call(panel, 'monthlyBasedDebit', monthly(12, 3, 2, false));
    expect(answer.text).toMatch(EMPTY_REPLY('monthlyBasedDebit'));
    expect(panel.state.ledger).toEqual([
      {
        kind: 'monthlyBasedDebit',
        accountId: 5012n,
        amount: 19.95,
        description: 'Setup',
        duration: 12,
        frequency: 3,
        note: 'Danke!',
        adminNote: 'agreed by phone',
        startOn: 2,
        isInfinite: false,
        isInvoice: true,
      },
    ]);
  });

  it('takes an endless monthly debit whose frequency is above its duration', async () => {
    expect((await call(panel, 'monthlyBasedDebit', monthly(0, 9, 1, true))).status).toBe(200);
  });

  it.each([
    ['startOn is 1, 2 or 3.', monthly(12, 3, 4, false)],
    ['frequency is at least one month.', monthly(12, 0, 1, true)],
    ['duration is at least one month.', monthly(0, 3, 1, false)],
  ])('refuses a monthly debit where %s', async (message, parameters) => {
    const answer = await call(panel, 'monthlyBasedDebit', parameters);
    expect(faultString(answer)).toBe(`psoft.hsphere.sandbox.ValidationException: ${message}`);
    expect(panel.state.ledger).toEqual([]);
  });

  it('books a debit of each billing period', async () => {
    const answer = await call(panel, 'billingPeriodBasedDebit', booking + note + adminNote);
    expect(answer.text).toMatch(EMPTY_REPLY('billingPeriodBasedDebit'));
    expect(panel.state.ledger).toMatchObject([
      { kind: 'billingPeriodBasedDebit', adminNote: 'agreed by phone' },
    ]);
  });

  it('credits as often as it is asked, whatever the id says', async () => {
    const credit = booking + typed('text', 'string', 'goodwill') + typed('id', 'string', 'INV-7');
    for (const _ of [1, 2]) {
      expect((await call(panel, 'addCredit', credit)).text).toMatch(EMPTY_REPLY('addCredit'));
    }
    expect(panel.state.ledger).toHaveLength(2);
    expect(panel.state.ledger[1]).toEqual({
      kind: 'credit',
      accountId: 5012n,
      amount: 19.95,
      description: 'Setup',
      text: 'goodwill',
      id: 'INV-7',
    });
  });

  it('books nothing for an account that does not exist', async () => {
    const nowhere = accountId(404) + typed('amount', 'double', '1') + typed('description', 'string', 'x');
    expect((await call(panel, 'addCredit', nowhere)).status).toBe(500);
    expect(panel.state.ledger).toEqual([]);
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
