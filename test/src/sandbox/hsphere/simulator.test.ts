import { describe, expect, it, onTestFinished } from 'vitest';
import {
  createHsphereSimulator,
  type HsphereSimulatorOptions,
} from '../../../../src/sandbox/hsphere/server.js';
import { accountId, call, faultString, members, post, returned, typed } from './hand-written.js';

async function start(options: HsphereSimulatorOptions = {}) {
  const panel = await createHsphereSimulator(options);
  onTestFinished(() => panel.close());
  return panel;
}

describe('configuration', () => {
  it('is what a gateway needs to reach it', async () => {
    const panel = await start();
    expect(panel.kind).toBe('hsphere');
    expect(panel.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/axis\/services\/AdminServices$/);
    expect(panel.configuration).toEqual({
      kind: 'hsphere',
      url: panel.url,
      login: 'admin',
      password: 'sandbox-hsphere',
      faults: [
        { exceptionClass: 'AccountNotFoundException', code: 'NOT_FOUND' },
        { exceptionClass: 'DuplicateLoginException', code: 'TAKEN' },
        { exceptionClass: 'PermissionException', code: 'FORBIDDEN' },
        { exceptionClass: 'PlanException', code: 'INVALID' },
        { exceptionClass: 'ValidationException', code: 'INVALID' },
      ],
    });
  });
});

describe('record of calls', () => {
  it('holds the action and its parameters, nulls included', async () => {
    const panel = await start();
    await call(panel, 'suspendAccount', accountId(5012));
    expect(panel.calls).toEqual([
      {
        method: 'suspendAccount',
        params: {
          at: { accountId: 0, login: 'admin', password: '***', role: null },
          accountId: 5012,
          reason: null,
        },
      },
    ]);
  });

  it('holds refused calls, and a long that JSON cannot hold as its digits', async () => {
    const panel = await start();
    await call(panel, 'getQuota', accountId(9_223_372_036_854_775_807n));
    expect(panel.calls).toMatchObject([{ method: 'getQuota', params: { accountId: '9223372036854775807' } }]);
  });

  it('holds no password, no card number and no pair that is named like one', async () => {
    const panel = await start();
    const pair = (name: string) =>
      `<i xsi:type="soapenc:Array">${typed('i', 'string', name)}${typed('i', 'string', 'HUSH-value')}</i>`;
    const answer = await call(
      panel,
      'signupUser',
      typed('planId', 'int', 7003) +
        typed('periodId', 'int', 0) +
        typed('login', 'string', 'recordtest') +
        typed('password', 'string', 'HUSH-pass') +
        `<ci>${typed('country', 'string', 'FR')}</ci><bi/>` +
        `<pi>${typed('type', 'string', 'CC')}${typed('number', 'string', 'HUSH-card')}${typed('name', 'string', 'Jo')}</pi>` +
        typed('validateUser', 'boolean', true) +
        `<otherParams>${pair('ftp_password')}${pair('seller_id')}</otherParams>`,
    );
    expect(answer.status).toBe(200);
    expect(panel.calls[0]?.params).toMatchObject({
      password: '***',
      pi: { type: 'CC', number: '***', name: 'Jo' },
      otherParams: [
        ['ftp_password', '***'],
        ['seller_id', 'HUSH-value'],
      ],
    });
    const { origin } = new URL(panel.url);
    expect(await (await fetch(`${origin}/_sandbox/calls`)).text()).not.toMatch(
      /HUSH-(pass|card)|sandbox-hsphere/,
    );
  });

  it('does not hold what never became a call', async () => {
    const panel = await start();
    await call(panel, 'nothing');
    await call(panel, 'getQuota', typed('accountId', 'int', 1));
    await post(panel, 'no XML');
    expect(panel.calls).toEqual([]);
  });
});

