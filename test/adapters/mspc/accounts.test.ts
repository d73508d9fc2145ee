import { describe, expect, it } from 'vitest';
import { ask } from './scripted-panel.js';

const account = async (members: string, selection: string) =>
  (
    await ask(`{ account(id: "mspc:Account:7") { ${selection} } }`, {
      GetUserById: `<UserId>7</UserId>${members}`,
    })
  ).data?.account;

describe('an account', () => {
  it.each([
    [1, 'PROVIDER', 'Administrator'],
    [2, 'RESELLER', 'Reseller'],
    [3, 'CUSTOMER', 'User'],
    [5, 'STAFF', 'PlatformCSR'],
    [0, 'OTHER', '0'],
    [99, 'OTHER', '99'],
  ])('of role %i is %s', async (id, kind, nativeKind) => {
    expect(await account(`<RoleId>${id}</RoleId><Role>Later</Role>`, 'kind nativeKind')).toEqual({
      kind,
      nativeKind,
    });
  });

  it.each([
    [1, 'ACTIVE', 'Active'],
    [2, 'SUSPENDED', 'Suspended'],
    [3, 'CANCELLED', 'Cancelled'],
    [4, 'PENDING', 'Pending'],
    [5, 'OTHER', '5'],
  ])('of status %i is %s', async (id, status, nativeStatus) => {
    expect(await account(`<StatusId>${id}</StatusId>`, 'status nativeStatus')).toEqual({
      status,
      nativeStatus,
    });
  });

  it('says nothing of what the answer does not hold', async () => {
    expect(
      await account(
        '',
        'kind nativeKind status login peer demo parent { id } contact { email phone { number } address { city } }',
      ),
    ).toEqual({
      kind: null,
      nativeKind: null,
      status: null,
      login: null,
      peer: null,
      demo: null,
      parent: null,
      contact: { email: null, phone: null, address: null },
    });
  });

  it('stands at the top where nobody owns it', async () => {
    expect(await account('<OwnerId>0</OwnerId>', 'parent { id }')).toEqual({ parent: null });
    expect(await account('<OwnerId>3</OwnerId>', 'parent { id }')).toEqual({
      parent: { id: 'mspc:Account:3' },
    });
  });

  it('takes fields that were saved empty for none', async () => {
    const members = '<FirstName /><PrimaryPhone /><City /><Zip /><Country /><Fax>1</Fax>';
    const selection = 'contact { firstName phone { number } fax { number areaCode } address { city } }';
    expect(await account(members, selection)).toEqual({
      contact: { firstName: null, phone: null, fax: { number: '1', areaCode: null }, address: null },
    });
  });

  it.each([
    ['de', 'DE'],
    [' AT ', 'AT'],
    ['UK', 'GB'],
    ['Germany', null],
    ['', null],
  ])('tells the country %j as %j', async (country, code) => {
    const found = await account(
      `<Country>${country}</Country><City>x</City>`,
      'contact { address { country } }',
    );
    expect(found).toEqual({ contact: { address: { country: code } } });
  });

  it('ignores members of later servers', async () => {
    const members =
      '<MfaMode>0</MfaMode><Login>no</Login><Username>x</Username><Vlans><UserVlan><VLanID>1</VLanID></UserVlan></Vlans>';
    expect(await account(members, 'login')).toEqual({ login: 'x' });
  });
});

describe('an id', () => {
  it.each(['0', '01', '-1', '1.5', '2147483648', 'acme', '12 '])('cannot be %j', async (nativeId) => {
    const { errors, requests } = await ask(`{ account(id: "mspc:Account:${nativeId}") { id } }`, {});
    expect(errors).toHaveLength(1);
    expect(requests).toHaveLength(0);
  });

  it.each(['Domain:example.com', 'Mailbox:7', 'Subscription:7', 'AccountMember:7'])(
    'of a type that the panel lacks is null, and no call: %s',
    async (id) => {
      const { data, errors, requests } = await ask(`{ node(id: "mspc:${id}") { id } }`, {});
      expect({ data, errors }).toEqual({ data: { node: null } });
      expect(requests).toHaveLength(0);
    },
  );
});
