import { fileURLToPath } from 'node:url';
import { BasicAuthSecurity, type Client, createClientAsync } from 'soap';
import { describe, expect, it } from 'vitest';
import { startServer } from './enterprise-server.js';

const WSDL = fileURLToPath(new URL('enterprise-server.wsdl', import.meta.url));

/** The `soap` package's client, which shares no code with the simulator. */
async function client(url: string, service: string, password = 'sandbox-mspc'): Promise<Client> {
  const made = await createClientAsync(WSDL, { disableCache: true, endpoint: `${url}${service}.asmx` });
  made.setSecurity(new BasicAuthSecurity('serveradmin', password));
  return made;
}

describe('the soap package’s client', () => {
  it('reads booleans, objects and absent results', async () => {
    const { simulator } = await startServer();
    const users = await client(simulator.url, 'esUsers');
    const [exists] = await users.UserExistsAsync({ username: 'nordlicht' });
    expect(exists).toEqual({ UserExistsResult: true });
    const [found] = await users.GetUserByIdAsync({ userId: 12 });
    expect(found.GetUserByIdResult).toMatchObject({
      RoleId: 3,
      Status: 'Active',
      OwnerId: 3,
      IsPeer: false,
      Created: new Date('2021-03-01T09:15:27.347'),
      CompanyName: 'Nordlicht Verlag GmbH',
    });
    const [missing] = await users.GetUserByIdAsync({ userId: 4711 });
    expect(missing).toBeNull();
  });

  it('reads lists', async () => {
    const { simulator } = await startServer();
    const users = await client(simulator.url, 'esUsers');
    const [many] = await users.GetUsersAsync({ ownerId: 4, recursive: false });
    const usernames = many.GetUsersResult.UserInfo.map(({ Username }: { Username: string }) => Username);
    expect(usernames).toEqual(['alpine', 'gipfelbuch', 'talstation']);
    const [none] = await users.GetUsersAsync({ ownerId: 12, recursive: false });
    expect(none.GetUsersResult).toBeNull();
  });

  it('sends enums by name and is refused otherwise', async () => {
    const { simulator } = await startServer();
    const users = await client(simulator.url, 'esUsers');
    const [done] = await users.ChangeUserStatusAsync({ userId: 12, status: 'Suspended' });
    expect(done).toEqual({ ChangeUserStatusResult: 0 });
    await expect(users.ChangeUserStatusAsync({ userId: 12, status: 2 })).rejects.toThrow('soap:Client');
  });

  it('reads DataSets with rows and without', async () => {
    const { simulator } = await startServer();
    const packages = await client(simulator.url, 'esPackages');
    const [addons] = await packages.GetPackageAddonsAsync({ packageId: 17 });
    const { Table } = addons.GetPackageAddonsResult.diffgram.NewDataSet;
    expect(Table).toHaveLength(2);
    expect(Table[1]).toMatchObject({ PackageAddonID: '2', PlanName: '+10 Postfächer' });
    const [added] = await packages.AddPackageAsync({
      userId: 12,
      planId: 10,
      packageName: 'Zweitauftritt',
      statusId: 1,
      purchaseDate: '2026-05-01T00:00:00',
    });
    expect(added.AddPackageResult.Result).toBe(25);
    expect(added.AddPackageResult.ExceedingQuotas.diffgram).toBeNull();
  });

  it('fails on wrong credentials', async () => {
    const { simulator } = await startServer();
    const users = await client(simulator.url, 'esUsers', 'guess');
    await expect(users.UserExistsAsync({ username: 'x' })).rejects.toMatchObject({
      response: { status: 401 },
    });
  });
});
