import { describe, expect, it } from 'vitest';
import { CUSTOMER, NAMESPACE, RESELLER, rowsOf, startServer, textsOf } from './enterprise-server.js';

describe('GetUserById', () => {
  it('answers all members in the order of their declaration, and the password', async () => {
    const server = await startServer();
    const { result } = await server.users('GetUserById', '<userId>12</userId>');
    expect(result).toBe(
      [
        '<RoleId>3</RoleId><Role>User</Role><StatusId>1</StatusId><Status>Active</Status>',
        '<LoginStatusId>0</LoginStatusId><LoginStatus>Enabled</LoginStatus><FailedLogins>0</FailedLogins>',
        '<UserId>12</UserId><OwnerId>3</OwnerId><IsPeer>false</IsPeer>',
        '<Created>2021-03-01T09:15:27.347</Created><Changed>2024-11-05T16:42:13.093</Changed>',
        '<IsDemo>false</IsDemo><Comments /><LastName>Nordlicht</LastName><Username>nordlicht</Username>',
        '<Password>sandbox-secret-nordlicht</Password><FirstName>Ida</FirstName>',
        '<Email>ida@nordlicht.example</Email><PrimaryPhone>+49 40 5550123</PrimaryPhone><Zip>22767</Zip>',
        '<InstantMessenger /><Fax>+49 40 5550124</Fax><SecondaryPhone>+49 171 5550199</SecondaryPhone>',
        '<SecondaryEmail>buchhaltung@nordlicht.example</SecondaryEmail><Country>DE</Country>',
        '<Address>Große Elbstraße 45</Address><City>Hamburg</City><State>Hamburg</State>',
        '<HtmlMail>true</HtmlMail><CompanyName>Nordlicht Verlag GmbH</CompanyName>',
        '<EcommerceEnabled>false</EcommerceEnabled><SubscriberNumber>KH-0417</SubscriberNumber><Vlans />',
      ].join(''),
    );
  });

  it('leaves null strings out and the password where the server keeps it', async () => {
    const server = await startServer({ showPasswords: false });
    const { result } = await server.users('GetUserById', '<userId>11</userId>');
    expect(result).toContain('<Status>Pending</Status>');
    expect(result).toContain('<CompanyName>Möwe &amp; Söhne "Fischbrötchen" GbR</CompanyName>');
    expect(result).not.toMatch(/Password|PrimaryPhone|Country|SubscriberNumber/);
  });

  it('leaves out the result for accounts that are missing or not the caller’s', async () => {
    const server = await startServer();
    const missing = await server.users('GetUserById', '<userId>4711</userId>');
    const hidden = await server.users('GetUserById', '<userId>13</userId>', RESELLER);
    for (const { status, text } of [missing, hidden]) {
      expect(status).toBe(200);
      expect(text).toContain(`<soap:Body><GetUserByIdResponse xmlns="${NAMESPACE}" /></soap:Body>`);
    }
  });

  it('shows a customer itself and its owner', async () => {
    const server = await startServer();
    const owner = await server.users('GetUserById', '<userId>3</userId>', CUSTOMER);
    expect(textsOf(owner.result, 'CompanyName')).toEqual(['Küstenhost KG']);
    const sibling = await server.users('GetUserById', '<userId>14</userId>', CUSTOMER);
    expect(sibling.result).toBeUndefined();
  });

  it('faults on an account of status 0, which has no name', async () => {
    const server = await startServer();
    const answer = await server.users('GetUserById', '<userId>9</userId>');
    expect(answer.status).toBe(500);
    expect(answer.fault).toContain("Instance validation error: '0' is not a valid value for UserStatus");
    const clean = await startServer({ poisonedAccount: false });
    expect((await clean.users('GetUserById', '<userId>9</userId>')).result).toBeUndefined();
  });
});

describe('GetUserByUsername and UserExists', () => {
  it('find a name in any case', async () => {
    const server = await startServer();
    const { result } = await server.users('GetUserByUsername', '<username>ALPINE</username>');
    expect(textsOf(result, 'UserId')).toEqual(['13']);
    expect((await server.users('UserExists', '<username>NordLicht</username>')).result).toBe('true');
  });

  it('differ in whose accounts they know', async () => {
    const server = await startServer();
    const args = '<username>alpine</username>';
    expect((await server.users('UserExists', args, CUSTOMER)).result).toBe('true');
    expect((await server.users('GetUserByUsername', args, CUSTOMER)).result).toBeUndefined();
  });
});

