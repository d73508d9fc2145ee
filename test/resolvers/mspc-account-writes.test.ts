import { afterEach, describe, expect, it } from 'vitest';
import { httpError, malformed } from '../../src/sandbox/misbehaviour.js';
import type { MspcSimulatorOptions } from '../../src/sandbox/mspc/options.js';
import { SIBLING_METHODS } from '../../src/sandbox/mspc/sibling-methods.js';
import { type MspcGateway, startMspcGateway } from '../support/mspc-gateway.js';

let gateway: MspcGateway;
afterEach(() => gateway.close());

const start = async (
  options: MspcSimulatorOptions = {},
  settings: Readonly<Record<string, unknown>> = {},
) => {
  gateway = await startMspcGateway(options, { writeTimeoutMs: 1_000, retries: 0, ...settings });
};
const as = (name: string) => ({ username: name, password: `sandbox-secret-${name}` });
const ERRORS = 'userErrors { code message field native { backend method code message } } idempotencyKey';
const PASSWORD = 'gehe1m & <lang>';
const NEW =
  'login: "neuling", parentId: "mspc:Account:3", contact: { firstName: "Neu", lastName: "Ling", email: "neu@ling.example" }';

async function mutate(name: string, input: string, fields = '') {
  const { data, errors } = await gateway.run(
    `mutation { ${name}(input: { ${input} }) { ${fields} ${ERRORS} } }`,
  );
  return { payload: data?.[name] as Readonly<Record<string, unknown>> | null, errors };
}
const count = (method: string): number =>
  gateway.simulator.calls.filter((call) => call.method === method).length;

