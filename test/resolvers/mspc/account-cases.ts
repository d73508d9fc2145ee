import { expect } from 'vitest';
import { type ReadCase, times } from './read-case.js';

/** Accounts, and what the panel does not have. */
export const ACCOUNT_CASES: readonly ReadCase[] = [
  {
    title: 'an account with its contact is one call',
    query: `{ account(id: "mspc:Account:12") { id nativeId kind nativeKind status login peer demo backend { kind }
      contact { companyName firstName lastName email phone { number } fax { number }
        address { street postalCode city country } } } }`,
    data: {
      account: {
        id: 'mspc:Account:12',
        nativeId: '12',
        kind: 'CUSTOMER',
        nativeKind: 'User',
        status: 'ACTIVE',
        login: 'nordlicht',
        peer: false,
        demo: false,
        backend: { kind: 'MSPC' },
        contact: {
          companyName: 'Nordlicht Verlag GmbH',
          firstName: 'Ida',
          lastName: 'Nordlicht',
          email: 'ida@nordlicht.example',
          phone: { number: '+49 40 5550123' },
          fax: { number: '+49 40 5550124' },
          address: { street: 'Große Elbstraße 45', postalCode: '22767', city: 'Hamburg', country: 'DE' },
        },
      },
    },
    calls: ['GetUserById'],
  },
  {
    title: 'the account above costs a call only when more than its id is asked for',
    query: `{ a: account(id: "mspc:Account:12") { parent { id } } }`,
    data: { a: { parent: { id: 'mspc:Account:3' } } },
    calls: ['GetUserById'],
  },
  {
    title: 'the accounts above are a call each level',
    query:
      '{ account(id: "mspc:Account:16") { parent { login parent { login parent { login parent { id } } } } } }',
    data: {
      account: {
        parent: {
          login: 'hafenweb',
          parent: { login: 'kuestenhost', parent: { login: 'serveradmin', parent: null } },
        },
      },
    },
    calls: times(4, 'GetUserById'),
  },
  {
    title: 'an account by its login is one call',
    query: '{ accountByLogin(backend: "mspc", login: "NORDLICHT") { id contact { address { city } } } }',
    data: { accountByLogin: { id: 'mspc:Account:12', contact: { address: { city: 'Hamburg' } } } },
    calls: ['GetUserByUsername'],
  },
  {
    title: 'whether a login is free is one call',
    query:
      '{ free: loginAvailable(backend: "mspc", login: "nobody-yet") taken: loginAvailable(backend: "mspc", login: "nordlicht") }',
    data: { free: true, taken: false },
    calls: times(2, 'UserExists'),
  },
  {
    title: 'a page of accounts with what lists tell is one call, contacts included',
    query: `{ accounts(backend: "mspc", owner: "mspc:Account:3", first: 3) { totalCount pageInfo { hasNextPage }
      nodes { login kind status parent { id } contact { firstName companyName email } } } }`,
    data: {
      accounts: {
        totalCount: 6,
        pageInfo: { hasNextPage: true },
        nodes: [
          expect.objectContaining({ login: 'leuchtturm', status: 'CANCELLED' }),
          expect.objectContaining({ login: 'moewe', status: 'PENDING', parent: { id: 'mspc:Account:3' } }),
          expect.objectContaining({
            login: 'nordlicht',
            contact: {
              firstName: 'Ida',
              companyName: 'Nordlicht Verlag GmbH',
              email: 'ida@nordlicht.example',
            },
          }),
        ],
      },
    },
    calls: ['GetUsersPaged'],
  },
  {
    title: 'telephones and addresses of listed accounts are one call an account',
    query: `{ account(id: "mspc:Account:4") { children { nodes { contact { email phone { number } fax { number } address { city } } } } } }`,
    data: { account: { children: { nodes: expect.any(Array) as unknown[] } } },
    calls: ['GetUserById', 'GetUsersPaged', ...times(3, 'GetUserById')],
  },
  {
    title: 'all accounts below one are one call, however deep they are',
    query:
      '{ account(id: "mspc:Account:3") { children(recursive: true, first: 200) { totalCount nodes { login } } } }',
    data: {
      account: {
        children: { totalCount: 7, nodes: expect.arrayContaining([{ login: 'kontor7' }]) as unknown[] },
      },
    },
    calls: ['GetUserById', 'GetUsersPagedRecursive'],
  },
  {
    title: 'what does not exist is null, with a call each and no error',
    query: `{ account(id: "mspc:Account:4711") { id } package(id: "mspc:Package:4711") { id }
      hostingPlan(id: "mspc:HostingPlan:4711") { id } node(id: "mspc:PackageAddon:4711") { id }
      full: package(id: "mspc:Package:4712") { quotas { name } } login: accountByLogin(backend: "mspc", login: "x") { id } }`,
    data: { account: null, package: null, hostingPlan: null, node: null, full: null, login: null },
    calls: [
      'GetHostingPlan',
      'GetPackage',
      'GetPackageAddon',
      'GetPackageContext',
      'GetUserById',
      'GetUserByUsername',
    ],
  },
  {
    title: 'what the panel has no call for is null, without one',
    query: `{ account(id: "mspc:Account:12") { id subscriptions { totalCount } diskQuotaKiB }
      accountMemberByLogin(backend: "mspc", login: "nordlicht") { id } domains(backend: "mspc") { totalCount }
      mailboxStores(backend: "mspc") { id } }`,
    data: {
      account: { id: 'mspc:Account:12', subscriptions: null, diskQuotaKiB: null },
      accountMemberByLogin: null,
      domains: null,
      mailboxStores: null,
    },
    calls: ['GetUserById'],
  },
];