describe('GetUsers', () => {
  it('lists direct customers without the owner and its peers', async () => {
    const server = await startServer();
    const { result } = await server.users('GetUsers', '<ownerId>3</ownerId><recursive>false</recursive>');
    expect(textsOf(result, 'UserId')).toEqual(['10', '11', '12', '14', '15', '17']);
  });

  it('lists the whole tree below', async () => {
    const server = await startServer();
    const { result } = await server.users('GetUsers', '<ownerId>3</ownerId><recursive>true</recursive>');
    expect(textsOf(result, 'UserId')).toEqual(['10', '11', '12', '14', '15', '16', '17']);
  });

  it('fills the rows only in part', async () => {
    const server = await startServer();
    const { result } = await server.users('GetUsers', '<ownerId>4</ownerId>');
    const first = result?.split('</UserInfo>')[0];
    expect(first).toContain('<UserInfo><RoleId>3</RoleId>');
    expect(first).toContain('<CompanyName>Alpine Tours Ltd</CompanyName>');
    expect(first).toContain('<HtmlMail>false</HtmlMail>');
    expect(result).not.toMatch(/Password|PrimaryPhone|Address|City|Country|Zip|Fax/);
  });

  it('is an empty list for an owner without accounts, unknown, or not visible', async () => {
    const server = await startServer();
    for (const [ownerId, as] of [
      ['12', RESELLER],
      ['4711', RESELLER],
      ['4', RESELLER],
    ] as const) {
      const answer = await server.users('GetUsers', `<ownerId>${ownerId}</ownerId>`, as);
      expect(answer.text).toContain('<GetUsersResult /></GetUsersResponse>');
    }
  });

  it('fails altogether where it holds an account of status 0', async () => {
    const server = await startServer();
    const answer = await server.users('GetUsers', '<ownerId>1</ownerId><recursive>true</recursive>');
    expect(answer.fault).toContain('Instance validation error');
    const clean = await startServer({ poisonedAccount: false });
    const { result } = await clean.users('GetUsers', '<ownerId>1</ownerId><recursive>true</recursive>');
    expect(textsOf(result, 'UserId')).toHaveLength(16);
  });
});

describe('GetUserPeers', () => {
  it('lists what GetUsers leaves out', async () => {
    const server = await startServer();
    const { result } = await server.users('GetUserPeers', '<userId>3</userId>');
    expect(textsOf(result, 'Username')).toEqual(['kuestenhost-buero']);
  });

  it('acts as its owner when it reads', async () => {
    const server = await startServer();
    const as = 'kuestenhost-buero:sandbox-secret-kuestenhost-buero';
    const { result } = await server.users('GetUsers', '<ownerId>15</ownerId>', as);
    expect(textsOf(result, 'UserId')).toEqual(['16']);
  });
});

describe('GetUserParents', () => {
  const idsOf = (result: string | undefined) => textsOf(result, 'UserId');

  it('answers the account and those above it up to the caller, the topmost first', async () => {
    const server = await startServer();
    const all = await server.users('GetUserParents', '<userId>16</userId>');
    expect(idsOf(all.result)).toEqual(['1', '3', '15', '16']);
    const own = await server.users('GetUserParents', '<userId>16</userId>', RESELLER);
    expect(idsOf(own.result)).toEqual(['3', '15', '16']);
  });

  it('faults on an account of others', async () => {
    const server = await startServer();
    expect((await server.users('GetUserParents', '<userId>13</userId>', RESELLER)).status).toBe(500);
  });
});

describe('GetRawUsers', () => {
  const list = '<ownerId>3</ownerId><recursive>false</recursive>';

  it('answers the accounts of GetUsers as rows, with the names of the account above', async () => {
    const server = await startServer();
    const listed = await server.users('GetUsers', list);
    const { result } = await server.users('GetRawUsers', list);
    const rows = rowsOf(result, 'Table');
    expect(rows.flatMap((row) => textsOf(row, 'UserID'))).toEqual(textsOf(listed.result, 'UserId'));
    expect(rows.flatMap((row) => textsOf(row, 'OwnerUsername'))).toEqual(rows.map(() => 'kuestenhost'));
    expect(result).not.toContain('<OwnerEmail>');
  });

  it('answers nothing for an owner of others', async () => {
    const server = await startServer();
    const { status, result } = await server.users('GetRawUsers', list, CUSTOMER);
    expect(status).toBe(200);
    expect(rowsOf(result, 'Table')).toEqual([]);
  });
});