describe('a mutation of an account of MSPControl', () => {
  it('creates an account below the gateway’s own when none is named', async () => {
    await start();
    const { payload } = await mutate(
      'createAccount',
      `backend: "mspc", ${NEW.replace('parentId: "mspc:Account:3", ', '')}, password: "${PASSWORD}", kind: RESELLER, status: PENDING`,
      'account { kind status parent { login } }',
    );
    expect(payload).toMatchObject({
      account: { kind: 'RESELLER', status: 'PENDING', parent: { login: 'serveradmin' } },
      userErrors: [],
    });
  });

  it.each([
    ['createAccount', `backend: "mspc", ${NEW}, password: "x", kind: STAFF`, ['kind']],
    ['createAccount', `backend: "mspc", ${NEW}, password: "x", status: OTHER`, ['status']],
    ['createAccount', `backend: "mspc", ${NEW}`, ['password']],
    ['createAccount', `backend: "mspc", ${NEW}, password: "x", checkQuality: true`, ['checkQuality']],
    ['createAccount', 'backend: "mspc", login: "x", password: "x"', ['contact', 'firstName']],
    ['updateAccount', 'accountId: "mspc:Account:12"', []],
    ['updateAccount', 'accountId: "mspc:Account:12", kind: OTHER', ['kind']],
    ['updateAccountContact', 'accountId: "mspc:Account:12", contact: {}', ['contact']],
    ['updateAccountContact', 'accountId: "mspc:Account:12", contact: { email: null }', ['contact', 'email']],
    [
      'updateAccountContact',
      'accountId: "mspc:Account:12", contact: { phone: { areaCode: "30" } }',
      ['contact', 'phone', 'number'],
    ],
    ['changeAccountStatus', 'accountId: "mspc:Account:12", status: OTHER', ['status']],
    ['suspendAccount', 'accountId: "mspc:Account:12", reason: "x"', ['reason']],
    ['setAccountPassword', 'accountId: "mspc:Account:12", password: "x", login: "y"', ['login']],
  ])('is refused before any call: %s %s', async (name, input, field) => {
    await start();
    const { payload } = await mutate(name, input);
    expect(payload?.userErrors).toContainEqual(
      expect.objectContaining({ code: 'INVALID', field: ['input', ...field] }),
    );
    expect(gateway.takeCalls()).toEqual([]);
  });

  it('has no call for what other panels have', async () => {
    await start();
    const { payload } = await mutate('promoteToReseller', 'accountId: "mspc:Account:12"');
    expect(payload?.userErrors).toMatchObject([{ code: 'UNSUPPORTED' }]);
    expect(gateway.takeCalls()).toEqual([]);
  });

  it.each([
    [
      'createAccount',
      'backend: "mspc", password: "x", login: "a:b", parentId: "mspc:Account:3", contact: { firstName: "A", lastName: "B", email: "a@b.example" }',
      'INVALID',
      'INVALID_USER_NAME',
    ],
    [
      'createAccount',
      `backend: "mspc", password: "x", ${NEW.replace('Account:3', 'Account:999')}`,
      'FORBIDDEN',
      '-2',
    ],
    ['updateAccount', 'accountId: "mspc:Account:3", kind: CUSTOMER', 'HAS_CHILDREN', 'USER_HAS_USERS'],
    ['deleteAccount', 'accountId: "mspc:Account:3"', 'HAS_CHILDREN', 'USER_HAS_USERS'],
  ])('tells the panel’s refusal of %s %s as %s', async (name, input, code, symbol) => {
    await start();
    const { payload, errors } = await mutate(name, input);
    expect(errors).toBeUndefined();
    expect(payload?.userErrors).toMatchObject([
      { code, native: { backend: 'mspc', code: symbol, message: null } },
    ]);
  });

  it.each(['updateAccount', 'suspendAccount', 'deleteAccount', 'setAccountPassword'])(
    'tells that there is no such account: %s',
    async (name) => {
      await start();
      const more = { updateAccount: ', demo: true', setAccountPassword: ', password: "x"' };
      const { payload } = await mutate(
        name,
        `accountId: "mspc:Account:999"${more[name as keyof typeof more] ?? ''}`,
      );
      expect(payload?.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'accountId'] }]);
    },
  );

  it.each([
    ['updateAccount', ', comments: "mine"', 'UpdateUser'],
    ['suspendAccount', '', 'ChangeUserStatus'],
    ['setAccountPassword', ', password: "another"', 'ChangeUserPassword'],
  ])('is not told as done where the panel says 0 and does nothing: %s', async (name, more, method) => {
    // A peer may not touch the account that it stands for.
    await start({}, as('kuestenhost-buero'));
    const { payload, errors } = await mutate(name, `accountId: "mspc:Account:3"${more}`, 'account { id }');
    expect(errors).toBeUndefined();
    expect(payload).toMatchObject({ account: null, userErrors: [{ code: 'FORBIDDEN' }] });
    expect(count(method)).toBe(1);
  });

  it('does not ask for what the panel would refuse without a word and nobody could see', async () => {
    await start({}, as('kuestenhost-buero'));
    for (const [name, more] of [
      ['deleteAccount', ''],
      ['resumeAccount', ''],
    ] as const) {
      const { payload } = await mutate(name, `accountId: "mspc:Account:3"${more}`);
      expect(payload?.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
    expect(count('DeleteUser') + count('ChangeUserStatus')).toBe(0);
  });

  it('puts an account in order that the panel cannot show', async () => {
    await start();
    const { payload } = await mutate(
      'changeAccountStatus',
      'accountId: "mspc:Account:9", status: ACTIVE',
      'account { login status }',
    );
    expect(payload).toMatchObject({ account: { login: 'datenleiche', status: 'ACTIVE' }, userErrors: [] });
  });

  it('clears what is null and keeps what is left out', async () => {
    await start();
    const { payload } = await mutate(
      'updateAccountContact',
      'accountId: "mspc:Account:3", contact: { fax: null, companyName: "Neu", address: { postalCode: "24105" } }',
      'account { contact { companyName firstName phone { number } fax { number } address { street postalCode } } }',
    );
    expect(payload?.account).toEqual({
      contact: {
        companyName: 'Neu',
        firstName: 'Frauke',
        phone: { number: '+49 431 555010' },
        fax: null,
        address: { street: 'Hafenstraße 7', postalCode: '24105' },
      },
    });
  });

  it('works on servers that have nothing but what the vendor describes', async () => {
    await start({ without: SIBLING_METHODS });
    const created = await mutate('createAccount', `backend: "mspc", ${NEW}, password: "x"`, 'account { id }');
    const { id } = (created.payload?.account ?? {}) as { id?: string };
    for (const [name, more] of [
      ['updateAccount', ', demo: true'],
      ['suspendAccount', ''],
      ['setAccountPassword', ', password: "y"'],
      ['deleteAccount', ''],
    ]) {
      const { payload } = await mutate(String(name), `accountId: "${id}"${more}`);
      expect(payload?.userErrors).toEqual([]);
    }
  });
});

