import { describe, expect, it } from 'vitest';
import {
  CUSTOMER,
  DEMO,
  RESELLER,
  rowsOf,
  startServer,
  type TestServer,
  textsOf,
} from './enterprise-server.js';

const SUPPORT = 'kundendienst:sandbox-secret-kundendienst';

const addPackage = (server: TestServer, members: Readonly<Record<string, string | number>>, as?: string) =>
  server.packages(
    'AddPackage',
    Object.entries({
      userId: 14,
      planId: 10,
      packageName: 'Zweitauftritt',
      packageComments: '',
      statusId: 1,
      purchaseDate: '2026-05-01T00:00:00',
      ...members,
    })
      .map(([name, value]) => `<${name}>${value}</${name}>`)
      .join(''),
    as,
  );

async function member(server: TestServer, packageId: number, name: string) {
  const { result } = await server.packages('GetPackage', `<packageId>${packageId}</packageId>`);
  return textsOf(result, name);
}

const resultOf = (xml: string | undefined) => textsOf(xml, 'Result');

const EXCESS = '<QuotaID>13</QuotaID><QuotaName>Web.Sites</QuotaName>';

describe('AddPackage', () => {
  it('answers the next id with a DataSet without rows', async () => {
    const server = await startServer();
    const { result } = await addPackage(server, {});
    expect(result).toMatch(/^<Result>25<\/Result><ExceedingQuotas><xs:schema id="NewDataSet" xmlns=""/);
    expect(result).toContain('<xs:element name="QuotaName" type="xs:string" minOccurs="0" />');
    expect(result).toMatch(/<diffgr:diffgram [^>]* \/><\/ExceedingQuotas>$/);
    expect(await member(server, 25, 'ParentPackageId')).toEqual(['2']);
    expect(await member(server, 25, 'ServerId')).toEqual(['3']);
  });

  it('goes below the root space where the plan belongs to none', async () => {
    const server = await startServer();
    await addPackage(server, { userId: 8, planId: 2 });
    expect(await member(server, 25, 'ParentPackageId')).toEqual(['1']);
    expect(await member(server, 25, 'ServerId')).toEqual(['4']);
  });

  it('answers -305 with the excess and makes nothing where the parent space has too little', async () => {
    const server = await startServer();
    for (let added = 0; added < 4; added += 1) await addPackage(server, { planId: 11 });
    const { result } = await addPackage(server, { planId: 11 });
    expect(resultOf(result)).toEqual(['-305']);
    expect(rowsOf(result, 'Table')).toEqual([`${EXCESS}<QuotaValue>8</QuotaValue>`]);
    expect(await member(server, 29, 'PackageId')).toEqual([]);
  });

  it.each([
    ['a demo account', DEMO, '-106'],
    ['a suspended reseller', 'tokyohost:sandbox-secret-tokyohost', '-104'],
    ['a cancelled account', 'leuchtturm:sandbox-secret-leuchtturm', '-105'],
    ['a pending account', 'moewe:sandbox-secret-moewe', '-103'],
    ['a customer', CUSTOMER, '-112'],
  ])('refuses %s without a DataSet', async (_, as, code) => {
    const server = await startServer();
    expect((await addPackage(server, {}, as)).result).toBe(`<Result>${code}</Result>`);
  });

  it('lets support staff pass the demand on roles', async () => {
    const server = await startServer();
    const answer = await addPackage(server, {}, SUPPORT);
    expect(answer.fault).toContain('You are not allowed to access this package');
  });

  it.each([
    ['an unknown plan', { planId: 99 }, 'Object reference not set'],
    ['an unknown user', { userId: 99 }, 'FOREIGN KEY'],
    ['the space of others', { planId: 20 }, 'You are not allowed'],
    ['a date before 1753', { purchaseDate: '1752-12-31T00:00:00' }, 'SqlDateTime overflow'],
  ])('faults on %s', async (_, members, message) => {
    const server = await startServer();
    const answer = await addPackage(server, members, RESELLER);
    expect(answer.status).toBe(500);
    expect(answer.fault).toContain(message);
  });

  it('faults when the date is left out, which is then the year 1', async () => {
    const server = await startServer();
    const answer = await server.packages('AddPackage', '<userId>12</userId><planId>10</planId>');
    expect(answer.fault).toContain('SqlDateTime overflow');
  });

  it('answers a negative number although the package exists when its home folder cannot be made', async () => {
    const server = await startServer({ homeFolderFails: true });
    const { result } = await addPackage(server, {});
    expect(resultOf(result)).toEqual(['-999']);
    expect(rowsOf(result, 'Table')).toEqual([]);
    expect(await member(server, 25, 'PackageName')).toEqual(['Zweitauftritt']);
  });

  it.each([
    ['without zone as it stands', '2026-05-01T08:00:00.1', '2026-05-01T08:00:00.1'],
    ['of a day only', '2026-05-01', '2026-05-01T00:00:00'],
    ['with Z as if it had none', '2026-05-01T08:00:00Z', '2026-05-01T08:00:00'],
    ['with an offset shifted to the server’s zone', '2026-05-01T08:00:00-05:00', '2026-05-01T15:00:00'],
    ['to a three hundredth of a second', '2026-05-01T08:00:00.999', '2026-05-01T08:00:01'],
  ])('stores a date %s', async (_, sent, stored) => {
    const server = await startServer();
    await addPackage(server, { purchaseDate: sent });
    expect(await member(server, 25, 'PurchaseDate')).toEqual([stored]);
  });
});

