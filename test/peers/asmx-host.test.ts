import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AsmxOptions, type AsmxPeer, startAsmx } from './support/asmx.js';
import { callAsmx } from './support/asmx-call.js';

const RESELLER = 'nordhost:n0rd-pass';
/** What a client sends that does not know which AddUser the server has. */
const newUser = (name: string) =>
  `<user><RoleId>3</RoleId><StatusId>1</StatusId><OwnerId>2</OwnerId><Username>${name}</Username>` +
  '<Password>Xy7-pass</Password></user><sendLetter>false</sendLetter><password>Xy7-pass</password>';

async function withPeer(options: AsmxOptions, use: (peer: AsmxPeer) => Promise<void>): Promise<void> {
  const peer = await startAsmx(options);
  try {
    await use(peer);
  } finally {
    await peer.close();
  }
}

describe('the ASMX host', () => {
  let peer: AsmxPeer;
  beforeAll(async () => {
    peer = await startAsmx();
  });
  afterAll(() => peer.close());

  const userById = async (id: number) =>
    (await callAsmx(peer, { to: 'esUsers.GetUserById', args: `<userId>${id}</userId>` })).body;

  it.each([
    ['a wrong password', 'serveradmin:wrong'],
    ['an unknown user', 'nobody:serveradmin'],
    ['a password that goes on after a colon', 'nordhost:wrong:n0rd-pass'],
  ])('refuses %s with 401 and no envelope', async (_case, login) => {
    const reply = await callAsmx(peer, {
      to: 'esUsers.UserExists',
      args: '<username>acme</username>',
      login,
    });
    expect(reply.status).toBe(401);
    expect(reply.headers['www-authenticate']).toBe('Basic Realm="MSPControl Enterprise Server"');
    expect(reply.body).toBe('401 Access Denied');
  });

  it('takes no other scheme, and not Basic in another case', async () => {
    for (const authorization of ['', 'Bearer x', `basic ${Buffer.from(RESELLER).toString('base64')}`]) {
      const reply = await callAsmx(peer, { to: 'esUsers.UserExists', headers: { authorization } });
      expect(reply.status).toBe(401);
    }
  });

  it('turns credentials that it cannot read into a fault', async () => {
    const reply = await callAsmx(peer, { to: 'esUsers.UserExists', headers: { authorization: 'Basic !' } });
    expect(reply.status).toBe(500);
    expect(reply.body).toContain('<faultcode>soap:Server</faultcode>');
  });

  it('shows its WSDL and checks credentials by esAuthentication without a login', async () => {
    const wsdl = await (await fetch(`${peer.url}/esUsers.asmx?WSDL`)).text();
    expect(wsdl).toContain('<s:element name="GetUsersPagedRecursive">');
    const args = '<username>suspended</username><password>susp-pass</password><ip></ip>';
    const headers = { authorization: '' };
    const reply = await callAsmx(peer, { to: 'esAuthentication.AuthenticateUser', args, headers });
    expect(reply.body).toContain('<AuthenticateUserResult>0</AuthenticateUserResult>');
  });

  it('keeps the connection open after a result and closes it after a fault', async () => {
    const result = await callAsmx(peer, { to: 'esUsers.UserExists' });
    expect(result).toMatchObject({ httpVersion: '1.1', status: 200 });
    expect(result.headers).toMatchObject({ 'content-length': String(Buffer.byteLength(result.body)) });
    expect(result.headers.connection).not.toBe('close');
    const fault = await callAsmx(peer, { to: 'esUsers.Nothing' });
    expect(fault.headers.connection).toBe('close');
  });

  it('writes a carriage return as it is, which readers of XML drop', async () => {
    expect(await userById(8)).toContain('<Address>one\r\ntwo</Address>');
  });

  it('reads members in any order, skips unknown ones, and lets the later twin win', async () => {
    const twins = '<Unknown><Deep/></Unknown><UserId>5</UserId><Status>Active</Status><RoleId>2</RoleId>';
    const args = `<user>${twins}<Role>User</Role><StatusId>2</StatusId></user>`;
    const reply = await callAsmx(peer, { to: 'esUsers.UpdateUser', args });
    expect(reply.body).toContain('<UpdateUserResult>0</UpdateUserResult>');
    expect(await userById(5)).toContain(
      '<RoleId>3</RoleId><Role>User</Role><StatusId>2</StatusId><Status>Suspended</Status>',
    );
  });

  it('replaces everything on an update, with nothing where nothing was sent', async () => {
    const args = '<user><UserId>2</UserId><Role>Reseller</Role><Status>Active</Status></user>';
    await callAsmx(peer, { to: 'esUsers.UpdateUser', args });
    const after = await userById(2);
    expect(after).toContain('<Username>nordhost</Username>');
    expect(after).not.toMatch(/<(Email|City|CompanyName)>/);
  });

  it('cannot write a role that is no member of its enum, and then fails to show the user', async () => {
    const args = newUser('norole').replace('<RoleId>3</RoleId>', '');
    const id = /<AddUserResult>(\d+)/.exec((await callAsmx(peer, { to: 'esUsers.AddUser', args })).body)?.[1];
    const reply = await callAsmx(peer, { to: 'esUsers.GetUserById', args: `<userId>${id}</userId>` });
    expect(reply.status).toBe(500);
    expect(reply.body).toContain('<faultcode>soap:Server</faultcode>');
  });

  it('wipes the quotas of a plan whose update leaves them out', async () => {
    const args = '<plan><PlanId>3</PlanId><PackageId>2</PackageId><PlanName>B</PlanName></plan>';
    await callAsmx(peer, { to: 'esPackages.UpdateHostingPlan', args });
    const reply = await callAsmx(peer, {
      to: 'esPackages.GetHostingPlanContext',
      args: '<planId>3</planId>',
    });
    expect(reply.body).toContain('<GroupsArray /><QuotasArray />');
  });

  it('answers a deletion before it is done', async () => {
    await callAsmx(peer, { to: 'esUsers.AddUser', args: newUser('shortlived') });
    const username = '<username>shortlived</username>';
    const found = await callAsmx(peer, { to: 'esUsers.GetUserByUsername', args: username });
    const id = /<UserId>(\d+)/.exec(found.body)?.[1];
    const reply = await callAsmx(peer, { to: 'esUsers.DeleteUser', args: `<userId>${id}</userId>` });
    expect(reply.body).toContain('<DeleteUserResult>0</DeleteUserResult>');
    const exists = async () => (await callAsmx(peer, { to: 'esUsers.UserExists', args: username })).body;
    expect(await exists()).toContain('<UserExistsResult>true</UserExistsResult>');
    await expect.poll(exists, { timeout: 10_000 }).toContain('<UserExistsResult>false</UserExistsResult>');
  });

  it('notes every admitted call in its ledger, without passwords', async () => {
    const before = (await peer.ledger()).length;
    const args = '<userId>3</userId><password>n€w &amp; secret</password>';
    await callAsmx(peer, { to: 'esUsers.ChangeUserPassword', args });
    await callAsmx(peer, { to: 'esUsers.ChangeUserPassword', args, login: 'serveradmin:wrong' });
    const [call, ...others] = (await peer.ledger()).slice(before);
    expect(others).toEqual([]);
    expect(call).toMatchObject({ service: 'esUsers', method: 'ChangeUserPassword' });
    expect(Object.fromEntries(call?.args ?? [])).toEqual({ userId: '3', password: '***' });
  });
});

