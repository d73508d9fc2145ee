import { describe, expect, it } from 'vitest';
import { CUSTOMER, rowsOf, startServer, type TestServer, textsOf } from './enterprise-server.js';

interface Page {
  readonly userId: number;
  readonly filterColumn?: string;
  readonly filterValue?: string;
  readonly statusId?: number;
  readonly roleId?: number;
  readonly sortColumn?: string;
  readonly startRow: number;
  readonly maximumRows: number;
}

async function page(server: TestServer, method: string, args: Page, as?: string) {
  const elements = Object.entries(args).map(([name, value]) => `<${name}>${value}</${name}>`);
  const { result } = await server.users(method, elements.join(''), as);
  return {
    total: textsOf(result, 'Column1'),
    ids: rowsOf(result, 'Table1').flatMap((row) => textsOf(row, 'UserID')),
  };
}

describe('GetUsersPaged', () => {
  it('answers one row more than asked for, counting from 0', async () => {
    const server = await startServer();
    const args = { userId: 3, sortColumn: 'U.UserID', startRow: 1, maximumRows: 2 };
    expect(await page(server, 'GetUsersPaged', args)).toEqual({ total: ['6'], ids: ['11', '12', '14'] });
  });

  it('answers as many as asked for where that is mended', async () => {
    const server = await startServer({ pagingOffByOne: false });
    const args = { userId: 3, sortColumn: 'U.UserID', startRow: 1, maximumRows: 2 };
    expect(await page(server, 'GetUsersPaged', args)).toEqual({ total: ['6'], ids: ['11', '12'] });
  });

  it('sorts by a column, text without regard to case, backwards on request', async () => {
    const server = await startServer();
    const args = { userId: 3, sortColumn: 'Username DESC', startRow: 0, maximumRows: 2 };
    expect((await page(server, 'GetUsersPaged', args)).ids).toEqual(['12', '17', '11']);
  });

  it('filters by status and role, of which 0 is none', async () => {
    const server = await startServer();
    const args = { userId: 3, statusId: 1, roleId: 2, startRow: 0, maximumRows: 9 };
    expect(await page(server, 'GetUsersPaged', args)).toEqual({ total: ['1'], ids: ['15'] });
  });

  it('filters a column by a LIKE pattern', async () => {
    const server = await startServer();
    const args = { userId: 3, filterColumn: 'Username', startRow: 0, maximumRows: 9 };
    expect((await page(server, 'GetUsersPaged', { ...args, filterValue: '%ORD%' })).ids).toEqual([
      '12',
      '14',
    ]);
    expect((await page(server, 'GetUsersPaged', { ...args, filterValue: 'ord' })).ids).toEqual([]);
    expect((await page(server, 'GetUsersPaged', { ...args, filterValue: 'fj_rd' })).ids).toEqual(['14']);
  });

  it('looks in name, full name and address without a column', async () => {
    const server = await startServer();
    const args = { userId: 3, startRow: 0, maximumRows: 9 };
    expect((await page(server, 'GetUsersPaged', { ...args, filterValue: 'åse%' })).ids).toEqual(['14']);
    expect((await page(server, 'GetUsersPaged', { ...args, filterValue: '%@moewe.example' })).ids).toEqual([
      '11',
    ]);
  });

  it('faults on a column that is not there', async () => {
    const server = await startServer();
    const answer = await server.users('GetUsersPaged', '<userId>3</userId><sortColumn>Shoe</sortColumn>');
    expect(answer.fault).toContain("Invalid column name 'Shoe'");
  });

  it('is empty with a total of 0 without rights', async () => {
    const server = await startServer();
    const args = { userId: 4, startRow: 0, maximumRows: 9 };
    expect(await page(server, 'GetUsersPaged', args, CUSTOMER)).toEqual({ total: ['0'], ids: [] });
  });

  it('is empty past the end and for negative windows', async () => {
    const server = await startServer();
    expect((await page(server, 'GetUsersPaged', { userId: 3, startRow: 6, maximumRows: 9 })).ids).toEqual([]);
    expect((await page(server, 'GetUsersPaged', { userId: 3, startRow: -5, maximumRows: 2 })).ids).toEqual(
      [],
    );
  });

  it('writes numbers for status and role, and dates with the offset of their season', async () => {
    const server = await startServer();
    const { result } = await server.users(
      'GetUsersPaged',
      '<userId>1</userId><filterColumn>Username</filterColumn><filterValue>alpenhost</filterValue><maximumRows>0</maximumRows>',
    );
    expect(rowsOf(result, 'Table1')).toEqual([
      '<UserID>4</UserID><RoleID>2</RoleID><StatusID>1</StatusID><LoginStatusId>0</LoginStatusId><FailedLogins>0</FailedLogins><OwnerID>1</OwnerID><Created>2018-10-28T02:30:00+01:00</Created><Changed>2024-11-05T16:42:13.093+01:00</Changed><IsDemo>false</IsDemo><Comments /><IsPeer>false</IsPeer><Username>alpenhost</Username><FirstName>Léonie</FirstName><LastName>Bär-Çelik</LastName><Email>leonie@alpenhost.example</Email><FullName>Léonie Bär-Çelik</FullName><OwnerUsername>serveradmin</OwnerUsername><OwnerFirstName>Enterprise</OwnerFirstName><OwnerLastName>Administrator</OwnerLastName><OwnerRoleID>1</OwnerRoleID><OwnerFullName>Enterprise Administrator</OwnerFullName><OwnerEmail>serveradmin@panel.example</OwnerEmail><PackagesNumber>1</PackagesNumber><CompanyName>Alpenhost AG</CompanyName><EcommerceEnabled>false</EcommerceEnabled>',
    ]);
  });
});

describe('GetUsersPagedRecursive', () => {
  it('goes all the way down, and lists an account of status 0', async () => {
    const server = await startServer();
    const args = { userId: 1, sortColumn: 'UserID', startRow: 0, maximumRows: 99 };
    const { total, ids } = await page(server, 'GetUsersPagedRecursive', args);
    expect(total).toEqual(['17']);
    expect(ids).toEqual([
      '3',
      '4',
      '5',
      '6',
      '8',
      '9',
      '10',
      '11',
      '12',
      '13',
      '14',
      '15',
      '16',
      '17',
      '18',
      '19',
      '20',
    ]);
  });
});
