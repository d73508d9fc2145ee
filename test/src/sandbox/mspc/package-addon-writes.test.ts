import { describe, expect, it } from 'vitest';
import { CUSTOMER, RESELLER, rowsOf, startServer, textsOf } from './enterprise-server.js';

const resultOf = (xml: string | undefined) => textsOf(xml, 'Result');

const addon = (members: string) =>
  `<addon>${members}<PurchaseDate>2026-05-01T00:00:00</PurchaseDate></addon>`;

describe('addons of packages', () => {
  it('are added whatever id the request states', async () => {
    const server = await startServer();
    const args = addon(
      '<PackageAddonId>1</PackageAddonId><PackageId>17</PackageId><PlanId>17</PlanId><Quantity>1</Quantity><StatusId>1</StatusId>',
    );
    expect(resultOf((await server.packages('AddPackageAddon', args)).result)).toEqual(['4']);
    const { result } = await server.packages('GetPackageAddons', '<packageId>17</packageId>');
    expect(rowsOf(result, 'Table')).toHaveLength(3);
  });

  it('are refused where the parent space has too little', async () => {
    const server = await startServer();
    const args = addon(
      '<PackageId>17</PackageId><PlanId>16</PlanId><Quantity>99</Quantity><StatusId>1</StatusId>',
    );
    const { result } = await server.packages('AddPackageAddon', args);
    expect(resultOf(result)).toEqual(['-305']);
    expect(textsOf(rowsOf(result, 'Table')[0], 'QuotaName')).toEqual(['Mail.Accounts']);
    const { result: list } = await server.packages('GetPackageAddons', '<packageId>17</packageId>');
    expect(rowsOf(list, 'Table')).toHaveLength(2);
  });

  it('do not count while they are suspended', async () => {
    const server = await startServer();
    const args = addon(
      '<PackageId>17</PackageId><PlanId>16</PlanId><Quantity>99</Quantity><StatusId>2</StatusId>',
    );
    expect(resultOf((await server.packages('AddPackageAddon', args)).result)).toEqual(['4']);
  });

  it('are updated in place, and restored where that is too much', async () => {
    const server = await startServer();
    const members = (quantity: number) =>
      addon(
        `<PackageAddonId>1</PackageAddonId><PackageId>19</PackageId><PlanId>15</PlanId><Quantity>${quantity}</Quantity><StatusId>1</StatusId>`,
      );
    expect(resultOf((await server.packages('UpdatePackageAddon', members(3))).result)).toEqual(['0']);
    expect(resultOf((await server.packages('UpdatePackageAddon', members(500))).result)).toEqual(['-305']);
    const { result } = await server.packages('GetPackageAddon', '<packageAddonId>1</packageAddonId>');
    expect(textsOf(result, 'Quantity')).toEqual(['3']);
    expect(textsOf(result, 'PackageId')).toEqual(['17']);
    expect(textsOf(result, 'Comments')).toEqual([]);
  });

  it('are deleted, and an unknown one faults', async () => {
    const server = await startServer();
    const args = '<packageAddonId>2</packageAddonId>';
    expect((await server.packages('DeletePackageAddon', args, CUSTOMER)).result).toBe('-112');
    expect((await server.packages('DeletePackageAddon', args)).result).toBe('0');
    const again = await server.packages('DeletePackageAddon', args);
    expect(again.text).toContain('<faultcode>soap:Server</faultcode>');
  });

  it('fault for packages of others, and are added all the same', async () => {
    const server = await startServer();
    const args = addon('<PackageId>19</PackageId><PlanId>15</PlanId><Quantity>1</Quantity>');
    const answer = await server.packages('AddPackageAddon', args, RESELLER);
    expect(answer.fault).toContain('You are not allowed to access this package');
    const { result } = await server.packages('GetPackageAddons', '<packageId>19</packageId>');
    expect(rowsOf(result, 'Table')).toHaveLength(1);
  });

  it('fault for unknown packages and plans', async () => {
    const server = await startServer();
    const unknown = await server.packages(
      'AddPackageAddon',
      addon('<PackageId>99</PackageId><PlanId>15</PlanId>'),
    );
    expect(unknown.fault).toContain('FOREIGN KEY');
  });
});