describe('variants of the ASMX host', () => {
  it('sends the same reply in chunks that end anywhere', () =>
    withPeer({ chunked: true }, async (peer) => {
      const args = '<ownerId>1</ownerId><recursive>true</recursive>';
      const reply = await callAsmx(peer, { to: 'esUsers.GetUsers', args });
      expect(reply.headers).toMatchObject({ 'transfer-encoding': 'chunked' });
      expect(reply.headers['content-length']).toBeUndefined();
      expect(reply.body).toContain('<LastName>小龍 😀</LastName>');
    }));

  it.each([2, 3, 4] as const)('takes one request for all eras by an AddUser of %i parameters', (addUser) =>
    withPeer({ addUser }, async (peer) => {
      const reply = await callAsmx(peer, { to: 'esUsers.AddUser', args: newUser('era') });
      expect(reply.body).toContain('<AddUserResult>9</AddUserResult>');
      const args = '<username>era</username><password>Xy7-pass</password><ip></ip>';
      const login = await callAsmx(peer, { to: 'esAuthentication.AuthenticateUser', args });
      expect(login.body).toContain('<AuthenticateUserResult>0</AuthenticateUserResult>');
      const user = await callAsmx(peer, { to: 'esUsers.GetUserById', args: '<userId>9</userId>' });
      expect(user.body.includes('<Password>Xy7-pass</Password>')).toBe(addUser === 2);
      expect(user.body.includes('<MfaMode>')).toBe(addUser === 4);
    }),
  );

  it('has no addon methods on request, and shows local callers its stack', () =>
    withPeer({ addonMethods: false, callersAreLocal: true }, async (peer) => {
      const reply = await callAsmx(peer, { to: 'esPackages.AddHostingAddon' });
      expect(reply.status).toBe(500);
      expect(reply.body).toContain('<faultcode>soap:Client</faultcode>');
      expect(reply.body).toMatch(/<faultstring>System\.Web\.Services\.Protocols\.SoapException: .*\n {2}at /);
    }));

  it('writes dates of tables with the offset of its own zone', () =>
    withPeer({ timeZone: 'America/New_York' }, async (peer) => {
      const args = '<packageId>3</packageId>';
      const table = await callAsmx(peer, { to: 'esPackages.GetPackageAddons', args });
      expect(table.body).toContain('<PurchaseDate>2016-05-01T00:00:00-04:00</PurchaseDate>');
      const object = await callAsmx(peer, { to: 'esPackages.GetPackage', args });
      expect(object.body).toContain('<PurchaseDate>2016-04-06T00:00:00</PurchaseDate>');
    }));
});