const WEB_PRO =
  '<PackageId>17</PackageId><StatusId>1</StatusId><PlanId>11</PlanId><PurchaseDate>2021-03-01T00:00:00</PurchaseDate><PackageName>Web Pro</PackageName>';
const OVERRIDE =
  '<Groups><HostingPlanGroupInfo><GroupId>2</GroupId><Enabled>false</Enabled></HostingPlanGroupInfo></Groups><Quotas><HostingPlanQuotaInfo><QuotaId>13</QuotaId><QuotaValue>60</QuotaValue></HostingPlanQuotaInfo></Quotas>';

describe('UpdatePackage', () => {
  it('replaces what it may and ignores owner, parent and server', async () => {
    const server = await startServer();
    const ignored = '<UserId>13</UserId><ParentPackageId>3</ParentPackageId><ServerId>4</ServerId>';
    const { result } = await server.packages('UpdatePackage', `<package>${WEB_PRO}${ignored}</package>`);
    expect(resultOf(result)).toEqual(['0']);
    expect(await member(server, 17, 'PackageComments')).toEqual([]);
    expect(await member(server, 17, 'DefaultTopPackage')).toEqual(['false']);
    expect(await member(server, 17, 'UserId')).toEqual(['12']);
    expect(await member(server, 17, 'ParentPackageId')).toEqual(['2']);
    expect(await member(server, 17, 'ServerId')).toEqual(['3']);
  });

  it('answers -300 for an unknown package and refuses as AddPackage does', async () => {
    const server = await startServer();
    const unknown = await server.packages('UpdatePackage', '<package><PackageId>99</PackageId></package>');
    expect(unknown.result).toBe('<Result>-300</Result>');
    const customer = await server.packages('UpdatePackage', `<package>${WEB_PRO}</package>`, CUSTOMER);
    expect(customer.result).toBe('<Result>-112</Result>');
  });

  it('faults for a package of others, and changes it all the same', async () => {
    const server = await startServer();
    const members = WEB_PRO.replace('<PackageId>17', '<PackageId>19').replace('Web Pro', 'Not mine');
    const answer = await server.packages('UpdatePackage', `<package>${members}</package>`, RESELLER);
    expect(answer.fault).toContain('You are not allowed to access this package');
    expect(await member(server, 19, 'PackageName')).toEqual(['Not mine']);
  });

  it('takes overrides back altogether where the parent space has too little', async () => {
    const server = await startServer();
    const members = `${WEB_PRO.replace('Web Pro', 'Groß')}<OverrideQuotas>true</OverrideQuotas>${OVERRIDE}`;
    const { result } = await server.packages('UpdatePackage', `<package>${members}</package>`);
    expect(resultOf(result)).toEqual(['-305']);
    expect(rowsOf(result, 'Table')).toEqual([`${EXCESS}<QuotaValue>8</QuotaValue>`]);
    expect(await member(server, 17, 'PackageName')).toEqual(['Web Pro']);
    expect(await member(server, 17, 'OverrideQuotas')).toEqual(['false']);
  });

  it('stores overrides, whose groups are on even when they say otherwise', async () => {
    const server = await startServer();
    const members = `${WEB_PRO}<OverrideQuotas>true</OverrideQuotas>${OVERRIDE.replace('60', '12')}`;
    await server.packages('UpdatePackage', `<package>${members}</package>`);
    const { result } = await server.packages('GetPackageContext', '<packageId>17</packageId>');
    expect(result).toMatch(/<QuotaAllocatedValue>12<\/QuotaAllocatedValue>.{1,200}<QuotaName>Web.Sites</);
    expect(textsOf(result, 'GroupName')).toEqual(['OS', 'Web']);
  });

  it('deletes overrides when the flag is left out', async () => {
    const server = await startServer();
    const members =
      '<PackageId>23</PackageId><StatusId>1</StatusId><PlanId>10</PlanId><PurchaseDate>2024-02-29T00:00:00</PurchaseDate>';
    await server.packages('UpdatePackage', `<package>${members}</package>`);
    const { result } = await server.packages(
      'GetPackageQuota',
      '<packageId>23</packageId><quotaName>Mail.Accounts</quotaName>',
    );
    expect(textsOf(result, 'QuotaAllocatedValue')).toEqual(['10']);
  });
});