describe('account of changes', () => {
  it('names the action and what it did, numbers of 64 bits as digits, here and over HTTP', async () => {
    const panel = await start();
    await call(panel, 'getQuota', accountId(5012));
    await call(panel, 'suspendAccount', accountId(5012) + typed('reason', 'string', 'unpaid'));
    await call(panel, 'resumeAccount', accountId(5012));
    await call(panel, 'changeQuota', accountId(5012) + typed('value', 'double', '7.5'));
    await call(panel, 'deleteAccount', accountId(5012));
    await call(panel, 'deleteAccount', accountId(5012));
    const entries = [
      { method: 'suspendAccount', params: { accountId: '5012', reason: 'unpaid' } },
      { method: 'resumeAccount', params: { accountId: '5012' } },
      { method: 'changeQuota', params: { accountId: '5012', kilobytes: 7.5 } },
      { method: 'deleteAccount', params: { accountId: '5012' } },
    ];
    expect(panel.ledger).toEqual(entries);
    const response = await fetch(new URL('/_sandbox/ledger', panel.url));
    expect(await response.json()).toEqual(entries);
  });
});

describe('misbehaviour', () => {
  it('loses the reply after the work is done', async () => {
    const panel = await start();
    panel.faults.next('addCredit', { kind: 'replyLost' });
    const credit = accountId(5012) + typed('amount', 'double', '5');
    await expect(call(panel, 'addCredit', credit)).rejects.toThrow();
    expect(panel.state.ledger).toMatchObject([{ kind: 'credit', amount: 5 }]);
  });

  it('drops a connection before any work', async () => {
    const panel = await start();
    panel.faults.next('*', { kind: 'drop' });
    await expect(call(panel, 'deleteAccount', accountId(5012))).rejects.toThrow();
    expect(panel.state.accounts.has(5012n)).toBe(true);
    expect(panel.calls).toHaveLength(1);
  });

  it('answers a fault of the panel with the text asked for, and does no work', async () => {
    const panel = await start();
    panel.faults.next('deleteAccount', { kind: 'fault', message: 'Database <down>' });
    const answer = await call(panel, 'deleteAccount', accountId(5012));
    expect(answer.status).toBe(500);
    expect(faultString(answer)).toBe('psoft.hsphere.sandbox.SandboxException: Database <down>');
    expect(panel.state.accounts.has(5012n)).toBe(true);
  });

  it('breaks off in the middle of an answer', async () => {
    const panel = await start();
    panel.faults.next('getAccounts', { kind: 'truncated' });
    await expect(call(panel, 'getAccounts')).rejects.toThrow();
  });
});

describe('reset', () => {
  it('brings back data, ids, drawn numbers and cookies, and forgets calls and faults', async () => {
    const panel = await start({ engine: 'bare' });
    const before = await call(panel, 'getAccounts');
    await call(panel, 'deleteAccount', accountId(5012));
    await call(panel, 'changeQuota', accountId(5001) + typed('value', 'double', '1'));
    await call(panel, 'addCredit', accountId(5001) + typed('amount', 'double', '5'));
    panel.faults.next('*', { kind: 'drop' });
    panel.reset();
    expect(panel.calls).toEqual([]);
    expect(panel.state.ledger).toEqual([]);
    const after = await call(panel, 'getAccounts');
    expect(after.text).toBe(before.text);
    expect(after.headers.get('set-cookie')).toBe('0');
    expect(members(after, 'getAccountsReturn')).toContain('5012');
    expect(returned(await call(panel, 'getQuota', accountId(5001)), 'getQuotaReturn')).toBe('102400.0');
  });

  it('can be asked for over HTTP', async () => {
    const panel = await start();
    await call(panel, 'deleteAccount', accountId(5012));
    const { origin } = new URL(panel.url);
    expect((await fetch(`${origin}/_sandbox/reset`, { method: 'POST' })).status).toBe(200);
    expect(panel.state.accounts.has(5012n)).toBe(true);
    expect(panel.calls).toEqual([]);
  });
});
