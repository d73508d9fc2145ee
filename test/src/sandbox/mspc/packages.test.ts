import { describe, expect, it } from 'vitest';
import { CUSTOMER, RESELLER, rowsOf, startServer, textsOf } from './enterprise-server.js';

describe('GetPackage', () => {
  it('answers the whole package', async () => {
    const server = await startServer();
    const { result } = await server.packages('GetPackage', '<packageId>17</packageId>');
    expect(result).toBe(
      '<PackageId>17</PackageId><UserId>12</UserId><ParentPackageId>2</ParentPackageId><StatusId>1</StatusId><PlanId>11</PlanId><PurchaseDate>2021-03-01T09:15:27.347</PurchaseDate><PackageName>Web Pro</PackageName><PackageComments>Verlagsauftritt, Shop &amp; Leserbriefe</PackageComments><ServerId>3</ServerId><DiskSpace>0</DiskSpace><BandWidth>0</BandWidth><DiskSpaceQuota>0</DiskSpaceQuota><BandWidthQuota>0</BandWidthQuota><Domains>0</Domains><DomainsQuota>0</DomainsQuota><OverrideQuotas>false</OverrideQuotas><DefaultTopPackage>true</DefaultTopPackage>',
    );
  });

  it('leaves out the result for a package that is not there', async () => {
    const server = await startServer();
    const answer = await server.packages('GetPackage', '<packageId>4711</packageId>');
    expect(answer.status).toBe(200);
    expect(answer.result).toBeUndefined();
  });

  it('does not ask whose package it is', async () => {
    const server = await startServer();
    const { result } = await server.packages('GetPackage', '<packageId>19</packageId>', CUSTOMER);
    expect(textsOf(result, 'PackageName')).toEqual(['Alpine Tours']);
  });
});

describe('lists of packages as objects', () => {
  it('leave out comments and overrides', async () => {
    const server = await startServer();
    const { result } = await server.packages('GetMyPackages', '<userId>17</userId>');
    expect(textsOf(result, 'OverrideQuotas')).toEqual(['false']);
    expect(result).not.toContain('PackageComments');
    const whole = await server.packages('GetPackage', '<packageId>23</packageId>');
    expect(textsOf(whole.result, 'OverrideQuotas')).toEqual(['true']);
  });

  it('hold the root space only where no server and plan is joined', async () => {
    const server = await startServer();
    const mine = await server.packages('GetMyPackages', '<userId>1</userId>');
    expect(textsOf(mine.result, 'PackageName')).toEqual(['System']);
    const joined = await server.packages('GetPackages', '<userId>1</userId>');
    expect(joined.text).toContain('<GetPackagesResult />');
  });

  it('fault for accounts of others in GetMyPackages, and not in GetPackages', async () => {
    const server = await startServer();
    const mine = await server.packages('GetMyPackages', '<userId>13</userId>', RESELLER);
    expect(mine.fault).toContain('You are not allowed to access this account');
    const any = await server.packages('GetPackages', '<userId>13</userId>', RESELLER);
    expect(textsOf(any.result, 'PackageId')).toEqual(['19']);
  });

  it('hold every space below the root for an administrator alone', async () => {
    const server = await startServer();
    const { result } = await server.packages('GetPackagePackages', '<packageId>1</packageId>');
    expect(
      textsOf(result, 'PackageId')
        .map(Number)
        .sort((a, b) => a - b),
    ).toEqual([2, 3, 4, 10, 17, 18, 19, 20, 21, 22, 23, 24]);
    expect(textsOf(result, 'DefaultTopPackage')).not.toContain('true');
    const refused = await server.packages('GetPackagePackages', '<packageId>1</packageId>', RESELLER);
    expect(refused.fault).toContain('You are not allowed to access this package');
    const own = await server.packages('GetPackagePackages', '<packageId>10</packageId>', RESELLER);
    expect(textsOf(own.result, 'PackageId')).toEqual(['22']);
  });
});

