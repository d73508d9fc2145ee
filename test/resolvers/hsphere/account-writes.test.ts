import { describe, expect, it } from 'vitest';
import { LOST, writeGateways } from './write-gateway.js';

const start = writeGateways();

const mutation = (name: string, input: string, account = 'hsphere:Account:5001'): string =>
  `mutation { ${name}(input: { accountId: "${account}", idempotencyKey: "k" ${input} }) {
    ${name === 'deleteAccount' ? 'deletedId task { id }' : 'account { id status }'}
    userErrors { code field native { method code } } } }`;

const SUSPEND = mutation('suspendAccount', 'reason: "unpaid <invoice>"');
const RESUME = mutation('resumeAccount', '', 'hsphere:Account:5006');
const DELETE = mutation('deleteAccount', '');
const DELETED = {
  data: { deleteAccount: { deletedId: 'hsphere:Account:5001', task: null, userErrors: [] } },
};
const NO_RULES = { faults: [] };

describe('suspending and resuming an account of H-Sphere', () => {
  it('happens, with the reason that is given or an empty one', async () => {
    const gateway = await start();
    expect(await gateway.run(SUSPEND)).toEqual({
      data: {
        suspendAccount: { account: { id: 'hsphere:Account:5001', status: null }, userErrors: [] },
      },
    });
    await gateway.run(SUSPEND.replace('"k" reason: "unpaid <invoice>"', '"k2"'));
    await gateway.run(RESUME.replace('"k"', '"k3"'));
    expect(gateway.ledger()).toEqual([
      { kind: 'suspension', accountId: 5001n, reason: 'unpaid <invoice>' },
      { kind: 'suspension', accountId: 5001n, reason: '' },
      { kind: 'resumption', accountId: 5006n },
    ]);
    expect(gateway.simulator.state.account(5006n).suspendedFor).toBeNull();
  });

  it.each(LOST)('stays unknown and is not sent again when its answer %s', async (_, fault, done) => {
    for (const [query, action] of [
      [SUSPEND, 'suspendAccount'],
      [RESUME, 'resumeAccount'],
    ] as const) {
      const gateway = await start();
      gateway.simulator.faults.next(action, fault);
      expect((await gateway.run(query)).errors).toMatchObject([
        { message: expect.stringContaining('no call that reads the state of an account back') },
      ]);
      gateway.outlastLeases();
      expect((await gateway.run(query)).data).toEqual({ [action]: null });
      expect(gateway.stateOf('k')).toBe('UNKNOWN');
      expect(gateway.takeCalls()).toEqual([action]);
      expect(gateway.ledger()).toHaveLength(done ? 1 : 0);
    }
  });
});

describe('a refusal to suspend that no rule explains', () => {
  it.each([
    ['rejected', { suspendAccount: { userErrors: [{ code: 'REJECTED' }] } }],
    ['unknown', { suspendAccount: null }],
  ])('is what the settings say: %s', async (unexplainedRefusals, data) => {
    const gateway = await start({ unexplainedRefusals });
    gateway.simulator.faults.next('suspendAccount', { kind: 'fault', message: 'out of order' });
    expect((await gateway.run(SUSPEND)).data).toMatchObject(data);
  });
});

describe('deleting an account of H-Sphere', () => {
  it('happens, after a look at how its absence could be seen', async () => {
    const gateway = await start();
    expect(await gateway.run(DELETE)).toEqual(DELETED);
    expect(gateway.takeCalls().sort()).toEqual(['deleteAccount', 'getAccounts', 'getQuota']);
    expect(gateway.ledger()).toEqual([{ kind: 'deletion', accountId: 5001n }]);
  });

  it('is refused before it is sent where a rule says that there is no such account', async () => {
    const gateway = await start();
    const { data } = await gateway.run(mutation('deleteAccount', '', 'hsphere:Account:77'));
    expect(data).toMatchObject({
      deleteAccount: { deletedId: null, userErrors: [{ code: 'NOT_FOUND', native: { method: 'getQuota' } }] },
    });
    expect(gateway.takeCalls()).not.toContain('deleteAccount');
  });

  it('is rejected where the panel refuses it and no rule says why', async () => {
    const gateway = await start(NO_RULES);
    for (const [account, key] of [
      ['hsphere:Account:77', 'none'],
      ['hsphere:Account:1', 'own'],
    ] as const) {
      const query = mutation('deleteAccount', '', account).replace('"k"', `"${key}"`);
      expect((await gateway.run(query)).data).toMatchObject({
        deleteAccount: { userErrors: [{ code: 'REJECTED', native: { method: 'deleteAccount' } }] },
      });
    }
    expect(gateway.ledger()).toEqual([]);
  });

  it.each(LOST)('is read back when its answer %s', async (_, fault, done) => {
    const gateway = await start(NO_RULES);
    gateway.simulator.faults.next('deleteAccount', fault);
    expect((await gateway.run(DELETE)).data).toEqual({ deleteAccount: null });
    expect(gateway.stateOf('k')).toBe('UNKNOWN');
    gateway.outlastLeases();
    const again = await gateway.run(DELETE);
    if (done) expect(again).toEqual(DELETED);
    else expect(again.data).toMatchObject({ deleteAccount: { userErrors: [{ code: 'REJECTED' }] } });
    expect(gateway.takeCalls().filter((action) => action === 'deleteAccount')).toHaveLength(1);
    expect(gateway.ledger()).toHaveLength(done ? 1 : 0);
  });

  it('is not settled by the end that another one has put to it since', async () => {
    const gateway = await start();
    gateway.simulator.faults.next('deleteAccount', { kind: 'drop' });
    await gateway.run(DELETE);
    expect(await gateway.run(DELETE.replace('"k"', '"other"'))).toEqual(DELETED);
    gateway.outlastLeases();
    expect((await gateway.run(DELETE)).data).toEqual({ deleteAccount: null });
    expect(gateway.stateOf('k')).toBe('UNKNOWN');
  });

  it('is not called rejected while the panel may still be at it', async () => {
    const gateway = await start();
    gateway.simulator.faults.next('deleteAccount', { kind: 'hang' });
    await gateway.run(DELETE);
    expect((await gateway.run(DELETE)).data).toEqual({ deleteAccount: null });
    expect(gateway.stateOf('k')).toBe('UNKNOWN');
  });

  it.each([
    [true, 'APPLIED'],
    [false, 'UNKNOWN'],
  ])(
    'that the list of accounts cannot show is settled by its quota, with a rule: %s',
    async (hasRule, state) => {
      // Acting as somebody else, the login sees that user's account only.
      const gateway = await start(hasRule ? {} : NO_RULES);
      gateway.simulator.state.users.get('admin')?.customerAccountIds.splice(0);
      gateway.simulator.faults.next('deleteAccount', { kind: 'replyLost' });
      await gateway.run(DELETE);
      gateway.outlastLeases();
      await gateway.run(DELETE);
      expect(gateway.stateOf('k')).toBe(state);
    },
  );
});
