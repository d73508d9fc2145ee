import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/model/index.js';
import { createMspcBackend } from '../support/mspc-gateway.js';
import { runOperation } from '../support/poa-gateway.js';
import { type AsmxOptions, type AsmxPeer, startAsmx } from './support/asmx.js';
import { callAsmx } from './support/asmx-call.js';

const PASSWORD = 'Xy7-päss & <word>';
const ADMINISTRATOR = { username: 'serveradmin', password: 'serveradmin' };
const READ = /^(?:Get|UserExists|AuthenticateUser)/;

interface Payload {
  readonly userErrors: readonly unknown[];
  readonly [field: string]: unknown;
}

/** The graph on a panel of its own, with what has been sent to it. */
class Desk {
  private seen = 0;

  constructor(
    private readonly peer: AsmxPeer,
    readonly backend: Backend,
  ) {}

  static async open(options: AsmxOptions = {}, settings: Readonly<Record<string, unknown>> = {}) {
    const peer = await startAsmx(options);
    const entry = { url: peer.url, timeZone: 'Europe/Berlin', additionalParams: 'keep-unsafe' };
    return new Desk(peer, createMspcBackend({ ...entry, ...ADMINISTRATOR, ...settings }));
  }

  async ask(query: string): Promise<Readonly<Record<string, unknown>>> {
    const { data, errors } = await runOperation([this.backend], query);
    expect(errors).toBeUndefined();
    return data ?? {};
  }

  /** Sends one mutation. @returns its payload and the methods that changed something, with what they were sent */
  async mutate(name: string, input: string, fields = '') {
    this.seen = (await this.peer.ledger()).length;
    const data = await this.ask(`mutation { ${name}(input: { ${input} }) { ${fields} userErrors {
      code message field native { method code message } } } }`);
    const calls = (await this.peer.ledger()).slice(this.seen);
    const sent = calls.filter(({ method }) => !READ.test(method));
    // What the mutation answers.
    return { payload: data[name] as Payload, sent, methods: sent.map(({ method }) => method) };
  }

  /** The panel itself, asked by hand. */
  async logsIn(username: string, password: string): Promise<boolean> {
    const escaped = password.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const args = `<username>${username}</username><password>${escaped}</password><ip>127.0.0.1</ip>`;
    const { body } = await callAsmx(this.peer, { to: 'esAuthentication.AuthenticateUser', args });
    return body.includes('<AuthenticateUserResult>0<');
  }

  async close(): Promise<void> {
    await this.backend.close();
    await this.peer.close();
  }
}

const CONTACT = 'contact: { firstName: "Ada", lastName: "Keller & <Söhne>", email: "ada@acme.example" }';
const NEW_ACCOUNT = `backend: "mspc", login: "neu", password: ${JSON.stringify(PASSWORD)}, parentId: "mspc:Account:2", ${CONTACT}`;