describe('lists of packages as DataSets', () => {
  it('page the packages of everybody below, counting from 1', async () => {
    const server = await startServer();
    const args =
      '<userId>3</userId><sortColumn>P.PackageID</sortColumn><startRow>2</startRow><maximumRows>1</maximumRows>';
    const { result } = await server.packages('GetPackagesPaged', args);
    expect(textsOf(result, 'Column1')).toEqual(['7']);
    expect(rowsOf(result, 'Table1').flatMap((row) => textsOf(row, 'PackageID'))).toEqual(['17', '18']);
  });

  it('are empty with a total of 0 for accounts of others', async () => {
    const server = await startServer();
    const args = '<userId>4</userId><startRow>1</startRow><maximumRows>9</maximumRows>';
    const { result } = await server.packages('GetPackagesPaged', args, RESELLER);
    expect(textsOf(result, 'Column1')).toEqual(['0']);
    expect(rowsOf(result, 'Table1')).toEqual([]);
  });

  it('page the direct children of a space, filtered by ids of which 0 is none', async () => {
    const server = await startServer();
    const args =
      '<packageId>2</packageId><statusId>0</statusId><planId>10</planId><serverId>3</serverId><sortColumn>PackageID</sortColumn><startRow>1</startRow><maximumRows>9</maximumRows>';
    const { result } = await server.packages('GetNestedPackagesPaged', args);
    expect(rowsOf(result, 'Table1').flatMap((row) => textsOf(row, 'PackageID'))).toEqual(['10', '20', '23']);
    const refused = await server.packages('GetNestedPackagesPaged', '<packageId>3</packageId>', RESELLER);
    expect(refused.fault).toContain('You are not allowed to access this package');
  });

  it('count the direct children by status', async () => {
    const server = await startServer();
    const { result } = await server.packages('GetNestedPackagesSummary', '<packageId>2</packageId>');
    expect(rowsOf(result, 'Table')).toEqual(['<PackagesNumber>6</PackagesNumber>']);
    expect(rowsOf(result, 'Table1')).toEqual([
      '<StatusID>1</StatusID><PackagesNumber>3</PackagesNumber>',
      '<StatusID>2</StatusID><PackagesNumber>1</PackagesNumber>',
      '<StatusID>3</StatusID><PackagesNumber>1</PackagesNumber>',
      '<StatusID>4</StatusID><PackagesNumber>1</PackagesNumber>',
    ]);
  });

  it('name plan, server and owner in the raw lists', async () => {
    const server = await startServer();
    const raw = await server.packages('GetRawPackages', '<userId>13</userId>');
    expect(rowsOf(raw.result, 'Table')).toEqual([
      '<PackageID>19</PackageID><ParentPackageID>3</ParentPackageID><PackageName>Alpine Tours</PackageName><StatusID>1</StatusID><PurchaseDate>2022-07-15T12:00:00.12+02:00</PurchaseDate><ServerID>4</ServerID><ServerName>alpencloud</ServerName><ServerComments /><VirtualServer>true</VirtualServer><PlanID>20</PlanID><PlanName>Alpen Basic</PlanName><UserID>13</UserID><Username>alpine</Username><FirstName>Oliver</FirstName><LastName>Grant</LastName><RoleID>3</RoleID><Email>office@alpine-tours.example</Email><DefaultTopPackage>false</DefaultTopPackage>',
    ]);
    const mine = await server.packages('GetRawMyPackages', '<userId>1</userId>');
    expect(rowsOf(mine.result, 'Table')).toEqual([
      '<PackageID>1</PackageID><PackageName>System</PackageName><StatusID>1</StatusID><PurchaseDate>2015-01-07T08:00:00+01:00</PurchaseDate><UserID>1</UserID><Username>serveradmin</Username><FirstName>Enterprise</FirstName><LastName>Administrator</LastName><FullName>Enterprise Administrator</FullName><RoleID>1</RoleID><Email>serveradmin@panel.example</Email><DefaultTopPackage>false</DefaultTopPackage>',
    ]);
  });
});

describe('GetPackageAddons and GetPackageAddon', () => {
  it('list the addons of a package with the names of their plans', async () => {
    const server = await startServer();
    const { result } = await server.packages('GetPackageAddons', '<packageId>17</packageId>');
    expect(result).toMatch(/^<xs:schema id="NewDataSet" xmlns=""/);
    expect(rowsOf(result, 'Table')).toEqual([
      '<PackageAddonID>1</PackageAddonID><PackageID>17</PackageID><PlanID>15</PlanID><Quantity>2</Quantity><PurchaseDate>2022-08-01T00:00:00+02:00</PurchaseDate><StatusID>1</StatusID><Comments>Herbstprogramm</Comments><PlanName>+5 GB Speicher</PlanName><PlanDescription>Mehr Platz für Dateien</PlanDescription>',
      '<PackageAddonID>2</PackageAddonID><PackageID>17</PackageID><PlanID>16</PlanID><Quantity>1</Quantity><PurchaseDate>2023-03-26T02:30:00+01:00</PurchaseDate><StatusID>2</StatusID><PlanName>+10 Postfächer</PlanName><PlanDescription />',
    ]);
  });

  it('write the schema and an empty diffgram for a package without addons', async () => {
    const server = await startServer();
    const { result } = await server.packages('GetPackageAddons', '<packageId>19</packageId>');
    expect(result).toContain('<xs:element name="PackageAddonID" type="xs:int" minOccurs="0" />');
    expect(result).toMatch(
      /<\/xs:schema><diffgr:diffgram xmlns:msdata="urn:schemas-microsoft-com:xml-msdata" xmlns:diffgr="urn:schemas-microsoft-com:xml-diffgram-v1" \/>$/,
    );
  });

  it('answer one addon without the names', async () => {
    const server = await startServer();
    const { result } = await server.packages('GetPackageAddon', '<packageAddonId>1</packageAddonId>');
    expect(result).toBe(
      '<PackageAddonId>1</PackageAddonId><PackageId>17</PackageId><PlanId>15</PlanId><Quantity>2</Quantity><PurchaseDate>2022-08-01T00:00:00</PurchaseDate><Comments>Herbstprogramm</Comments><StatusId>1</StatusId>',
    );
    const missing = await server.packages('GetPackageAddon', '<packageAddonId>9</packageAddonId>');
    expect(missing.result).toBeUndefined();
    expect(missing.status).toBe(200);
  });

  it('fault for packages of others', async () => {
    const server = await startServer();
    const answer = await server.packages('GetPackageAddons', '<packageId>19</packageId>', RESELLER);
    expect(answer.fault).toContain('You are not allowed to access this package');
  });
});
