import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMspcCodec } from '../../../adapters/mspc/codec.js';
import * as operations from '../../../adapters/mspc/operations/index.js';
import type { AnyOperation } from '../../../src/operation/operation.js';
import { SoapFault } from '../../../src/wire/soap/fault.js';
import { NAMESPACE } from './answers.js';

const codec = createMspcCodec({ namespace: NAMESPACE });

/** Reads what a web service on Mono answered, as it was recorded. */
function readRecorded(operation: AnyOperation, name: string): unknown {
  const decoder = codec.methodOf(operation).createDecoder();
  decoder.write(readFileSync(new URL(`../../fixtures/asmx/${name}.xml`, import.meta.url), 'utf8'));
  return decoder.end();
}

describe('recorded answers of ASP.NET web services', () => {
  it('tell an account with all that the graph shows of it', () => {
    expect(readRecorded(operations.getUserById, 'GetUserById.found')).toMatchObject({
      UserId: 2,
      RoleId: 2,
      Role: 'Reseller',
      OwnerId: 1,
      IsPeer: false,
      LastName: 'Lindström',
      Address: expect.stringMatching(/^Straße 1\n+Hinterhaus$/) as string,
      State: '',
      CompanyName: 'Nord & Söhne <GmbH>',
    });
  });

  it('leave out what is null', () => {
    expect(readRecorded(operations.getUserById, 'GetUserById.sparse')).toMatchObject({
      UserId: 3,
      City: null,
      PrimaryPhone: null,
      CompanyName: null,
    });
  });

  it('have no result for an account that does not exist', () => {
    expect(readRecorded(operations.getUserById, 'GetUserById.unknown')).toBeNull();
  });

  it('have lists of any length', () => {
    const logins = (name: string) =>
      (readRecorded(operations.getUsers, name) as { Username: string }[]).map(({ Username }) => Username);
    expect(logins('GetUsers.rows')).toEqual(['acme', 'suspended', 'pending']);
    expect(logins('GetUsers.empty')).toEqual([]);
    expect(readRecorded(operations.getMyPackages, 'GetMyPackages.rows')).toEqual([
      expect.objectContaining({ PackageId: 4, StatusId: 2, PackageName: 'Ünïcode ☃ space' }),
    ]);
  });

  it('have a page with its total, and an empty one', () => {
    expect(readRecorded(operations.getUsersPaged, 'GetUsersPaged.page')).toMatchObject({
      Table: [{ Column1: 3 }],
      Table1: [
        { UserID: 5, StatusID: 4 },
        { UserID: 4, FirstName: '李', LastName: '小龍 😀' },
      ],
    });
    expect(readRecorded(operations.getUsersPaged, 'GetUsersPaged.empty')).toEqual({
      Table: [{ Column1: 0 }],
      Table1: [],
    });
  });

  it('have objects in objects', () => {
    expect(readRecorded(operations.getPackageContext, 'GetPackageContext.found')).toMatchObject({
      Package: { PackageId: 3, PackageName: 'Starter', PackageComments: '' },
      GroupsArray: [{ GroupId: 1, GroupName: 'OS', Enabled: true }, { GroupId: 2 }],
      QuotasArray: expect.arrayContaining([
        expect.objectContaining({ QuotaId: 52, QuotaAllocatedValue: 7000n, QuotaTypeId: 2, GroupId: 1 }),
      ]) as unknown[],
    });
    expect(readRecorded(operations.getHostingPlanContext, 'GetHostingPlanContext.found')).toMatchObject({
      HostingPlan: { PlanId: 3, PlanName: 'Business', PlanDescription: null },
    });
  });

  it('have addons and plans as tables, and none', () => {
    expect(readRecorded(operations.getPackageAddons, 'GetPackageAddons.rows')).toMatchObject({
      Table: [{ PackageAddonID: 1, Quantity: 2, Comments: null }],
    });
    expect(readRecorded(operations.getPackageAddons, 'GetPackageAddons.empty')).toEqual({ Table: [] });
    expect(readRecorded(operations.getHostingPlans, 'GetHostingPlans.rows')).toMatchObject({
      Table: [{ PlanID: 2, PlanName: 'Starter' }, { PlanID: 3 }],
    });
    expect(readRecorded(operations.getHostingPlan, 'GetHostingPlan.found')).toMatchObject({
      PlanId: 2,
      UserId: 2,
      IsAddon: false,
      PlanDescription: 'small, 5 € a month',
    });
  });

  it.each(['fault.server', 'fault.enum-number', 'fault.unknown-action', 'fault.soap12'])(
    'are faults: %s',
    (name) => {
      expect(() => readRecorded(operations.getUserById, name)).toThrow(SoapFault);
    },
  );
});
