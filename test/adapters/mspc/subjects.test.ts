import { describe, expect, it } from 'vitest';
import { ask } from './scripted-panel.js';

describe('an answer about another object than the one asked for', () => {
  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['account', '{ found: account(id: "mspc:Account:3") { id } }', { GetUserById: '<UserId>8</UserId>' }],
    [
      'package',
      '{ found: package(id: "mspc:Package:3") { id } }',
      { GetPackage: '<PackageId>8</PackageId>' },
    ],
    [
      'addon',
      '{ found: node(id: "mspc:PackageAddon:3") { id ... on PackageAddon { quantity } } }',
      { GetPackageAddon: '<PackageAddonId>8</PackageAddonId>' },
    ],
    [
      'plan',
      '{ found: hostingPlan(id: "mspc:HostingPlan:3") { id } }',
      { GetHostingPlan: '<PlanId>8</PlanId>' },
    ],
  ])('is not taken: %s', async (_type, query, contents) => {
    const { data, errors } = await ask(query, contents);
    expect(data).toEqual({ found: null });
    expect(errors).toMatchObject([{ message: expect.stringContaining('with another object') as string }]);
  });

  it.each(['somebody', 'acme2', ''])('is not taken for the account of a login: %j', async (username) => {
    const { data, errors } = await ask('{ accountByLogin(backend: "mspc", login: "acme") { id } }', {
      GetUserByUsername: `<UserId>8</UserId><Username>${username}</Username>`,
    });
    expect(data).toEqual({ accountByLogin: null });
    expect(errors).toMatchObject([{ message: expect.stringContaining('with another object') as string }]);
  });

  it.each(['acme', 'Acme', 'ACME ', 'ａｃｍｅ'])(
    'is none for a login that is written %j',
    async (username) => {
      const { data, errors } = await ask('{ accountByLogin(backend: "mspc", login: "aCme") { id login } }', {
        GetUserByUsername: `<UserId>8</UserId><Username>${username}</Username>`,
      });
      expect({ data, errors }).toEqual({
        data: { accountByLogin: { id: 'mspc:Account:8', login: username } },
      });
    },
  );

  it('costs the quotas where it is the answer that has them', async () => {
    const { data, errors } = await ask('{ package(id: "mspc:Package:3") { name quotas { name } } }', {
      GetPackageContext: '<Package><PackageId>8</PackageId></Package><QuotasArray/>',
      GetPackage: '<PackageId>3</PackageId><PackageName>Web</PackageName>',
    });
    expect(data).toEqual({ package: { name: 'Web', quotas: null } });
    expect(errors).toMatchObject([{ path: ['package', 'quotas'] }]);
  });
});

describe('an account', () => {
  it('is not lost by members that nobody sees', async () => {
    const { data, errors } = await ask('{ account(id: "mspc:Account:3") { login } }', {
      GetUserById:
        '<LoginStatusId>?</LoginStatusId><FailedLogins>many</FailedLogins><UserId>3</UserId>' +
        '<Created>yesterday</Created><Changed/><Username>kuestenhost</Username><HtmlMail>perhaps</HtmlMail>',
    });
    expect({ data, errors }).toEqual({ data: { account: { login: 'kuestenhost' } } });
  });

  it('has the kind and the status that it is told by name, where the numbers are missing', async () => {
    const { data } = await ask('{ account(id: "mspc:Account:3") { kind nativeKind status nativeStatus } }', {
      GetUserById: '<Role>Reseller</Role><Status>Frozen</Status><UserId>3</UserId>',
    });
    expect(data).toEqual({
      account: { kind: 'RESELLER', nativeKind: 'Reseller', status: 'OTHER', nativeStatus: 'Frozen' },
    });
  });
});
