import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MspcGateway, startMspcGateway } from '../support/mspc-gateway.js';
import { ACCOUNT_CASES } from './mspc/account-cases.js';
import { PACKAGE_CASES } from './mspc/package-cases.js';

describe('reads of an MSPControl', () => {
  let gateway: MspcGateway;
  beforeAll(async () => {
    gateway = await startMspcGateway();
  });
  afterAll(() => gateway.close());

  it.each([...ACCOUNT_CASES, ...PACKAGE_CASES])('$title', async ({ query, data, calls }) => {
    gateway.takeCalls();
    expect(await gateway.run(query)).toEqual({ data });
    expect(gateway.takeCalls().toSorted()).toEqual(calls.toSorted());
  });

  it('fails for an account that the panel cannot show, and for nothing beside it', async () => {
    const { data, errors } = await gateway.run(
      '{ bad: account(id: "mspc:Account:9") { id } good: account(id: "mspc:Account:12") { login } }',
    );
    expect(data).toEqual({ bad: null, good: { login: 'nordlicht' } });
    expect(errors).toMatchObject([{ message: 'Backend mspc refused GetUserById.', path: ['bad'] }]);
  });

  it('shows a package whose quotas are refused, and the refusal beside it', async () => {
    const other = await startMspcGateway({}, { username: 'alpenhost', password: 'sandbox-secret-alpenhost' });
    const { data, errors } = await other.run('{ package(id: "mspc:Package:17") { name quotas { name } } }');
    expect(data).toEqual({ package: { name: 'Web Pro', quotas: null } });
    expect(errors).toMatchObject([{ path: ['package', 'quotas'] }]);
    expect(other.takeCalls().toSorted()).toEqual(['GetPackage', 'GetPackageContext']);
    await other.close();
  });

  it('has an entry a name: its quota, or null with an error where there is none', async () => {
    gateway.takeCalls();
    const { data, errors } = await gateway.run(
      '{ package(id: "mspc:Package:17") { name quotas(names: ["Web.Sites", "No.Such", "WEB.SITES"]) { name } } }',
    );
    expect(data).toEqual({
      package: { name: 'Web Pro', quotas: [{ name: 'Web.Sites' }, null, { name: 'Web.Sites' }] },
    });
    expect(errors).toMatchObject([{ path: ['package', 'quotas', 1] }]);
    expect(gateway.takeCalls().toSorted()).toEqual(['GetPackage', 'GetPackageQuota', 'GetPackageQuota']);
  });

  it.each(['', ' ', '\u0001', '\uffff'])('refuses %j as the name of a quota', async (name) => {
    const { errors } = await gateway.run(
      'query ($names: [String!]) { package(id: "mspc:Package:17") { quotas(names: $names) { name } } }',
      { names: ['Web.Sites', name] },
    );
    expect(errors).toMatchObject([
      { path: ['package', 'quotas'], message: expect.stringContaining('names must be') as string },
    ]);
  });

  it.each([
    [
      'names: null',
      '{ package(id: "mspc:Package:17") { name quotas(names: null) { name } } }',
      ['GetPackageContext'],
    ],
    [
      'a variable that is not set',
      'query ($names: [String!]) { package(id: "mspc:Package:17") { name quotas(names: $names) { name } } }',
      ['GetPackageContext'],
    ],
    [
      'quotas that are not included',
      'query ($with: Boolean = false) { package(id: "mspc:Package:17") { name quotas @include(if: $with) { name } } }',
      ['GetPackage'],
    ],
    [
      'quotas that are skipped with the fragment around them',
      '{ package(id: "mspc:Package:17") { name ... @skip(if: true) { quotas { name } } } }',
      ['GetPackage'],
    ],
    [
      'a plan that a package names',
      '{ package(id: "mspc:Package:17") { plan { name groups { name } } } }',
      ['GetHostingPlanContext', 'GetPackage'],
    ],
    [
      'a package that an addon names',
      '{ node(id: "mspc:PackageAddon:1") { ... on PackageAddon { package { name quotas { name } } } } }',
      ['GetPackageAddon', 'GetPackageContext'],
    ],
    [
      'packages of a list',
      '{ account(id: "mspc:Account:12") { packages { nodes { comments quotas { name } } } } }',
      ['GetMyPackages', 'GetPackageContext', 'GetPackageContext', 'GetUserById'],
    ],
  ])('asks for nothing twice: %s', async (_case, query, calls) => {
    gateway.takeCalls();
    expect((await gateway.run(query)).errors).toBeUndefined();
    expect(gateway.takeCalls().toSorted()).toEqual(calls);
  });

  it('reads names beyond ASCII from servers that do not announce a charset', async () => {
    const { data } = await gateway.run('{ package(id: "mspc:Package:4") { name comments } }');
    expect(data).toEqual({ package: { name: '東京ホスト', comments: 'お支払い待ち' } });
  });
});
