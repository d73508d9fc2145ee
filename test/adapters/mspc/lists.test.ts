import { describe, expect, it } from 'vitest';
import { dataSet } from './answers.js';
import { ask } from './scripted-panel.js';

describe('lists', () => {
  it('lose the records that cannot be read, and none beside them', async () => {
    const info = (members: string) => `<PackageInfo>${members}</PackageInfo>`;
    const plan = (id: string) => `<PlanID>${id}</PlanID>`;
    const { data, errors } = await ask(
      `{ account(id: "mspc:Account:7") { packages { totalCount nodes { id } } hostingPlans { nodes { id } } } }`,
      {
        GetUserById: '<UserId>7</UserId>',
        GetMyPackages:
          info('<PackageId>1</PackageId>') + info('<PackageId/>') + info('<PackageId>3</PackageId>'),
        GetHostingPlans: dataSet({ Table: [plan('1'), plan('one'), plan('3')] }),
      },
    );
    expect(data?.account).toEqual({
      packages: { totalCount: 3, nodes: [{ id: 'mspc:Package:1' }, null, { id: 'mspc:Package:3' }] },
      hostingPlans: { nodes: [{ id: 'mspc:HostingPlan:1' }, null, { id: 'mspc:HostingPlan:3' }] },
    });
    expect(errors?.map(({ path }) => path?.join('.'))).toEqual([
      'account.packages.nodes.1',
      'account.hostingPlans.nodes.1',
    ]);
  });

  it('may be absent, which is empty', async () => {
    const { data, errors } = await ask('{ account(id: "mspc:Account:7") { packages { totalCount } } }', {
      GetUserById: '<UserId>7</UserId>',
    });
    expect({ data, errors }).toEqual({ data: { account: { packages: { totalCount: 0 } } } });
  });

  it('of what is offered do not tell a peer who sells it, and ask', async () => {
    const contents = {
      GetUserById: '<UserId>7</UserId><OwnerId>3</OwnerId><IsPeer>true</IsPeer>',
      GetUserAvailableHostingPlans: '<HostingPlanInfo><PlanId>5</PlanId><UserId>0</UserId></HostingPlanInfo>',
      GetHostingPlan: '<PlanId>5</PlanId><UserId>1</UserId>',
    };
    const result = await ask(
      '{ account(id: "mspc:Account:7") { hostingPlans(offered: true) { nodes { account { id } } } } }',
      contents,
    );
    expect(result.data).toEqual({
      account: { hostingPlans: { nodes: [{ account: { id: 'mspc:Account:1' } }] } },
    });
  });
});

describe('the rows of a package and of a plan', () => {
  const quota = (id: string, used: string) =>
    `<QuotaValueInfo><QuotaId>${id}</QuotaId><QuotaUsedValue>${used}</QuotaUsedValue></QuotaValueInfo>`;
  const group = (id: string) => `<HostingPlanGroupInfo><GroupId>${id}</GroupId></HostingPlanGroupInfo>`;
  const contents =
    `<GroupsArray>${group('1')}${group('two')}</GroupsArray>` +
    `<QuotasArray>${quota('52', 'much')}${quota('13', '2')}</QuotasArray>`;

  it('are lost one by one where they cannot be read: addons', async () => {
    const addon = (id: string) => `<PackageAddonID>${id}</PackageAddonID>`;
    const { data, errors } = await ask('{ package(id: "mspc:Package:9") { name addons { id } } }', {
      GetPackage: '<PackageId>9</PackageId><PackageName>Web</PackageName>',
      GetPackageAddons: dataSet({ Table: [addon('1'), addon('two'), addon('3')] }),
    });
    expect(data?.package).toEqual({
      name: 'Web',
      addons: [{ id: 'mspc:PackageAddon:1' }, null, { id: 'mspc:PackageAddon:3' }],
    });
    expect(errors?.map(({ path }) => path?.join('.'))).toEqual(['package.addons.1']);
  });

  it('are lost one by one where they cannot be read: quotas of a package', async () => {
    const { data, errors } = await ask(
      '{ package(id: "mspc:Package:9") { name quotas { quotaId group } } }',
      {
        GetPackageContext: `<Package><PackageId>9</PackageId><PackageName>Web</PackageName></Package>${contents}`,
      },
    );
    expect(data?.package).toEqual({ name: 'Web', quotas: [null, { quotaId: 13, group: 'Web' }] });
    expect(errors?.map(({ path }) => path?.join('.'))).toEqual(['package.quotas.0']);
  });

  it('are lost one by one where they cannot be read: groups and quotas of a plan', async () => {
    const { data, errors } = await ask(
      '{ hostingPlan(id: "mspc:HostingPlan:5") { name groups { groupId } quotas { quotaId } } }',
      {
        GetHostingPlanContext: `<HostingPlan><PlanId>5</PlanId><PlanName>S</PlanName></HostingPlan>${contents}`,
      },
    );
    expect(data?.hostingPlan).toEqual({
      name: 'S',
      groups: [{ groupId: 1 }, null],
      quotas: [null, { quotaId: 13 }],
    });
    expect(errors?.map(({ path }) => path?.join('.'))).toEqual([
      'hostingPlan.groups.1',
      'hostingPlan.quotas.0',
    ]);
  });
});
