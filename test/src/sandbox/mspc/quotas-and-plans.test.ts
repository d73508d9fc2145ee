import { describe, expect, it } from 'vitest';
import { CUSTOMER, RESELLER, rowsOf, startServer, type TestServer, textsOf } from './enterprise-server.js';

async function quota(server: TestServer, packageId: number, name: string) {
  const args = `<packageId>${packageId}</packageId><quotaName>${name}</quotaName>`;
  const { result } = await server.packages('GetPackageQuota', args);
  return [
    ...textsOf(result, 'QuotaAllocatedValue'),
    ...textsOf(result, 'QuotaUsedValue'),
    ...textsOf(result, 'QuotaExhausted'),
  ];
}

describe('GetPackageQuota', () => {
  it.each([
    ['near its limit, addons counted by quantity', 17, 'OS.Diskspace', ['30720', '29870', 'false']],
    ['near its limit, suspended addons not counted', 17, 'Mail.Accounts', ['50', '49', 'false']],
    ['at its limit', 17, 'Web.Sites', ['10', '10', 'true']],
    ['over its limit', 17, 'MySQL5.Databases', ['5', '6', 'true']],
    ['over its limit for another customer', 19, 'OS.Diskspace', ['10240', '11007', 'true']],
    ['unlimited', 17, 'OS.Bandwidth', ['-1', '1204233', 'false']],
    ['a switch that is on', 17, 'Web.SSL', ['1', '0', 'false']],
    ['a switch that is off', 17, 'Web.CgiBin', ['0', '0', 'true']],
    ['a maximum', 17, 'Mail.MaxBoxSize', ['4096', '0', 'false']],
    ['overridden, up to unlimited', 23, 'Mail.Accounts', ['-1', '112', 'false']],
    ['of a group that the plan does not have', 17, 'Lync.Users', ['0', '0', 'true']],
    ['of the root space', 1, 'Web.Sites', ['-1', '0', 'true']],
  ] as const)('answers one that is %s', async (_, packageId, name, expected) => {
    const server = await startServer();
    expect(await quota(server, packageId, name)).toEqual(expected);
  });

  it('faults on a name that is not in the catalogue', async () => {
    const server = await startServer();
    const args = '<packageId>17</packageId><quotaName>OS.Shoes</quotaName>';
    expect((await server.packages('GetPackageQuota', args)).fault).toContain('Cannot find the quota');
  });
});

describe('GetPackageContext', () => {
  it('holds the package, its groups and all quotas of these groups', async () => {
    const server = await startServer();
    const { result } = await server.packages('GetPackageContext', '<packageId>17</packageId>');
    expect(textsOf(result, 'GroupName')).toEqual([
      'OS',
      'Web',
      'FTP',
      'Mail',
      'DNS',
      'Statistics',
      'MySQL5',
      'MsSQL2012',
    ]);
    expect(textsOf(result, 'QuotaName')).toHaveLength(69);
    expect(result).toContain(
      '<QuotaValueInfo><QuotaAllocatedValue>10</QuotaAllocatedValue><QuotaAllocatedValuePerOrganization>10</QuotaAllocatedValuePerOrganization><QuotaUsedValue>10</QuotaUsedValue><QuotaExhausted>true</QuotaExhausted><QuotaName>Web.Sites</QuotaName><QuotaDescription>Web Sites</QuotaDescription><QuotaId>13</QuotaId><QuotaTypeId>2</QuotaTypeId><GroupId>2</GroupId></QuotaValueInfo>',
    );
  });

  it('is absent for a package that is not there, and faults for one of others', async () => {
    const server = await startServer();
    expect((await server.packages('GetPackageContext', '<packageId>99</packageId>')).status).toBe(200);
    expect((await server.packages('GetPackageContext', '<packageId>99</packageId>')).result).toBeUndefined();
    const refused = await server.packages('GetPackageContext', '<packageId>19</packageId>', CUSTOMER);
    expect(refused.fault).toContain('You are not allowed to access this package');
  });
});

describe('GetPackageQuotas', () => {
  it('sets each quota beside the parent’s', async () => {
    const server = await startServer();
    const { result } = await server.packages('GetPackageQuotas', '<packageId>17</packageId>');
    expect(rowsOf(result, 'Table')[0]).toBe(
      '<GroupID>1</GroupID><GroupName>OS</GroupName><CalculateDiskSpace>true</CalculateDiskSpace><CalculateBandwidth>true</CalculateBandwidth><ParentEnabled>true</ParentEnabled>',
    );
    expect(rowsOf(result, 'Table1')).toContain(
      '<QuotaID>52</QuotaID><GroupID>1</GroupID><QuotaName>OS.Diskspace</QuotaName><QuotaDescription>Disk space, MB</QuotaDescription><QuotaTypeID>2</QuotaTypeID><QuotaValue>30720</QuotaValue><ParentQuotaValue>500000</ParentQuotaValue><QuotaUsedValue>29870</QuotaUsedValue>',
    );
  });
});

