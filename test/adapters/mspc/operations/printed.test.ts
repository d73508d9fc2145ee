import { describe, expect, it } from 'vitest';
import { mspcOperations } from '../../../../adapters/mspc/operations/index.js';
import type { Members, Shape } from '../../../../src/operation/shape.js';

/** Signatures as "MSPC Integration API", Basic Web Services, prints them, by the end point that it names. */
const PRINTED = {
  'esUsers.asmx': [
    'AddUser (UserInfo user, bool sendLetter)',
    'UserExists (string username)',
    'GetUserById (int userId)',
    'GetUserByUsername (string username)',
    'GetUsers (int ownerId, bool recursive)',
    'UpdateUser (UserInfo user)',
    'DeleteUser (int userId)',
    'ChangeUserPassword (int userId, string password)',
    'ChangeUserStatus (int userId, UserStatus status)',
  ],
  'esAuthentication.asmx': ['AuthenticateUser (string username, string password, string ip)'],
  'esPackages.asmx': [
    'AddPackage (int userId, int planId, string packageName, string packageComments, int statusId, DateTime purchaseDate)',
    'UpdatePackage (PackageInfo package)',
    'DeletePackage (int packageId)',
    'ChangePackageStatus (int packageId, PackageStatus status)',
    'UpdatePackageName (int packageId, string packageName, string packageComments)',
    'AddPackageAddon (PackageAddonInfo addon)',
    'UpdatePackageAddon (PackageAddonInfo addon)',
    'DeletePackageAddon (int packageAddonId)',
    'GetPackageAddon (int packageAddonId)',
    'AddHostingPlan (HostingPlanInfo plan)',
    'DeleteHostingPlan (int planId)',
    'UpdateHostingPlan (HostingPlanInfo plan)',
    'AddHostingAddon (HostingPlanInfo plan)',
    'DeleteHostingAddon (int planId)',
    'UpdateHostingAddon (HostingPlanInfo plan)',
  ],
} as const;

/** What siblings have beside the printed parameters. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  AddUser: ['string password', 'string[] notes'],
};

/** Methods of siblings that the document does not describe, by the end point that siblings have them at. */
const SIBLINGS = {
  'esUsers.asmx': [
    'GetUserPeers',
    'GetUserParents',
    'GetRawUsers',
    'GetUsersPaged',
    'GetUsersPagedRecursive',
  ],
  'esAuthentication.asmx': ['GetUserByUsernamePassword'],
  'esPackages.asmx': [
    'GetPackage',
    'GetMyPackages',
    'GetPackages',
    'GetPackagePackages',
    'GetPackageContext',
    'GetPackageQuota',
    'GetPackageQuotas',
    'GetPackageAddons',
    'GetNestedPackagesSummary',
    'GetRawPackages',
    'GetRawMyPackages',
    'GetPackagesPaged',
    'GetNestedPackagesPaged',
    'GetHostingPlans',
    'GetHostingAddons',
    'GetHostingPlan',
    'GetUserAvailableHostingPlans',
    'GetUserAvailableHostingAddons',
    'GetHostingPlanContext',
    'GetHostingPlanQuotas',
  ],
} as const;

/** "requires the following fields to be set". */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  'AddUser.user': [
    'OwnerId',
    'RoleId',
    'StatusId',
    'IsDemo',
    'IsPeer',
    'Username',
    'FirstName',
    'LastName',
    'Email',
  ],
  'AddPackageAddon.addon': ['PackageAddonId', 'PackageId', 'PlanId', 'Quantity', 'StatusId', 'PurchaseDate'],
  'AddHostingPlan.plan': ['PlanId', 'PlanName', 'PlanDescription', 'IsAddon', 'UserId', 'Groups', 'Quotas'],
  'AddHostingAddon.plan': ['PlanId', 'PlanName', 'PlanDescription', 'IsAddon', 'UserId', 'Groups', 'Quotas'],
};

const kindNames: Partial<Record<Shape['kind'], string>> = { boolean: 'bool', dateTime: 'DateTime' };

/** A parameter as the document would print it: structs and enumerations by the type that it names. */
function printed(name: string, shape: Shape, types: ReadonlyMap<string, string>): string {
  if (shape.kind === 'array') return `${shape.of.kind}[] ${name}`;
  const type = types.get(name);
  const isNamed = shape.kind === 'struct' || (shape.kind === 'string' && shape.values !== undefined);
  return `${isNamed ? type : (kindNames[shape.kind] ?? shape.kind)} ${name}`;
}

const operationNamed = (method: string) => {
  const found = mspcOperations.find((operation) => operation.method === method);
  if (found === undefined) throw new Error(`${method} has no descriptor.`);
  return found;
};

describe('the methods of MSPControl', () => {
  it.each(
    Object.entries(PRINTED).flatMap(([service, signatures]) =>
      signatures.map((signature) => [signature, service] as const),
    ),
  )('take what the document prints: %s', (signature, service) => {
    const [, method = '', list = ''] = /^(\w+) \((.*)\)$/.exec(signature) ?? [];
    const operation = operationNamed(method);
    expect(operation.service).toBe(service);
    const parameters = list.split(', ');
    const types = new Map(
      parameters.map((parameter): [string, string] => {
        const [type = '', name = ''] = parameter.split(' ');
        return [name, type];
      }),
    );
    const described = Object.entries(operation.params.members as Members).map(([name, shape]) =>
      printed(name, shape, types),
    );
    expect(described).toEqual([...parameters, ...(BESIDE[method] ?? [])]);
  });

  it('are those of the document and those that siblings have beside them', () => {
    const expected = Object.entries(PRINTED).flatMap(([service, signatures]) =>
      signatures.map((signature) => `${service} ${signature.split(' ')[0]}`),
    );
    for (const [service, methods] of Object.entries(SIBLINGS)) {
      expected.push(...methods.map((method) => `${service} ${method}`));
    }
    expect(mspcOperations.map(({ service, method }) => `${service} ${method}`).sort()).toEqual(
      expected.sort(),
    );
  });

  it('are taken for ones that a server may lack where the document does not describe them, or no sibling has them', () => {
    const undescribed = Object.values(SIBLINGS).flat();
    const ownWords = ['AddHostingAddon', 'UpdateHostingAddon', 'DeleteHostingAddon'];
    expect(
      mspcOperations
        .filter(({ mayBeMissing }) => mayBeMissing === true)
        .map(({ method }) => method)
        .sort(),
    ).toEqual([...undescribed, ...ownWords].sort());
  });

  it.each(Object.entries(REQUIRED))('require what the document requires: %s', (path, names) => {
    const [method = '', member = ''] = path.split('.');
    const struct = operationNamed(method).params.members[member] as { readonly members: Members };
    const required = Object.entries(struct.members).filter(([, shape]) => !('optional' in shape));
    expect(required.map(([name]) => name).sort()).toEqual([...names].sort());
  });

  it.each([
    ['GetUserById', 'UpdateUser', ['Password', 'MfaMode', 'Vlans']],
    ['GetPackage', 'UpdatePackage', []],
    ['GetPackageAddon', 'UpdatePackageAddon', []],
    ['GetHostingPlan', 'UpdateHostingPlan', []],
  ])('take back what they tell, in its order: %s, %s', (read, update, but) => {
    const told = Object.keys((operationNamed(read).result as { readonly members: Members }).members);
    const [taken] = Object.values(operationNamed(update).params.members as Members);
    const names = Object.keys((taken as unknown as { readonly members: Members }).members);
    expect(names.filter((name) => told.includes(name))).toEqual(told.filter((name) => !but.includes(name)));
  });
});