describe('mutations against ASP.NET web services on Mono', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());

  it('creates an account, whose password is taken from where the server looks for it', async () => {
    const { payload, sent, methods } = await desk.mutate(
      'createAccount',
      NEW_ACCOUNT,
      'account { login kind status parent { login } contact { lastName } }',
    );
    expect(payload).toEqual({
      account: {
        login: 'neu',
        kind: 'CUSTOMER',
        status: 'ACTIVE',
        parent: { login: 'nordhost' },
        contact: { lastName: 'Keller & <Söhne>' },
      },
      userErrors: [],
    });
    expect(methods).toEqual(['AddUser']);
    expect(Object.fromEntries(sent[0]?.args ?? [])).toMatchObject({
      'user.RoleId': '3',
      'user.Role': 'User',
      'user.OwnerId': '2',
      'user.HtmlMail': 'true',
      password: '***',
    });
  });

  it('refuses a login that is in use before anything is sent', async () => {
    const { payload, methods } = await desk.mutate('createAccount', NEW_ACCOUNT.replace('"neu"', '"ACME"'));
    expect(payload.userErrors).toMatchObject([{ code: 'TAKEN', field: ['input', 'login'] }]);
    expect(methods).toEqual([]);
  });

  it('changes a contact and keeps all that the panel has told beside it', async () => {
    const { payload, sent, methods } = await desk.mutate(
      'updateAccountContact',
      'accountId: "mspc:Account:2", contact: { phone: { countryCode: "45", number: "12345" }, address: { state: null, city: "Aarhus" } }',
      'account { contact { firstName phone { number } address { street city state country } } }',
    );
    expect(payload).toEqual({
      account: {
        contact: {
          firstName: 'Zoë',
          phone: { number: '+45 12345' },
          address: { street: 'Straße 1\nHinterhaus', city: 'Aarhus', state: null, country: 'DK' },
        },
      },
      userErrors: [],
    });
    expect(methods).toEqual(['UpdateUser']);
    expect(Object.fromEntries(sent[0]?.args ?? [])).toMatchObject({
      'user.LoginStatusId': '0',
      'user.LoginStatus': 'Enabled',
      'user.Created': '2016-04-06T09:15:27.347',
      'user.Comments': ' leading and trailing ',
      'user.EcommerceEnabled': 'true',
      'user.Vlans': '',
    });
  });

  it('changes other properties of an account', async () => {
    const { payload, methods } = await desk.mutate(
      'updateAccount',
      'accountId: "mspc:Account:3", kind: RESELLER, comments: "on trial", demo: true',
      'account { kind demo }',
    );
    expect(payload).toEqual({ account: { kind: 'RESELLER', demo: true }, userErrors: [] });
    expect(methods).toEqual(['UpdateUser']);
  });

  it.each([
    ['changeAccountStatus', ', status: PENDING', 'PENDING', 'NEW'],
    ['suspendAccount', '', 'SUSPENDED', 'SUSPENDED'],
    ['resumeAccount', '', 'ACTIVE', 'ACTIVE'],
  ])(
    'puts an account and its packages in another state by %s',
    async (name, input, status, packageStatus) => {
      const { payload, methods } = await desk.mutate(
        name,
        `accountId: "mspc:Account:3"${input}`,
        'account { status packages { nodes { status } } }',
      );
      expect(payload).toEqual({
        account: { status, packages: { nodes: [{ status: packageStatus }] } },
        userErrors: [],
      });
      expect(methods).toEqual(['ChangeUserStatus']);
    },
  );

  it('sets a password and has the panel confirm it', async () => {
    const { payload, methods } = await desk.mutate(
      'setAccountPassword',
      `accountId: "mspc:Account:3", password: ${JSON.stringify(PASSWORD)}`,
      'account { login }',
    );
    expect(payload).toEqual({ account: { login: 'acme' }, userErrors: [] });
    expect(methods).toEqual(['ChangeUserPassword']);
  });

  it('creates, changes, renames, stops and deletes a package', async () => {
    const created = await desk.mutate(
      'createPackage',
      'accountId: "mspc:Account:3", planId: "mspc:HostingPlan:2", name: "Zweites", purchasedAt: "2024-07-01T10:00:00Z"',
      'package { id name purchasedAt plan { name } } exceededQuotas { quotaId }',
    );
    expect(created.payload).toEqual({
      package: {
        id: expect.stringMatching(/^mspc:Package:\d+$/) as string,
        name: 'Zweites',
        purchasedAt: '2024-07-01T12:00:00+02:00',
        plan: { name: 'Starter' },
      },
      exceededQuotas: [],
      userErrors: [],
    });
    expect(created.methods).toEqual(['AddPackage']);
    const { id } = created.payload.package as { id: string };
    const updated = await desk.mutate(
      'updatePackage',
      `packageId: "${id}", comments: "mehr & mehr"`,
      'package { name comments status purchasedAt }',
    );
    expect(updated.payload.package).toEqual({
      name: 'Zweites',
      comments: 'mehr & mehr',
      status: 'ACTIVE',
      purchasedAt: '2024-07-01T12:00:00+02:00',
    });
    expect(updated.methods).toEqual(['UpdatePackage']);
    const renamed = await desk.mutate(
      'renamePackage',
      `packageId: "${id}", name: "Drittes"`,
      'package { name comments }',
    );
    expect(renamed.payload.package).toEqual({ name: 'Drittes', comments: 'mehr & mehr' });
    expect(renamed.methods).toEqual(['UpdatePackageName']);
    const stopped = await desk.mutate(
      'changePackageStatus',
      `packageId: "${id}", status: SUSPENDED`,
      'package { status }',
    );
    expect(stopped.payload.package).toEqual({ status: 'SUSPENDED' });
    expect(stopped.methods).toEqual(['ChangePackageStatus']);
    const deleted = await desk.mutate('deletePackage', `packageId: "${id}"`, 'deletedId task { id state }');
    expect(deleted.payload).toMatchObject({
      deletedId: id,
      task: { id: id.replace('Package:', 'Task:delete-Package-') },
      userErrors: [],
    });
    expect(deleted.methods).toEqual(['DeletePackage']);
    await expect
      .poll(() => desk.ask(`{ task(id: "${id.replace('Package:', 'Task:delete-Package-')}") { state } }`))
      .toEqual({ task: { state: 'SUCCEEDED' } });
  });

  it('tells which quotas the space above lacks, and that nothing was made', async () => {
    const { payload, methods } = await desk.mutate(
      'createPackage',
      'accountId: "mspc:Account:3", planId: "mspc:HostingPlan:3", name: "Zu groß", purchasedAt: "2024-07-01T10:00:00Z"',
      'package { id } exceededQuotas { quotaId name excess }',
    );
    expect(payload).toEqual({
      package: null,
      exceededQuotas: expect.arrayContaining([
        { quotaId: 52, name: 'OS.Diskspace', excess: expect.stringMatching(/^\d+$/) as string },
      ]) as unknown,
      userErrors: [
        {
          code: 'QUOTA_EXCEEDED',
          message: 'The space above has not enough to give.',
          field: null,
          native: { method: 'AddPackage', code: 'PACKAGE_QUOTA_EXCEED', message: null },
        },
      ],
    });
    expect(methods).toEqual(['AddPackage']);
  });

  it('adds, changes and takes away an addon', async () => {
    const added = await desk.mutate(
      'addPackageAddon',
      'packageId: "mspc:Package:3", planId: "mspc:HostingPlan:4", quantity: 1',
      'packageAddon { id quantity status purchasedAt } exceededQuotas { quotaId }',
    );
    expect(added.payload).toEqual({
      packageAddon: {
        id: expect.stringMatching(/^mspc:PackageAddon:\d+$/) as string,
        quantity: 1,
        status: 'ACTIVE',
        purchasedAt: expect.stringMatching(/^20\d\d-.*\+0[12]:00$/) as string,
      },
      exceededQuotas: [],
      userErrors: [],
    });
    expect(added.methods).toEqual(['AddPackageAddon']);
    const { id } = added.payload.packageAddon as { id: string };
    const updated = await desk.mutate(
      'updatePackageAddon',
      `addonId: "${id}", quantity: 2`,
      'packageAddon { quantity status }',
    );
    expect(updated.payload.packageAddon).toEqual({ quantity: 2, status: 'ACTIVE' });
    expect(updated.methods).toEqual(['UpdatePackageAddon']);
    const deleted = await desk.mutate('deletePackageAddon', `addonId: "${id}"`, 'deletedId');
    expect(deleted.payload).toEqual({ deletedId: id, userErrors: [] });
    expect(deleted.methods).toEqual(['DeletePackageAddon']);
  });

  it.each([
    [false, 'packageId: "mspc:Package:2"', 'AddHostingPlan UpdateHostingPlan DeleteHostingPlan'],
    [true, 'addon: true', 'AddHostingAddon UpdateHostingAddon DeleteHostingAddon'],
  ])('makes, changes and removes a plan, addon: %s', async (addon, where, methods) => {
    const created = await desk.mutate(
      'createHostingPlan',
      `accountId: "mspc:Account:2", name: "Neu", ${where}, recurringPrice: "4.50", groups: [{ groupId: 1 }, { groupId: 2 }],
       quotas: [{ quotaId: 52, value: "100" }, { quotaId: 13, unlimited: true }]`,
      'hostingPlan { id name addon active }',
    );
    expect(created.payload).toEqual({
      hostingPlan: {
        id: expect.stringMatching(/^mspc:HostingPlan:\d+$/) as string,
        name: 'Neu',
        addon,
        active: true,
      },
      userErrors: [],
    });
    const { id } = created.payload.hostingPlan as { id: string };
    const updated = await desk.mutate(
      'updateHostingPlan',
      `planId: "${id}", description: "größer", quotas: [{ quotaId: 52, value: "200" }]`,
      'hostingPlan { name description groups { groupId } quotas { quotaId value unlimited } } exceededQuotas { quotaId }',
    );
    expect(updated.payload).toEqual({
      hostingPlan: {
        name: 'Neu',
        description: 'größer',
        groups: [{ groupId: 1 }, { groupId: 2 }],
        quotas: expect.arrayContaining([
          { quotaId: 52, value: '200', unlimited: false },
          { quotaId: 13, value: null, unlimited: true },
        ]) as unknown,
      },
      exceededQuotas: [],
      userErrors: [],
    });
    expect(Number(updated.sent[0]?.args.get('plan.RecurringPrice'))).toBe(4.5);
    const deleted = await desk.mutate('deleteHostingPlan', `planId: "${id}"`, 'deletedId');
    expect(deleted.payload).toEqual({ deletedId: id, userErrors: [] });
    expect([...created.methods, ...updated.methods, ...deleted.methods].join(' ')).toBe(methods);
  });

  it('does not remove a plan that is in use', async () => {
    const { payload } = await desk.mutate('deleteHostingPlan', 'planId: "mspc:HostingPlan:2"', 'deletedId');
    expect(payload).toMatchObject({
      deletedId: null,
      userErrors: [{ code: 'IN_USE', native: { code: 'HOSTING_PLAN_USED_IN_PACKAGE', message: null } }],
    });
  });

  it('deletes an account, unless there are others below it', async () => {
    const refused = await desk.mutate('deleteAccount', 'accountId: "mspc:Account:2"', 'deletedId');
    expect(refused.payload).toMatchObject({ deletedId: null, userErrors: [{ code: 'HAS_CHILDREN' }] });
    const { payload, methods } = await desk.mutate(
      'deleteAccount',
      'accountId: "mspc:Account:8"',
      'deletedId task { id }',
    );
    expect(payload).toEqual({
      deletedId: 'mspc:Account:8',
      task: { id: 'mspc:Task:delete-Account-8' },
      userErrors: [],
    });
    expect(methods).toEqual(['DeleteUser']);
    await expect
      .poll(() => desk.ask('{ task(id: "mspc:Task:delete-Account-8") { state } }'))
      .toEqual({ task: { state: 'SUCCEEDED' } });
  });
});

