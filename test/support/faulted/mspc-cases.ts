import type { Random } from './random.js';
import type { FaultedPanel } from './write-case.js';

const account = (random: Random) => ({ accountId: `mspc:Account:${random.pick(['12', '13', '17'])}` });
const hostingSpace = (random: Random) => ({ packageId: `mspc:Package:${random.pick(['17', '19', '20'])}` });
const word = (random: Random) => `Word ${random.int(1, 1_000_000)}`;
const PURCHASED = '2026-03-01T09:30:00Z';

/** The mutations that are tried on MSPControl. */
export const mspcCases: FaultedPanel = {
  kind: 'mspc',
  settings: {},
  // Procedures that raise an error go on, so that a fault proves nothing.
  faultsAfterWork: true,
  cases: [
    {
      mutation: 'createAccount',
      input: (random) => ({
        backend: 'mspc',
        login: `user${random.int(1, 1_000_000)}`,
        password: 'geheim-12',
        parentId: 'mspc:Account:3',
        contact: { firstName: 'Ada', lastName: 'Keller', email: 'ada@acme.example' },
      }),
      methods: ['AddUser'],
    },
    {
      mutation: 'updateAccountContact',
      input: (random) => ({ ...account(random), contact: { companyName: word(random) } }),
      methods: ['UpdateUser'],
    },
    {
      mutation: 'updateAccount',
      input: (random) => ({ ...account(random), comments: word(random) }),
      methods: ['UpdateUser'],
    },
    {
      mutation: 'changeAccountStatus',
      input: (random) => ({ ...account(random), status: random.pick(['ACTIVE', 'SUSPENDED', 'CANCELLED']) }),
      methods: ['ChangeUserStatus'],
    },
    { mutation: 'suspendAccount', input: account, methods: ['ChangeUserStatus'] },
    { mutation: 'deleteAccount', input: account, methods: ['DeleteUser'] },
    {
      mutation: 'setAccountPassword',
      input: (random) => ({ ...account(random), password: `geheim-${random.int(10, 99)}` }),
      methods: ['ChangeUserPassword'],
    },
    {
      mutation: 'createPackage',
      input: (random) => ({
        ...account(random),
        planId: `mspc:HostingPlan:${random.pick(['10', '11'])}`,
        name: word(random),
        purchasedAt: PURCHASED,
      }),
      methods: ['AddPackage'],
    },
    {
      mutation: 'updatePackage',
      input: (random) => ({ ...hostingSpace(random), name: word(random), purchasedAt: PURCHASED }),
      methods: ['UpdatePackage'],
    },
    {
      mutation: 'renamePackage',
      input: (random) => ({ ...hostingSpace(random), name: word(random) }),
      methods: ['UpdatePackageName'],
    },
    {
      mutation: 'changePackageStatus',
      input: (random) => ({ ...hostingSpace(random), status: random.pick(['ACTIVE', 'SUSPENDED']) }),
      methods: ['ChangePackageStatus'],
    },
    {
      mutation: 'deletePackage',
      input: (random) => ({ packageId: `mspc:Package:${random.pick(['18', '19', '22'])}` }),
      methods: ['DeletePackage'],
    },
    {
      mutation: 'addPackageAddon',
      input: (random) => ({
        ...hostingSpace(random),
        planId: `mspc:HostingPlan:${random.pick(['15', '16'])}`,
        quantity: random.int(1, 3),
      }),
      methods: ['AddPackageAddon'],
    },
    {
      mutation: 'updatePackageAddon',
      input: (random) => ({ addonId: 'mspc:PackageAddon:1', comments: word(random) }),
      methods: ['UpdatePackageAddon'],
    },
    {
      mutation: 'deletePackageAddon',
      input: (random) => ({ addonId: `mspc:PackageAddon:${random.int(1, 3)}` }),
      methods: ['DeletePackageAddon'],
    },
    {
      mutation: 'createHostingPlan',
      input: (random) => ({
        accountId: 'mspc:Account:3',
        name: word(random),
        addon: random.chance(0.5),
        packageId: 'mspc:Package:2',
        groups: [{ groupId: 1 }],
        quotas: [{ quotaId: 52, value: String(random.int(1, 100)) }],
      }),
      methods: ['AddHostingPlan', 'AddHostingAddon'],
    },
    {
      mutation: 'updateHostingPlan',
      input: (random) => ({
        planId: `mspc:HostingPlan:${random.pick(['11', '15'])}`,
        description: word(random),
        quotas: [{ quotaId: 52, value: String(random.pick([1, 100, 2_000_000_000])) }],
      }),
      methods: ['UpdateHostingPlan', 'UpdateHostingAddon'],
    },
    {
      mutation: 'deleteHostingPlan',
      input: (random) => ({ planId: `mspc:HostingPlan:${random.pick(['11', '13', '14', '17'])}` }),
      methods: ['DeleteHostingPlan', 'DeleteHostingAddon'],
    },
  ],
};