describe('plans', () => {
  it('are read by id without groups and quotas, addons and plans of others too', async () => {
    const server = await startServer();
    const { result } = await server.packages('GetHostingPlan', '<planId>11</planId>', CUSTOMER);
    expect(result).toBe(
      '<PlanId>11</PlanId><PackageId>2</PackageId><PlanName>Web Pro</PlanName><PlanDescription>Für Büros &lt;und&gt; Verlage: mehr Platz, mehr Postfächer</PlanDescription><Available>true</Available><ServerId>0</ServerId><IsAddon>false</IsAddon><SetupPrice>19.0000</SetupPrice><RecurringPrice>14.9500</RecurringPrice><RecurrenceUnit>2</RecurrenceUnit><RecurrenceLength>1</RecurrenceLength><UserId>3</UserId>',
    );
    const addon = await server.packages('GetHostingPlan', '<planId>15</planId>');
    expect(textsOf(addon.result, 'IsAddon')).toEqual(['true']);
    expect((await server.packages('GetHostingPlan', '<planId>99</planId>')).result).toBeUndefined();
  });

  it('are listed by owner, plans apart from addons', async () => {
    const server = await startServer();
    const plans = await server.packages('GetHostingPlans', '<userId>3</userId>');
    expect(rowsOf(plans.result, 'Table').flatMap((row) => textsOf(row, 'PlanID'))).toEqual([
      '10',
      '11',
      '12',
      '13',
    ]);
    expect(rowsOf(plans.result, 'Table')[1]).toContain(
      '<IsAddon>false</IsAddon><PackagesNumber>1</PackagesNumber>',
    );
    const addons = await server.packages('GetHostingAddons', '<userId>3</userId>');
    expect(rowsOf(addons.result, 'Table').flatMap((row) => textsOf(row, 'PlanID'))).toEqual([
      '15',
      '16',
      '17',
    ]);
    expect(rowsOf(addons.result, 'Table')[1]).toContain('<PackagesNumber>2</PackagesNumber>');
  });

  it('have a second PackageID, which is 0 where the first is missing', async () => {
    const server = await startServer();
    const { result } = await server.packages('GetHostingPlans', '<userId>1</userId>');
    const [first] = rowsOf(result, 'Table');
    expect(first).not.toContain('<PackageID>');
    expect(first).toContain('<PackageID1>0</PackageID1>');
  });

  it('are offered to a customer by its owner, without those no longer sold', async () => {
    const server = await startServer();
    const plans = await server.packages('GetUserAvailableHostingPlans', '<userId>12</userId>');
    expect(textsOf(plans.result, 'PlanId')).toEqual(['10', '11', '12']);
    expect(new Set(textsOf(plans.result, 'UserId'))).toEqual(new Set(['0']));
    const addons = await server.packages('GetUserAvailableHostingAddons', '<userId>12</userId>');
    expect(textsOf(addons.result, 'PlanId')).toEqual(['15', '16', '17']);
  });

  it.each([
    'GetHostingPlans',
    'GetHostingAddons',
    'GetUserAvailableHostingPlans',
    'GetUserAvailableHostingAddons',
  ])('fault in %s for accounts of others', async (method) => {
    const server = await startServer();
    const answer = await server.packages(method, '<userId>4</userId>', RESELLER);
    expect(answer.fault).toContain('You are not allowed to access this account');
  });

  it('show their contents in a context', async () => {
    const server = await startServer();
    const { result } = await server.packages('GetHostingPlanContext', '<planId>12</planId>');
    expect(textsOf(result, 'GroupName')).toEqual(['Exchange', 'Hosted Organizations']);
    expect(result).toMatch(
      /<QuotaAllocatedValue>25<\/QuotaAllocatedValue>.{1,250}<QuotaName>Exchange2007.Mailboxes</,
    );
    expect((await server.packages('GetHostingPlanContext', '<planId>99</planId>')).result).toBeUndefined();
  });

  it('show their contents against the whole catalogue', async () => {
    const server = await startServer();
    const args = '<packageId>0</packageId><planId>12</planId><serverId>0</serverId>';
    const { result } = await server.packages('GetHostingPlanQuotas', args);
    expect(rowsOf(result, 'Table')).toHaveLength(33);
    expect(rowsOf(result, 'Table1')).toHaveLength(234);
    expect(rowsOf(result, 'Table')[0]).toContain(
      '<Enabled>false</Enabled><ParentEnabled>true</ParentEnabled>',
    );
    expect(rowsOf(result, 'Table1')).toContain(
      '<QuotaID>78</QuotaID><GroupID>12</GroupID><QuotaName>Exchange2007.Mailboxes</QuotaName><QuotaDescription>Mailboxes per Organization</QuotaDescription><QuotaTypeID>2</QuotaTypeID><QuotaValue>25</QuotaValue><ParentQuotaValue>-1</ParentQuotaValue>',
    );
  });
});
