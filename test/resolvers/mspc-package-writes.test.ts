import { afterEach, describe, expect, it } from 'vitest';
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
const ALPENHOST = { username: 'alpenhost', password: 'sandbox-secret-alpenhost' };
const ERRORS = 'userErrors { code field native { method code message } }';

async function mutate(name: string, input: string, fields = '') {
  const { data, errors } = await gateway.run(
    `mutation { ${name}(input: { ${input} }) { ${fields} ${ERRORS} } }`,
  );
  return { payload: data?.[name] as Readonly<Record<string, unknown>> | null, errors };
}
const count = (method: string): number =>
  gateway.simulator.calls.filter((call) => call.method === method).length;

const BOUGHT = 'purchasedAt: "2026-03-01T00:00:00Z"';
const CREATE = `accountId: "mspc:Account:12", planId: "mspc:HostingPlan:11", ${BOUGHT}`;
const PACKAGE = 'package { name comments status }';

describe('a mutation of a package of MSPControl', () => {
  it.each([
    ['createPackage', `${CREATE}, name: " "`, ['name']],
    ['createPackage', `${CREATE}, name: "x", status: OTHER`, ['status']],
    ['createPackage', `${CREATE.replace('2026-03-01', '1600-01-01')}, name: "x"`, ['purchasedAt']],
    ['updatePackage', 'packageId: "mspc:Package:17"', []],
    ['changePackageStatus', 'packageId: "mspc:Package:17", status: OTHER', ['status']],
    [
      'addPackageAddon',
      'packageId: "mspc:Package:17", planId: "mspc:HostingPlan:11", quantity: 0',
      ['quantity'],
    ],
    ['updatePackageAddon', 'addonId: "mspc:PackageAddon:1", quantity: -1', ['quantity']],
    [
      'createHostingPlan',
      'accountId: "mspc:Account:3", name: "x", groups: [], quotas: [{ quotaId: 52 }], serverId: 3',
      ['quotas', '0'],
    ],
    ['createHostingPlan', 'accountId: "mspc:Account:3", name: "x", groups: [], quotas: []', ['packageId']],
    [
      'createHostingPlan',
      'accountId: "mspc:Account:3", name: "x", groups: [{ groupId: 1 }, { groupId: 1 }], quotas: [], serverId: 3',
      ['groups', '1', 'groupId'],
    ],
    ['updateHostingPlan', 'planId: "mspc:HostingPlan:11", setupPrice: "-1"', ['setupPrice']],
  ])('is refused before any call: %s %s', async (name, input, field) => {
    await start();
    const { payload } = await mutate(name, input);
    expect(payload?.userErrors).toContainEqual(
      expect.objectContaining({ code: 'INVALID', field: ['input', ...field] }),
    );
    expect(gateway.takeCalls()).toEqual([]);
  });

  it.each([
    ['createPackage', `${CREATE.replace('Account:12', 'Account:999')}, name: "x"`, 'AddPackage'],
    [
      'createHostingPlan',
      'accountId: "mspc:Account:999", name: "x", groups: [], quotas: [], serverId: 1',
      'AddHostingPlan',
    ],
  ])(
    'that makes something sends nothing where there is nothing to make it in: %s',
    async (name, input, method) => {
      await start();
      const { payload, errors } = await mutate(name, input);
      expect(errors).toBeUndefined();
      expect(payload?.userErrors).toEqual([
        { code: 'NOT_FOUND', field: ['input', 'accountId'], native: null },
      ]);
      expect(count(method)).toBe(0);
    },
  );

  it('keeps what is left out and clears what is null', async () => {
    await start();
    const { payload } = await mutate('updatePackage', 'packageId: "mspc:Package:17", name: "Neu"', PACKAGE);
    const comments = 'Verlagsauftritt, Shop & Leserbriefe';
    expect(payload?.package).toEqual({ name: 'Neu', comments, status: 'ACTIVE' });
    const renamed = await mutate('renamePackage', 'packageId: "mspc:Package:17", name: "Neuer"', PACKAGE);
    expect(renamed.payload?.package).toEqual({ name: 'Neuer', comments, status: 'ACTIVE' });
    const cleared = await mutate('updatePackage', 'packageId: "mspc:Package:17", comments: null', PACKAGE);
    expect(cleared.payload?.package).toMatchObject({ name: 'Neuer', comments: null });
  });

  it('keeps quotas of its own that a package has', async () => {
    await start();
    const quotas =
      '{ package(id: "mspc:Package:23") { quotas(names: ["OS.Diskspace", "Web.Sites"]) { allocated } } }';
    const before = await gateway.run(quotas);
    await mutate('updatePackage', 'packageId: "mspc:Package:23", name: "Neu"', PACKAGE);
    expect(await gateway.run(quotas)).toEqual(before);
  });

  it('reaches the packages below one', async () => {
    await start();
    await mutate('changePackageStatus', 'packageId: "mspc:Package:10", status: SUSPENDED');
    const { data } = await gateway.run('{ package(id: "mspc:Package:22") { status } }');
    expect(data).toEqual({ package: { status: 'SUSPENDED' } });
  });

  it('tells that a package exists although the panel answered with a failure', async () => {
    await start({ homeFolderFails: true });
    const { payload, errors } = await mutate('createPackage', `${CREATE}, name: "Halb"`, PACKAGE);
    expect(errors).toBeUndefined();
    expect(payload).toEqual({
      package: { name: 'Halb', comments: '', status: 'ACTIVE' },
      userErrors: [
        {
          code: 'REJECTED',
          field: null,
          native: { method: 'AddPackage', code: 'FAILED_EXECUTE_SERVICE_OPERATION', message: null },
        },
      ],
    });
  });

  it('tells that a package of others was changed although the panel answered with a fault', async () => {
    await start({}, ALPENHOST);
    const { payload } = await mutate('updatePackage', 'packageId: "mspc:Package:17", name: "Fremd"', PACKAGE);
    expect(payload).toMatchObject({
      package: { name: 'Fremd' },
      userErrors: [{ code: 'REJECTED', native: { method: 'UpdatePackage', code: 'Server', message: null } }],
    });
  });

  it('does not say what became of an addon that it cannot see', async () => {
    await start({}, ALPENHOST);
    const { payload, errors } = await mutate(
      'addPackageAddon',
      'packageId: "mspc:Package:17", planId: "mspc:HostingPlan:11"',
    );
    expect(payload).toBeNull();
    expect(errors?.[0]?.message).toContain('nobody knows');
    expect(count('AddPackageAddon')).toBe(1);
  });

  it.each([
    ['updatePackage', 'packageId: "mspc:Package:999", name: "x"', 'NOT_FOUND'],
    ['deletePackage', 'packageId: "mspc:Package:999"', 'NOT_FOUND'],
    ['deletePackage', 'packageId: "mspc:Package:10"', 'HAS_CHILDREN'],
    ['changePackageStatus', 'packageId: "mspc:Package:999", status: ACTIVE', 'NOT_FOUND'],
    ['updatePackageAddon', 'addonId: "mspc:PackageAddon:999", quantity: 1', 'NOT_FOUND'],
    ['deletePackageAddon', 'addonId: "mspc:PackageAddon:999"', 'NOT_FOUND'],
    ['updateHostingPlan', 'planId: "mspc:HostingPlan:999", name: "x"', 'NOT_FOUND'],
    ['deleteHostingPlan', 'planId: "mspc:HostingPlan:999"', 'NOT_FOUND'],
    ['deleteHostingPlan', 'planId: "mspc:HostingPlan:11"', 'IN_USE'],
    ['createPackage', `${CREATE.replace('HostingPlan:11', 'HostingPlan:999')}, name: "x"`, 'REJECTED'],
  ])('tells why it was refused: %s %s', async (name, input, code) => {
    await start();
    const { payload, errors } = await mutate(name, input);
    expect(errors).toBeUndefined();
    expect(payload?.userErrors).toMatchObject([{ code }]);
  });

  it('is refused where its own account may not, in the panel’s word for it', async () => {
    await start({}, { username: 'schnupper', password: 'sandbox-secret-schnupper' });
    const { payload } = await mutate('changePackageStatus', 'packageId: "mspc:Package:17", status: ACTIVE');
    expect(payload?.userErrors).toMatchObject([{ code: 'FORBIDDEN', native: { code: 'USER_ACCOUNT_DEMO' } }]);
  });

  it.each([
    ['updatePackage', 'packageId: "mspc:Package:17", name: "x"', 'UpdatePackage'],
    ['renamePackage', 'packageId: "mspc:Package:17", name: "x"', 'UpdatePackageName'],
    ['updateHostingPlan', 'planId: "mspc:HostingPlan:11", name: "x"', 'UpdateHostingPlan'],
  ])('writes nothing that it cannot read first: %s', async (name, input, method) => {
    await start({ without: SIBLING_METHODS });
    const { payload } = await mutate(name, input);
    expect(payload?.userErrors).toMatchObject([{ code: 'UNSUPPORTED' }]);
    expect(count(method)).toBe(0);
  });

  it('does without reading where nothing is replaced', async () => {
    await start({ without: SIBLING_METHODS });
    for (const [name, input] of [
      ['createPackage', `${CREATE}, name: "Neu"`],
      ['changePackageStatus', 'packageId: "mspc:Package:17", status: SUSPENDED'],
      ['updatePackageAddon', 'addonId: "mspc:PackageAddon:1", comments: "x"'],
      ['deletePackage', 'packageId: "mspc:Package:18"'],
    ] as const) {
      expect((await mutate(name, input)).payload?.userErrors).toEqual([]);
    }
  });

  it('tells how far a deletion is that goes on', async () => {
    await start({ deletionDelayMs: 60_000 });
    const { payload } = await mutate(
      'deletePackage',
      'packageId: "mspc:Package:18"',
      'deletedId task { id state }',
    );
    expect(payload).toMatchObject({
      deletedId: 'mspc:Package:18',
      task: { id: 'mspc:Task:delete-Package-18', state: 'RUNNING' },
    });
  });
});