const LOSSES = [{ kind: 'replyLost' }, { kind: 'truncated' }] as const;
const CREATE = `backend: "mspc", ${NEW}, password: ${JSON.stringify(PASSWORD)}`;
const CASES = [
  ['createAccount', CREATE, 'AddUser'],
  ['updateAccount', 'accountId: "mspc:Account:12", comments: "anders"', 'UpdateUser'],
  ['suspendAccount', 'accountId: "mspc:Account:12"', 'ChangeUserStatus'],
  ['deleteAccount', 'accountId: "mspc:Account:12"', 'DeleteUser'],
] as const;

describe('a mutation of an account whose answer is lost', () => {
  it.each(CASES)('is sent once and found to have happened: %s', async (name, input, method) => {
    await start();
    gateway.simulator.faults.next(method, LOSSES[0]);
    const keyed = `${input}, idempotencyKey: "lost-${name}"`;
    const lost = await mutate(name, keyed);
    expect(lost.payload).toBeNull();
    expect(lost.errors).toMatchObject([{ path: [name] }]);
    const replay = await mutate(name, keyed);
    expect(replay.payload).toMatchObject({ userErrors: [], idempotencyKey: `lost-${name}` });
    expect(count(method)).toBe(1);
  });

  it.each(CASES)('is not told as done when it was not: %s', async (name, input, method) => {
    await start();
    for (const [index, fault] of [{ kind: 'drop' } as const, httpError(500), malformed].entries()) {
      gateway.simulator.faults.next(method, fault);
      const keyed = `${input}, idempotencyKey: "dropped-${name}-${index}"`;
      expect((await mutate(name, keyed)).payload).toBeNull();
      expect((await mutate(name, keyed)).payload).toBeNull();
      expect(count(method)).toBe(index + 1);
    }
  });

  it('stays unknown for a password, which nobody can read', async () => {
    await start();
    gateway.simulator.faults.next('ChangeUserPassword', { kind: 'replyLost' });
    const input = `accountId: "mspc:Account:12", password: ${JSON.stringify(PASSWORD)}, idempotencyKey: "pw"`;
    for (let times = 0; times < 2; times += 1)
      expect((await mutate('setAccountPassword', input)).payload).toBeNull();
    expect(count('ChangeUserPassword')).toBe(1);
  });

  it('is not ascribed to one of two writes that may both have made it', async () => {
    await start();
    const suspend = (key: string) =>
      mutate('suspendAccount', `accountId: "mspc:Account:12", idempotencyKey: "${key}"`);
    gateway.simulator.faults.next('ChangeUserStatus', { kind: 'drop' });
    expect((await suspend('twin-1')).payload).toBeNull();
    expect((await suspend('twin-2')).payload).toMatchObject({ userErrors: [] });
    // The first never arrived, although the account is as it was to be.
    expect((await suspend('twin-1')).payload).toBeNull();
  });
});

describe('a fault in answer to a mutation of an account', () => {
  it.each([
    ['updateAccount', 'accountId: "mspc:Account:12", comments: "anders"', 'UpdateUser'],
    ['suspendAccount', 'accountId: "mspc:Account:12"', 'ChangeUserStatus'],
    ['createAccount', CREATE, 'AddUser'],
    ['setAccountPassword', 'accountId: "mspc:Account:12", password: "n3u"', 'ChangeUserPassword'],
  ])('is a refusal once reading shows that nothing has changed: %s', async (name, input, method) => {
    await start();
    gateway.simulator.faults.next(method, { kind: 'fault', message: `C:\\panel ${PASSWORD}` });
    const { payload, errors } = await mutate(name, input);
    expect(errors).toBeUndefined();
    expect(payload?.userErrors).toMatchObject([
      { code: 'REJECTED', native: { method, code: 'Server', message: null } },
    ]);
    expect(JSON.stringify(payload)).not.toContain('panel ');
  });
});