describe('mutations against variants of the server', () => {
  it.each<[AsmxOptions, Readonly<Record<string, unknown>>]>([
    [{ addUser: 2 }, {}],
    [{ addUser: 2 }, { addUser: 2 }],
    [{ addUser: 3 }, { addUser: 3 }],
    [{ addUser: 4 }, {}],
    [{ addUser: 4 }, { addUser: 4 }],
  ])('make an account that can log in on %j with %j', async (options, settings) => {
    const desk = await Desk.open(options, settings);
    try {
      const { payload, methods } = await desk.mutate('createAccount', NEW_ACCOUNT, 'account { id }');
      expect(payload.userErrors).toEqual([]);
      expect(methods).toEqual(['AddUser']);
      const { id } = payload.account as { id: string };
      const updated = await desk.mutate(
        'updateAccount',
        `accountId: "${id}", comments: "x"`,
        'account { id }',
      );
      expect(updated.payload.userErrors).toEqual([]);
      expect(await desk.logsIn('neu', PASSWORD)).toBe(true);
    } finally {
      await desk.close();
    }
  });

  it('make an addon plan by the method for plans where there is no other', async () => {
    const desk = await Desk.open({ addonMethods: false });
    const input = (name: string) =>
      `accountId: "mspc:Account:2", name: "${name}", addon: true, groups: [], quotas: []`;
    try {
      const first = await desk.mutate('createHostingPlan', input('A'), 'hostingPlan { addon }');
      expect(first.payload).toEqual({ hostingPlan: { addon: true }, userErrors: [] });
      const second = await desk.mutate('createHostingPlan', input('B'), 'hostingPlan { addon }');
      expect(second.methods).toEqual(['AddHostingPlan']);
    } finally {
      await desk.close();
    }
  });

  it('leave accounts alone that would lose what the server does not tell', async () => {
    const desk = await Desk.open({}, { additionalParams: 'refuse' });
    try {
      const { payload, methods } = await desk.mutate(
        'updateAccount',
        'accountId: "mspc:Account:3", comments: "x"',
        'account { id }',
      );
      expect(payload).toMatchObject({ account: null, userErrors: [{ code: 'UNSUPPORTED' }] });
      expect(methods).toEqual([]);
    } finally {
      await desk.close();
    }
  });
});
