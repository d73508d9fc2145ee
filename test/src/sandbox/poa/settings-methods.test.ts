import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPoaSimulator } from '../../../../src/sandbox/poa/server.js';
import type { Simulator } from '../../../../src/sandbox/simulator.js';
import { type Call, clientOf } from './client.js';

const auth = (given: object) => ({ auth: { password: 'geheim-1', ...given } });

describe('POA simulator, logins, properties, name servers and addresses', () => {
  let simulator: Simulator;
  let call: Call;
  beforeAll(async () => {
    simulator = await createPoaSimulator();
    call = clientOf(simulator);
  });
  beforeEach(() => simulator.reset());
  afterAll(() => simulator.close());

  const resultOf = async (method: string, params: object) => (await call(method, params)).result;

  it('sets the password of a member by number, by login, or by both if they agree', async () => {
    const { user_id: member_id } = Object(
      await resultOf('pem.getAccountMemberByLogin', { login: 'nordlicht' }),
    );
    for (const who of [{ member_id }, { login: 'nordlicht' }, { member_id, login: 'nordlicht' }]) {
      expect(await call('pem.setAccountAuthData', auth(who))).toEqual({ status: 0 });
    }
    expect(await call('pem.setAccountAuthData', auth({ member_id, login: 'alpine' }))).toMatchObject({
      extype_id: 21,
    });
  });

  it('keeps the type of a system property, whoever sets it next', async () => {
    const set = (account_id: number, value: object) =>
      call('pem.setSystemProperty', { account_id, name: 'mail.limit', ...value });
    expect(await set(1, { num_value: 5 })).toEqual({ status: 0 });
    expect(await set(1000002, { num_value: 7 })).toEqual({ status: 0 });
    expect(await set(1000002, { str_value: '7' })).toMatchObject({ extype_id: 21 });
  });

  it('hides the value of a property whose name tells of a secret', async () => {
    await call('pem.setSystemProperty', { account_id: 1, name: 'ldap_password', str_value: 'geheim' });
    await call('pem.setAccountAuthData', auth({ login: 'nordlicht' }));
    await call('pem.setFTPPassword', {
      subscription_id: 2000013,
      password: 'geheim',
      password_crypted: false,
    });
    expect(simulator.ledger).toHaveLength(3);
    expect(JSON.stringify([simulator.calls, simulator.ledger])).not.toContain('geheim');
  });

  it('brings the name servers of a domain in line with its account', async () => {
    const domain_name = 'lizi.example';
    const required = await resultOf('pem.getRequiredNameServers', { domain_name });
    expect(await resultOf('pem.getNameServers', { domain_name })).toEqual([
      'ns3.nordhost.example',
      'ns4.nordhost.example',
    ]);
    expect(await call('pem.syncNameServers', { domain_name })).toEqual({ status: 0 });
    expect(await resultOf('pem.getNameServers', { domain_name })).toEqual(required);
  });

  it('requires no name servers of a domain whose account has no DNS hosting', async () => {
    const domain_name = 'niemand.test';
    expect(await resultOf('pem.getRequiredNameServers', { domain_name })).toEqual([]);
    expect(await call('pem.syncNameServers', { domain_name })).toMatchObject({ extype_id: 6 });
  });

  it('answers a PTR record’s number and whether it is gone as bare scalars', async () => {
    const record_id = await resultOf('pem.addPTRRecord', {
      ip_address: '192.0.2.77',
      hostname: 'vps-1.nordhost.example',
    });
    expect(record_id).toBe(9300003);
    expect(await call('pem.removePTRRecord', { record_id })).toEqual({ status: 0, result: true });
    expect(await call('pem.removePTRRecord', { record_id })).toEqual({ status: 0, result: true });
  });

  it('keeps the PTR record of a host', async () => {
    const remove = () => call('pem.removePTRRecord', { record_id: 9300001 });
    expect(await remove()).toEqual({ status: 0, result: false });
    expect(await remove()).toEqual({ status: 0, result: false });
  });

  it('finds the FTP user of a webspace by its number, by a domain, or where there is but one', async () => {
    const user = (given: object) => resultOf('pem.getFTPUser', given);
    expect(await user({ subscription_id: 2000013 })).toEqual({ username: 'ftp7000008' });
    expect(await user({ subscription_id: 2000005, webspace_id: 7000004 })).toEqual({
      username: 'ftp7000004',
    });
    expect(await user({ subscription_id: 2000005, domain_name: 'nordlicht.example' })).toEqual({
      username: 'ftp7000003',
    });
  });

  it.each<[string, string, object, number]>([
    ['a password for nobody', 'pem.setAccountAuthData', auth({}), 21],
    ['a password for an unknown member', 'pem.setAccountAuthData', auth({ member_id: 7 }), 4],
    ['auth outside its struct', 'pem.setAccountAuthData', { login: 'nordlicht', password: 'x' }, 21],
    ['a weak password, on request', 'pem.setAccountAuthData', weak(), 7],
    ['a property without a value', 'pem.setSystemProperty', { account_id: 1, name: 'a' }, 21],
    ['a property of two values', 'pem.setSystemProperty', property({ str_value: 'a', num_value: 1 }), 21],
    ['a property of no account', 'pem.setSystemProperty', property({ account_id: 7, num_value: 1 }), 4],
    ['a PTR record of no address', 'pem.addPTRRecord', ptr({ ip_address: '192.0.2.256' }), 21],
    ['a PTR record to no host name', 'pem.addPTRRecord', ptr({ hostname: 'a_b c' }), 21],
    ['an unknown domain', 'pem.getRequiredNameServers', { domain_name: 'nobody.example' }, 4],
    ['one webspace of several', 'pem.getFTPUser', { subscription_id: 2000005 }, 21],
    ['a webspace chosen twice', 'pem.getFTPUser', ftp({ webspace_id: 7000008 }), 21],
    [
      'a webspace of another subscription',
      'pem.getFTPUser',
      { subscription_id: 2000013, webspace_id: 7000003 },
      4,
    ],
    ['a subscription without webspaces', 'pem.getFTPUser', { subscription_id: 2000006 }, 4],
    ['an encrypted password on IIS', 'pem.setFTPPassword', ftpPassword({ password_crypted: true }), 21],
    ['an empty FTP password', 'pem.setFTPPassword', ftpPassword({ password: '' }), 21],
  ])('refuses %s', async (_case, method, params, extype) => {
    expect(await call(method, params)).toMatchObject({ status: -1, extype_id: extype });
  });
});

function weak() {
  return auth({ login: 'nordlicht', password: 'x', check_password: true });
}

function property(given: object) {
  return { account_id: 1, name: 'a', ...given };
}

function ptr(given: object) {
  return { ip_address: '192.0.2.1', hostname: 'a.example', ...given };
}

function ftp(given: object) {
  return { subscription_id: 2000013, domain_name: 'bakewell.example', ...given };
}

function ftpPassword(given: object) {
  return { subscription_id: 2000010, password: 'pw', password_crypted: false, ...given };
}