describe('DeletePackage', () => {
  it('answers at once and takes the addons with it', async () => {
    const server = await startServer();
    expect((await server.packages('DeletePackage', '<packageId>17</packageId>')).result).toBe('0');
    expect(await member(server, 17, 'PackageId')).toEqual([]);
    expect(
      (await server.packages('GetPackageAddon', '<packageAddonId>1</packageAddonId>')).result,
    ).toBeUndefined();
    await addPackage(server, {});
    expect(await member(server, 25, 'PackageId')).toEqual(['25']);
  });

  it('goes on after its answer for as long as the server takes', async () => {
    const server = await startServer({ deletionDelayMs: 3_600_000 });
    await server.packages('DeletePackage', '<packageId>17</packageId>');
    expect(await member(server, 17, 'PackageId')).toEqual(['17']);
  });

  it('refuses spaces with others inside, unknown ones, and callers who may not', async () => {
    const server = await startServer();
    expect((await server.packages('DeletePackage', '<packageId>2</packageId>')).result).toBe('-301');
    expect((await server.packages('DeletePackage', '<packageId>99</packageId>')).result).toBe('-300');
    expect((await server.packages('DeletePackage', '<packageId>17</packageId>', SUPPORT)).result).toBe(
      '-112',
    );
    const others = await server.packages('DeletePackage', '<packageId>19</packageId>', RESELLER);
    expect(others.fault).toContain('You are not allowed');
  });
});

describe('ChangePackageStatus', () => {
  it('reaches the spaces inside', async () => {
    const server = await startServer();
    const args = '<packageId>2</packageId><status>Cancelled</status>';
    expect((await server.packages('ChangePackageStatus', args)).result).toBe('0');
    for (const packageId of [2, 10, 17, 22]) {
      expect(await member(server, packageId, 'StatusId')).toEqual(['3']);
    }
    expect(await member(server, 19, 'StatusId')).toEqual(['1']);
  });

  it('answers -1 for an unknown package', async () => {
    const server = await startServer();
    const answer = await server.packages(
      'ChangePackageStatus',
      '<packageId>99</packageId><status>New</status>',
    );
    expect(answer.result).toBe('-1');
  });
});

describe('UpdatePackageName', () => {
  it('is open to customers, and clears comments that are left out', async () => {
    const server = await startServer();
    const args = '<packageId>17</packageId><packageName>Verlag</packageName>';
    expect((await server.packages('UpdatePackageName', args, CUSTOMER)).result).toBe('0');
    expect(await member(server, 17, 'PackageName')).toEqual(['Verlag']);
    expect(await member(server, 17, 'PackageComments')).toEqual([]);
  });

  it('answers 0 for an unknown package and faults for one of others', async () => {
    const server = await startServer();
    expect((await server.packages('UpdatePackageName', '<packageId>99</packageId>')).result).toBe('0');
    const others = await server.packages('UpdatePackageName', '<packageId>19</packageId>', CUSTOMER);
    expect(others.fault).toContain('You are not allowed');
  });
});