describe('a mutation of a hosting plan of MSPControl', () => {
  const CONTENTS = 'groups { groupId } quotas { quotaId value unlimited }';
  const read = async (id: number) => {
    const { data } = await gateway.run(
      `{ hostingPlan(id: "mspc:HostingPlan:${id}") { name description ${CONTENTS} } }`,
    );
    // What the query asks for.
    return data?.hostingPlan as {
      groups: { groupId: number }[];
      quotas: { quotaId: number; value: string | null }[];
    };
  };

  it('keeps groups and quotas that are not named', async () => {
    await start();
    const before = await read(11);
    const { payload } = await mutate(
      'updateHostingPlan',
      'planId: "mspc:HostingPlan:11", description: "neu", quotas: [{ quotaId: 13, value: "9" }]',
    );
    expect(payload?.userErrors).toEqual([]);
    expect(await read(11)).toEqual({
      ...before,
      description: 'neu',
      quotas: before.quotas.map((quota) => (quota.quotaId === 13 ? { ...quota, value: '9' } : quota)),
    });
  });

  it('turns off what is not in the list of groups', async () => {
    await start();
    await mutate('updateHostingPlan', 'planId: "mspc:HostingPlan:11", groups: [{ groupId: 1 }]');
    expect((await read(11)).groups).toEqual([{ groupId: 1 }]);
  });

  it('tells what is changed and what is not when quotas do not suffice', async () => {
    await start();
    const before = await read(11);
    const exceeding = 'planId: "mspc:HostingPlan:11", quotas: [{ quotaId: 52, value: "2000000000" }]';
    const fields = 'hostingPlan { description } exceededQuotas { quotaId name excess }';
    const refused = await mutate('updateHostingPlan', exceeding, fields);
    expect(refused.payload).toMatchObject({
      hostingPlan: null,
      exceededQuotas: [{ quotaId: 52, name: 'OS.Diskspace' }],
      userErrors: [{ code: 'QUOTA_EXCEEDED' }],
    });
    const partly = await mutate('updateHostingPlan', `${exceeding}, description: "halb"`, fields);
    expect(partly.payload).toMatchObject({
      hostingPlan: { description: 'halb' },
      exceededQuotas: [{ quotaId: 52 }],
      userErrors: [{ code: 'QUOTA_EXCEEDED' }],
    });
    expect(await read(11)).toEqual({ ...before, description: 'halb' });
  });

  it.each(['int', 'object'] as const)('reads results that come as %s', async (planResults) => {
    await start({ planResults });
    const { payload } = await mutate(
      'createHostingPlan',
      'accountId: "mspc:Account:3", name: "x", packageId: "mspc:Package:2", groups: [], quotas: []',
      'hostingPlan { id name }',
    );
    expect(payload).toMatchObject({ hostingPlan: { name: 'x' }, userErrors: [] });
    const { id } = (payload?.hostingPlan ?? {}) as { id?: string };
    expect((await mutate('deleteHostingPlan', `planId: "${id}"`)).payload?.userErrors).toEqual([]);
  });
});

