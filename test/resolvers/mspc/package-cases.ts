import { expect } from 'vitest';
import { type ReadCase, times } from './read-case.js';

/** Packages, addons and plans. */
export const PACKAGE_CASES: readonly ReadCase[] = [
  {
    title: 'packages of an account are one call, whatever their number',
    query: `{ account(id: "mspc:Account:12") { packages { totalCount nodes {
      id name status nativeStatus purchasedAt account { id } plan { id } } } } }`,
    data: {
      account: {
        packages: {
          totalCount: 2,
          nodes: [
            {
              id: 'mspc:Package:17',
              name: 'Web Pro',
              status: 'ACTIVE',
              nativeStatus: 'Active',
              purchasedAt: '2021-03-01T09:15:27.347+01:00',
              account: { id: 'mspc:Account:12' },
              plan: { id: 'mspc:HostingPlan:11' },
            },
            expect.objectContaining({ id: 'mspc:Package:18', status: 'NEW' }),
          ],
        },
      },
    },
    calls: ['GetUserById', 'GetMyPackages'],
  },
  {
    title: 'remarks of listed packages are one call a package',
    query: '{ account(id: "mspc:Account:12") { packages { nodes { comments } } } }',
    data: {
      account: {
        packages: { nodes: [{ comments: 'Verlagsauftritt, Shop & Leserbriefe' }, { comments: null }] },
      },
    },
    calls: ['GetUserById', 'GetMyPackages', ...times(2, 'GetPackage')],
  },
  {
    title: 'a package with all its quotas is one call',
    query:
      '{ package(id: "mspc:Package:17") { name comments quotas { name allocated unlimited used kind group } } }',
    data: {
      package: {
        name: 'Web Pro',
        comments: 'Verlagsauftritt, Shop & Leserbriefe',
        quotas: expect.arrayContaining([
          {
            name: 'OS.Diskspace',
            allocated: '30720',
            unlimited: false,
            used: '29870',
            kind: 'AMOUNT',
            group: 'OS',
          },
          {
            name: 'OS.Bandwidth',
            allocated: null,
            unlimited: true,
            used: '1204233',
            kind: 'AMOUNT',
            group: 'OS',
          },
          expect.objectContaining({ name: 'Web.Php5', allocated: '1', unlimited: false, kind: 'SWITCH' }),
        ]) as unknown[],
      },
    },
    calls: ['GetPackageContext'],
  },
  {
    title: 'named quotas are a call each, the same one once',
    query: `{ package(id: "mspc:Package:17") { name
      quotas(names: ["Mail.Accounts", "Web.Sites"]) { quotaId name description used }
      again: quotas(names: ["Web.Sites"]) { allocated } } }`,
    data: {
      package: {
        name: 'Web Pro',
        quotas: [
          { quotaId: 14, name: 'Mail.Accounts', description: 'Mail Accounts', used: '49' },
          { quotaId: 13, name: 'Web.Sites', description: 'Web Sites', used: '10' },
        ],
        again: [{ allocated: '10' }],
      },
    },
    calls: ['GetPackage', ...times(2, 'GetPackageQuota')],
  },
  {
    title: 'no names are no quotas and no call',
    query: '{ package(id: "mspc:Package:17") { name quotas(names: []) { name } } }',
    data: { package: { name: 'Web Pro', quotas: [] } },
    calls: ['GetPackage'],
  },
  {
    title: 'addons of a package with their plans are one call more, and one a plan',
    query: `{ package(id: "mspc:Package:17") { addons { id quantity status purchasedAt comments package { id }
      plan { name addon } } } }`,
    data: {
      package: {
        addons: [
          expect.objectContaining({
            id: 'mspc:PackageAddon:1',
            quantity: 2,
            status: 'ACTIVE',
            purchasedAt: '2022-08-01T00:00:00+02:00',
            package: { id: 'mspc:Package:17' },
            plan: { name: '+5 GB Speicher', addon: true },
          }),
          expect.objectContaining({ id: 'mspc:PackageAddon:2', status: 'SUSPENDED' }),
        ],
      },
    },
    calls: ['GetPackage', 'GetPackageAddons', ...times(2, 'GetHostingPlan')],
  },
  {
    title: 'an addon by its id is one call',
    query:
      '{ node(id: "mspc:PackageAddon:1") { id ... on PackageAddon { quantity purchasedAt package { id } } } }',
    data: {
      node: {
        id: 'mspc:PackageAddon:1',
        quantity: 2,
        purchasedAt: '2022-08-01T00:00:00+02:00',
        package: { id: 'mspc:Package:17' },
      },
    },
    calls: ['GetPackageAddon'],
  },
  {
    title: 'a plan is one call',
    query:
      '{ hostingPlan(id: "mspc:HostingPlan:11") { name description addon active account { id } resources { name } } }',
    data: {
      hostingPlan: {
        name: 'Web Pro',
        description: 'Für Büros <und> Verlage: mehr Platz, mehr Postfächer',
        addon: false,
        active: true,
        account: { id: 'mspc:Account:3' },
        resources: null,
      },
    },
    calls: ['GetHostingPlan'],
  },
  {
    title: 'a plan with its groups and quotas is one call, too',
    query: `{ hostingPlan(id: "mspc:HostingPlan:11") { name groups { groupId name enabled }
      quotas { quotaId name value unlimited kind description group } } }`,
    data: {
      hostingPlan: {
        name: 'Web Pro',
        groups: expect.arrayContaining([{ groupId: 11, name: 'MySQL5', enabled: true }]) as unknown[],
        quotas: expect.arrayContaining([
          {
            quotaId: 52,
            name: 'OS.Diskspace',
            value: '20480',
            unlimited: false,
            kind: 'AMOUNT',
            description: 'Disk space, MB',
            group: 'OS',
          },
        ]) as unknown[],
      },
    },
    calls: ['GetHostingPlanContext'],
  },
  {
    title: 'plans that an account sells are one call, its addons another, their groups one a plan',
    query: `{ account(id: "mspc:Account:3") { hostingPlans { nodes { id name active groups { name } } }
      addons: hostingPlans(addons: true) { nodes { name addon } } } }`,
    data: {
      account: {
        hostingPlans: {
          nodes: expect.arrayContaining([
            expect.objectContaining({ id: 'mspc:HostingPlan:13', active: false }),
            {
              id: 'mspc:HostingPlan:12',
              name: 'Exchange Büro',
              active: true,
              groups: [{ name: 'Exchange' }, { name: 'Hosted Organizations' }],
            },
          ]) as unknown[],
        },
        addons: { nodes: expect.arrayContaining([{ name: 'Journal', addon: true }]) as unknown[] },
      },
    },
    calls: ['GetUserById', 'GetHostingAddons', 'GetHostingPlans', ...times(4, 'GetHostingPlanContext')],
  },
  {
    title: 'plans that an account may buy are one call, and say who sells them',
    query: `{ account(id: "mspc:Account:12") { hostingPlans(offered: true) { nodes { name account { id } } }
      addons: hostingPlans(offered: true, addons: true) { totalCount } } }`,
    data: {
      account: {
        hostingPlans: {
          nodes: expect.arrayContaining([
            { name: 'Web Pro', account: { id: 'mspc:Account:3' } },
          ]) as unknown[],
        },
        addons: { totalCount: 3 },
      },
    },
    calls: ['GetUserById', 'GetUserAvailableHostingAddons', 'GetUserAvailableHostingPlans'],
  },
];
