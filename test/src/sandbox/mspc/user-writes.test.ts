import { describe, expect, it } from 'vitest';
import {
  basic,
  CUSTOMER,
  DEMO,
  RESELLER,
  startServer,
  type TestServer,
  textsOf,
} from './enterprise-server.js';

const MEMBERS =
  '<RoleId>3</RoleId><StatusId>1</StatusId><OwnerId>3</OwnerId><Username>neuland</Username><FirstName>Nele</FirstName><LastName>Neu</LastName><Email>nele@neuland.example</Email>';

const addUser = (server: TestServer, members: string, more = '', as?: string) =>
  server.users('AddUser', `<user>${members}</user><sendLetter>false</sendLetter>${more}`, as);

async function member(server: TestServer, userId: number, name: string) {
  const { result } = await server.users('GetUserById', `<userId>${userId}</userId>`);
  return textsOf(result, name);
}

async function canLogIn(server: TestServer, username: string, password: string): Promise<boolean> {
  const answer = await server.post('', {
    authorization: basic(`${username}:${password}`),
    'content-type': 'application/json',
  });
  return answer.status !== 401;
}

describe('AddUser', () => {
  it('answers the next id and stores the account at the server’s wall clock', async () => {
    const server = await startServer({ now: () => new Date('2026-07-01T10:00:00.348Z') });
    expect((await addUser(server, `${MEMBERS}<Country>DE</Country>`)).result).toBe('21');
    const { result } = await server.users('GetUserByUsername', '<username>neuland</username>');
    expect(result).toContain('<UserId>21</UserId><OwnerId>3</OwnerId>');
    expect(result).toContain('<Created>2026-07-01T12:00:00.347</Created>');
    expect(result).toContain('<Country>DE</Country>');
    expect(result).toContain('<HtmlMail>false</HtmlMail>');
  });

  it.each([
    ['the account', undefined, '<Password>pw-a</Password>', '', 'pw-a'],
    ['the parameter', undefined, '', '<password>pw-b</password>', 'pw-b'],
    ['the account, of two parameters', 2, '<Password>pw-a</Password>', '<password>pw-b</password>', 'pw-a'],
    ['the parameter, of three', 3, '<Password>pw-a</Password>', '<password>pw-b</password>', 'pw-b'],
    ['the parameter, of four', 4, '<Password>pw-a</Password>', '<password>pw-b</password>', 'pw-b'],
  ] as const)('takes the password from %s', async (_, signature, inside, beside, password) => {
    const server = await startServer(signature === undefined ? {} : { addUser: signature });
    await addUser(server, MEMBERS + inside, beside);
    expect(await canLogIn(server, 'neuland', password)).toBe(true);
    expect(JSON.stringify(server.simulator.calls)).not.toMatch(/pw-[ab]/);
  });

  it('makes an account that cannot log in when the password is in the other place', async () => {
    const server = await startServer({ addUser: 3 });
    await addUser(server, `${MEMBERS}<Password>pw-a</Password>`);
    expect(await canLogIn(server, 'neuland', 'pw-a')).toBe(false);
    expect(await canLogIn(server, 'neuland', '')).toBe(false);
  });

  it.each([
    ['a name in use, in any case', MEMBERS.replace('neuland', 'NordLicht'), '-100'],
    ['no name', MEMBERS.replace('neuland', ' '), '-111'],
    ['a name with a slash', MEMBERS.replace('neuland', 'neu/land'), '-111'],
    ['a name with a quote', MEMBERS.replace('neuland', 'neu&quot;land'), '-111'],
    ['an owner that is none', MEMBERS.replace('<OwnerId>3', '<OwnerId>99'), '-2'],
  ])('refuses %s', async (_, members, code) => {
    const server = await startServer();
    expect((await addUser(server, members)).result).toBe(code);
  });

  it('refuses owners beside the caller, and demo accounts before anything else', async () => {
    const server = await startServer();
    const elsewhere = MEMBERS.replace('<OwnerId>3', '<OwnerId>4');
    expect((await addUser(server, elsewhere, '', RESELLER)).result).toBe('-2');
    expect((await addUser(server, '', '', DEMO)).result).toBe('-106');
  });

  it('makes a plain user of an administrator asked for by a reseller', async () => {
    const server = await startServer();
    await addUser(server, MEMBERS.replace('<RoleId>3', '<RoleId>1'), '', RESELLER);
    expect(await member(server, 21, 'Role')).toEqual(['User']);
  });

  it('follows the later of two twins', async () => {
    const server = await startServer();
    const twins = '<Status>Suspended</Status><StatusId>4</StatusId><RoleId>2</RoleId><Role>User</Role>';
    await addUser(server, twins + MEMBERS.replace(/<RoleId>.*<OwnerId>/, '<OwnerId>'));
    expect(await member(server, 21, 'Status')).toEqual(['Pending']);
    expect(await member(server, 21, 'Role')).toEqual(['User']);
  });

  it('faults without an account', async () => {
    const server = await startServer();
    const answer = await server.users('AddUser', '<sendLetter>true</sendLetter>');
    expect(answer.fault).toContain('Object reference not set');
  });
});