describe('a mutation whose answer is lost', () => {
  const CASES = [
    ['createPackage', `${CREATE}, name: "Verloren"`, 'AddPackage'],
    ['updatePackage', 'packageId: "mspc:Package:17", name: "Verloren"', 'UpdatePackage'],
    ['renamePackage', 'packageId: "mspc:Package:17", name: "Verloren"', 'UpdatePackageName'],
    ['changePackageStatus', 'packageId: "mspc:Package:17", status: CANCELLED', 'ChangePackageStatus'],
    ['deletePackage', 'packageId: "mspc:Package:18"', 'DeletePackage'],
    ['addPackageAddon', 'packageId: "mspc:Package:17", planId: "mspc:HostingPlan:15"', 'AddPackageAddon'],
    ['updatePackageAddon', 'addonId: "mspc:PackageAddon:1", comments: "x"', 'UpdatePackageAddon'],
    ['deletePackageAddon', 'addonId: "mspc:PackageAddon:1"', 'DeletePackageAddon'],
    [
      'createHostingPlan',
      'accountId: "mspc:Account:3", name: "Verloren", serverId: 3, groups: [{ groupId: 1 }], quotas: []',
      'AddHostingPlan',
    ],
    [
      'updateHostingPlan',
      'planId: "mspc:HostingPlan:11", quotas: [{ quotaId: 13, value: "8" }]',
      'UpdateHostingPlan',
    ],
  ] as const;

  it.each(CASES)('is sent once and found to have happened: %s', async (name, input, method) => {
    await start();
    gateway.simulator.faults.next(method, { kind: 'replyLost' });
    const keyed = `${input}, idempotencyKey: "lost-${name}"`;
    expect((await mutate(name, keyed)).payload).toBeNull();
    expect((await mutate(name, keyed)).payload).toMatchObject({ userErrors: [] });
    expect(count(method)).toBe(1);
  });

  it.each(CASES)('is not told as done when it was not: %s', async (name, input, method) => {
    await start();
    gateway.simulator.faults.next(method, { kind: 'drop' });
    const keyed = `${input}, idempotencyKey: "dropped-${name}"`;
    expect((await mutate(name, keyed)).payload).toBeNull();
    expect((await mutate(name, keyed)).payload).toBeNull();
    expect(count(method)).toBe(1);
  });

  it('leaves it open which of two new packages is whose', async () => {
    await start();
    const create = (key: string) =>
      mutate('createPackage', `${CREATE}, name: "Zwilling", idempotencyKey: "${key}"`);
    gateway.simulator.faults.next('AddPackage', { kind: 'replyLost' });
    gateway.simulator.faults.next('AddPackage', { kind: 'drop' });
    await create('twin-a');
    await create('twin-b');
    for (const key of ['twin-a', 'twin-b']) expect((await create(key)).payload).toBeNull();
    expect(count('AddPackage')).toBe(2);
  });
});
