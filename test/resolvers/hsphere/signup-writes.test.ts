import { describe, expect, it } from 'vitest';
import { CARD, CREATE, createInput, PASSWORD, type Signup } from './signup-inputs.js';
import { LOST, type WriteGateway, writeGateways } from './write-gateway.js';

const start = writeGateways();

const create = (gateway: WriteGateway, signup: Signup = {}, more: Signup = {}) =>
  gateway.run(CREATE, createInput(signup, more));
const created = {
  data: {
    createAccount: {
      account: { id: 'hsphere:Account:5101', diskQuotaKiB: 51_200 },
      member: null,
      signupId: '4300000001',
      idempotencyKey: 'k',
      userErrors: [],
    },
  },
};
const sent = (gateway: WriteGateway) => gateway.takeCalls().filter((action) => action === 'signupUser');

describe('a sign-up on H-Sphere', () => {
  it.each([
    ['stock', 'reference'],
    ['bare', 'inline'],
  ] as const)('makes an account once for a key, on the %s engine', async (engine, beans) => {
    const gateway = await start({ beans }, { engine });
    expect(await create(gateway)).toEqual(created);
    expect(gateway.takeCalls()).toEqual(['checkUser', 'signupUser', 'getQuota']);
    expect(await create(gateway)).toEqual(created);
    expect(gateway.takeCalls()).toEqual(['getQuota']);
    expect(gateway.ledger()).toMatchObject([
      { kind: 'signup', login: 'newcomer', planId: 7004, periodId: 0, mod: 'empty', paymentType: null },
    ]);
    expect(gateway.simulator.state.account(5101n)).toMatchObject({ incomplete: false });
  });

  it('finds the account by the sign-up where the panel tells no more', async () => {
    const gateway = await start({}, { engine: 'sample' });
    expect(await create(gateway)).toEqual(created);
    expect(gateway.takeCalls()).toEqual(['checkUser', 'signupUser', 'searchAccIdBySignupId', 'getQuota']);
  });

  it('has happened, whatever fails while its account is looked for', async () => {
    const gateway = await start({}, { engine: 'sample' });
    gateway.simulator.faults.next('searchAccIdBySignupId', { kind: 'drop' });
    expect((await create(gateway)).data).toMatchObject({
      createAccount: { account: null, signupId: '4300000001', userErrors: [] },
    });
    expect(gateway.stateOf('k')).toBe('APPLIED');
  });

  it('is not sent without a key', async () => {
    const gateway = await start();
    expect((await create(gateway, {}, { idempotencyKey: null })).data).toMatchObject({
      createAccount: { userErrors: [{ code: 'INVALID', field: ['input', 'idempotencyKey'] }] },
    });
    expect(gateway.takeCalls()).toEqual([]);
  });

  it('is not sent for a login that is in use', async () => {
    const gateway = await start();
    expect((await create(gateway, {}, { login: 'nordlicht' })).data).toMatchObject({
      createAccount: {
        account: null,
        userErrors: [{ code: 'TAKEN', field: ['input', 'login'], native: { method: 'checkUser' } }],
      },
    });
    expect(gateway.takeCalls()).toEqual(['checkUser']);
  });

  it('is sent once of two that want the same login at once', async () => {
    const gateway = await start();
    const answers = await Promise.all(['a', 'b'].map((key) => create(gateway, {}, { idempotencyKey: key })));
    expect(answers.map(({ data }) => data)).toMatchObject([
      { createAccount: { userErrors: [] } },
      { createAccount: { userErrors: [{ code: 'TAKEN' }] } },
    ]);
    expect(sent(gateway)).toHaveLength(1);
  });

  it('gives the panel’s reason where the panel refuses', async () => {
    const gateway = await start();
    expect((await create(gateway, { planId: 9 })).data).toMatchObject({
      createAccount: {
        account: null,
        userErrors: [{ code: 'INVALID', native: { method: 'signupUser', code: 'PlanException' } }],
      },
    });
    expect(gateway.ledger()).toEqual([]);
  });

  it.each([
    ['SERVICE', 'service'],
    ['NODOMAIN', 'nodomain'],
    ['DTRANSFER', 'dtransfer'],
    ['THIRD_LEVEL_DOMAIN', '3ldomain'],
    ['SIGNUP', 'signup'],
    ['EMPTY', 'empty'],
    [null, 'empty'],
  ])('in the mode %s is one with the mod %s', async (mode, mod) => {
    const gateway = await start();
    await create(gateway, { mode });
    expect(gateway.ledger()).toMatchObject([{ kind: 'signup', mod }]);
  });

  it('with a domain to register tells the registrar, and needs somebody who pays', async () => {
    const gateway = await start();
    const billed = { planId: 7003, billing: {}, payment: { type: 'CHECK' }, mode: 'OPENSRS' };
    await create(gateway, { ...billed, registrant: { firstName: 'Reg', address: { country: 'de' } } });
    expect(gateway.simulator.calls.find(({ method }) => method === 'signupUser')?.params).toMatchObject({
      srsci: { first_name: 'Reg', country: 'DE', state: 'NA' },
      srsbi: null,
      pi: { type: 'Check', number: null },
      mod: 'opensrs',
    });
    expect(gateway.ledger()).toMatchObject([{ paymentType: 'Check' }]);
  });

  it('is refused where it has parts that only other panels take', async () => {
    const gateway = await start();
    const { data } = await create(gateway, {}, { comments: 'x', peer: true, kind: 'RESELLER' });
    expect(data).toMatchObject({
      createAccount: {
        userErrors: [
          { code: 'INVALID', field: ['input', 'comments'] },
          { code: 'INVALID', field: ['input', 'kind'] },
          { code: 'INVALID', field: ['input', 'peer'] },
        ],
      },
    });
    expect(gateway.takeCalls()).toEqual([]);
  });
});