describe('UpdateUser', () => {
  it('replaces everything, so that what is left out is gone', async () => {
    const server = await startServer();
    const update = '<RoleId>3</RoleId><StatusId>1</StatusId><UserId>12</UserId><FirstName>Ida</FirstName>';
    const answer = await server.users('UpdateUser', `<user>${update}</user>`);
    expect(answer.result).toBe('0');
    expect(await member(server, 12, 'FirstName')).toEqual(['Ida']);
    expect(await member(server, 12, 'CompanyName')).toEqual([]);
    expect(await member(server, 12, 'City')).toEqual([]);
    expect(await member(server, 12, 'HtmlMail')).toEqual(['false']);
  });

  it('never changes name, owner, creation and password', async () => {
    const server = await startServer();
    const update =
      '<RoleId>3</RoleId><StatusId>1</StatusId><UserId>12</UserId><OwnerId>4</OwnerId><Username>x</Username><Password>x</Password><Created>2000-01-01T00:00:00</Created>';
    await server.users('UpdateUser', `<user>${update}</user>`);
    expect(await member(server, 12, 'Username')).toEqual(['nordlicht']);
    expect(await member(server, 12, 'OwnerId')).toEqual(['3']);
    expect(await member(server, 12, 'Created')).toEqual(['2021-03-01T09:15:27.347']);
    expect(await canLogIn(server, 'nordlicht', 'sandbox-secret-nordlicht')).toBe(true);
  });

  it('leaves an account without a status unreadable when the status is left out', async () => {
    const server = await startServer();
    await server.users('UpdateUser', '<user><RoleId>3</RoleId><UserId>12</UserId></user>');
    const answer = await server.users('GetUserById', '<userId>12</userId>');
    expect(answer.fault).toContain('Instance validation error');
  });

  it('answers 0 and changes nothing where it is not permitted', async () => {
    const server = await startServer();
    const update = '<user><RoleId>3</RoleId><StatusId>1</StatusId><UserId>13</UserId></user>';
    expect((await server.users('UpdateUser', update, RESELLER)).result).toBe('0');
    expect(await member(server, 13, 'CompanyName')).toEqual(['Alpine Tours Ltd']);
  });

  it('does not let a peer touch its owner', async () => {
    const server = await startServer();
    const update = '<user><RoleId>2</RoleId><StatusId>1</StatusId><UserId>3</UserId></user>';
    const peer = 'kuestenhost-buero:sandbox-secret-kuestenhost-buero';
    expect((await server.users('UpdateUser', update, peer)).result).toBe('0');
    expect(await member(server, 3, 'CompanyName')).toEqual(['Küstenhost KG']);
  });

  it('refuses to make a user of a reseller with customers', async () => {
    const server = await startServer();
    const update = '<user><RoleId>3</RoleId><StatusId>1</StatusId><UserId>3</UserId></user>';
    expect((await server.users('UpdateUser', update)).result).toBe('-102');
  });

  it('faults on an unknown account', async () => {
    const server = await startServer();
    const answer = await server.users('UpdateUser', '<user><UserId>99</UserId></user>');
    expect(answer.status).toBe(500);
  });
});