describe('a sign-up whose answer is lost', () => {
  it.each(LOST)('is settled by its login when it %s', async (_, fault, done) => {
    const gateway = await start();
    gateway.simulator.faults.next('signupUser', fault);
    expect((await create(gateway)).data).toEqual({ createAccount: null });
    expect(gateway.stateOf('k')).toBe('UNKNOWN');
    gateway.outlastLeases();
    expect((await create(gateway)).data).toMatchObject({
      createAccount: done
        ? { account: { id: 'hsphere:Account:5101' }, signupId: null, userErrors: [] }
        : { account: null, userErrors: [{ code: 'REJECTED' }] },
    });
    expect(sent(gateway)).toHaveLength(1);
    expect(gateway.ledger()).toHaveLength(done ? 1 : 0);
  });

  it('is not settled by the user that another sign-up has made since', async () => {
    const gateway = await start();
    gateway.simulator.faults.next('signupUser', { kind: 'drop' });
    await create(gateway);
    expect((await create(gateway, {}, { idempotencyKey: 'other' })).data).toMatchObject({
      createAccount: { account: { id: 'hsphere:Account:5101' }, userErrors: [] },
    });
    gateway.outlastLeases();
    expect((await create(gateway)).data).toEqual({ createAccount: null });
    expect(gateway.stateOf('k')).toBe('UNKNOWN');
  });

  it('is settled without its account where the login may take no role', async () => {
    const gateway = await start({ role: { login: 'admin', accountId: 1 } });
    gateway.simulator.faults.next('signupUser', { kind: 'replyLost' });
    await create(gateway);
    expect((await create(gateway)).data).toMatchObject({ createAccount: { account: null, userErrors: [] } });
    expect(gateway.takeCalls()).not.toContain('getAccounts');
  });
});

describe('a sign-up that the panel refuses without a reason that a rule knows', () => {
  const refuse = (gateway: WriteGateway) =>
    gateway.simulator.faults.next('signupUser', { kind: 'fault', message: `no: ${PASSWORD}, ${CARD}` });

  it('is rejected where its login is still free', async () => {
    const gateway = await start();
    refuse(gateway);
    expect((await create(gateway)).data).toMatchObject({
      createAccount: {
        userErrors: [{ code: 'REJECTED', native: { code: 'SandboxException', message: null } }],
      },
    });
    expect(gateway.takeCalls()).toEqual(['checkUser', 'signupUser', 'checkUser']);
  });

  it('is unknown until its login can be read, and rejected then', async () => {
    const gateway = await start();
    refuse(gateway);
    gateway.simulator.faults.next('checkUser', { kind: 'slow', ms: 0 });
    gateway.simulator.faults.next('checkUser', { kind: 'drop' });
    expect((await create(gateway)).data).toEqual({ createAccount: null });
    gateway.outlastLeases();
    expect((await create(gateway)).data).toMatchObject({
      createAccount: { userErrors: [{ code: 'REJECTED' }] },
    });
  });
});

describe('password and card of a sign-up', () => {
  it('are in no answer, no log line, no record and no recorded call, whatever happens', async () => {
    const gateway = await start();
    const paid = {
      planId: 7003,
      billing: {},
      payment: { type: 'CC', number: CARD, issueNumber: '98765', cardType: 'VISA' },
      otherParams: [{ name: 'cc_cvv', value: '4711-cvv' }],
    };
    const answers = [];
    for (const [key, fault] of [
      ['a', { kind: 'fault', message: `no: ${PASSWORD}, ${CARD}, 98765, 4711-cvv` }],
      ['b', { kind: 'replyLost' }],
      ['c', { kind: 'hang' }],
    ] as const) {
      gateway.simulator.faults.next('signupUser', fault);
      answers.push(await create(gateway, paid, { idempotencyKey: key, login: `login-${key}` }));
      answers.push(await create(gateway, paid, { idempotencyKey: key, login: `login-${key}` }));
    }
    answers.push(await create(gateway, { ...paid, periodId: -1 }, { idempotencyKey: 'd' }));
    const told = [answers, gateway.logLines, gateway.recordsText(), gateway.simulator.calls].map((each) =>
      JSON.stringify(each),
    );
    for (const text of told) {
      for (const secret of [PASSWORD, CARD, '98765', '4711-cvv']) expect(text).not.toContain(secret);
    }
    expect(told[1]).toContain('signupUser');
  });
});