describe('DeleteUser', () => {
  it('answers at once and deletes the packages, the peers and the account', async () => {
    const server = await startServer();
    await server.users('DeleteUser', '<userId>16</userId>');
    expect((await server.users('DeleteUser', '<userId>15</userId>')).result).toBe('0');
    expect((await server.users('GetUserById', '<userId>15</userId>')).result).toBeUndefined();
    expect((await server.packages('GetPackage', '<packageId>22</packageId>')).result).toBeUndefined();
    expect((await server.packages('GetPackage', '<packageId>10</packageId>')).result).toBeUndefined();
    expect(
      (await server.packages('GetPackageAddon', '<packageAddonId>3</packageAddonId>')).result,
    ).toBeUndefined();
  });

  it('goes on after its answer for as long as the server takes', async () => {
    const server = await startServer({ deletionDelayMs: 3_600_000 });
    expect((await server.users('DeleteUser', '<userId>13</userId>')).result).toBe('0');
    expect(await member(server, 13, 'Username')).toEqual(['alpine']);
  });

  it('refuses an account with customers, and takes an unknown one', async () => {
    const server = await startServer();
    expect((await server.users('DeleteUser', '<userId>3</userId>')).result).toBe('-102');
    expect((await server.users('DeleteUser', '<userId>99</userId>')).result).toBe('0');
    expect((await server.users('DeleteUser', '<userId>6</userId>', DEMO)).result).toBe('-106');
  });
});

describe('ChangeUserPassword', () => {
  it('changes the password', async () => {
    const server = await startServer();
    const args = '<userId>12</userId><password>fresh</password>';
    expect((await server.users('ChangeUserPassword', args)).result).toBe('0');
    expect(await canLogIn(server, 'nordlicht', 'fresh')).toBe(true);
    expect(await canLogIn(server, 'nordlicht', 'sandbox-secret-nordlicht')).toBe(false);
    expect(server.simulator.calls[0]).toEqual({
      method: 'ChangeUserPassword',
      params: { userId: '12', password: '***' },
    });
  });

  it('answers 0 without change where it is not permitted, and faults on an unknown account', async () => {
    const server = await startServer();
    const args = '<userId>13</userId><password>fresh</password>';
    expect((await server.users('ChangeUserPassword', args, CUSTOMER)).result).toBe('0');
    expect(await canLogIn(server, 'alpine', 'fresh')).toBe(false);
    const unknown = await server.users('ChangeUserPassword', '<userId>99</userId>');
    expect(unknown.text).toContain('<faultcode>soap:Server</faultcode>');
  });
});

describe('ChangeUserStatus', () => {
  it('reaches everybody below, their peers and all their packages', async () => {
    const server = await startServer();
    const args = '<userId>3</userId><status>Pending</status>';
    expect((await server.users('ChangeUserStatus', args)).result).toBe('0');
    for (const userId of [3, 7, 12, 15, 16]) {
      expect(await member(server, userId, 'Status')).toEqual(['Pending']);
    }
    expect(await member(server, 13, 'Status')).toEqual(['Active']);
    for (const packageId of [2, 17, 22]) {
      const { result } = await server.packages('GetPackage', `<packageId>${packageId}</packageId>`);
      expect(textsOf(result, 'StatusId')).toEqual(['4']);
    }
  });

  it('lets a suspended account read on, but not sell', async () => {
    const server = await startServer();
    await server.users('ChangeUserStatus', '<userId>3</userId><status>Suspended</status>');
    const args = '<packageId>17</packageId><status>Active</status>';
    expect((await server.packages('ChangePackageStatus', args, RESELLER)).result).toBe('-104');
    expect((await server.packages('GetPackage', '<packageId>17</packageId>', RESELLER)).status).toBe(200);
  });

  it('faults on an unknown account', async () => {
    const server = await startServer();
    const answer = await server.users('ChangeUserStatus', '<userId>99</userId><status>Active</status>');
    expect(answer.text).toContain('<faultcode>soap:Server</faultcode>');
  });
});
