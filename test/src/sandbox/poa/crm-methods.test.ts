import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EXTYPE } from '../../../../src/sandbox/poa/refusal.js';
import { createPoaSimulator } from '../../../../src/sandbox/poa/server.js';
import type { Simulator } from '../../../../src/sandbox/simulator.js';
import { type Call, clientOf } from './client.js';

const ORGANIZATION = {
  sub_id: 2000025,
  mscrm_rt_id: 960,
  display_name: 'Cakes',
  unique_name: 'cakes',
  currency_id: 1,
};
const SERVER = { use_ssl: true, server: '192.0.2.25', login: 'orders', password: 'geheim-1' };
const EXTERNAL = { pop3: { ...SERVER, server: 'pop.example.org:995' }, smtp: SERVER, primary_email: 'a@b' };
const USER = {
  org_id: 9500001,
  user_id: 4000014,
  security_roles_list: [2, 3],
  business_unit_id: 9510002,
  cal_type: 3,
  email_delivery_settings: { none_settings: { primary_email: 'orders@bakewell.example' } },
};

describe('POA simulator, Hosted CRM', () => {
  let simulator: Simulator;
  let call: Call;
  beforeAll(async () => {
    simulator = await createPoaSimulator();
    call = clientOf(simulator);
  });
  beforeEach(() => simulator.reset());
  afterAll(() => simulator.close());

  const usageOf = async (id: number) => {
    const asked = { subscription_id: 2000025, resource_type_ids: [id] };
    const { result } = await call('pem.getResourceUsage', asked);
    return Object(result).resource_type_usages[0].usage as number;
  };

  it('creates an organization with one business unit, within the limit of the subscription', async () => {
    const { result } = await call('pem.mscrm.createOrg', ORGANIZATION);
    expect(result).toEqual({ org_id: 9500002 });
    expect(await call('pem.mscrm.getBusinessUnits', { org_id: 9500002 })).toEqual({
      status: 0,
      result: [{ business_unit_id: 9510003 }],
    });
    expect(await usageOf(960)).toBe(2);
    const third = { ...ORGANIZATION, unique_name: 'third' };
    expect(await call('pem.mscrm.createOrg', third)).toMatchObject({ extype_id: EXTYPE.overLimit });
  });

  it('makes a service user a user of an organization, once', async () => {
    expect(await call('pem.mscrm.createUser', USER)).toEqual({ status: 0, result: { crm_user_id: 9520002 } });
    expect(await usageOf(961)).toBe(2);
    expect(await call('pem.mscrm.createUser', USER)).toMatchObject({ extype_id: EXTYPE.exists });
    await call('pem.removeUser', { user_id: USER.user_id });
    expect(await usageOf(961)).toBe(1);
  });

  it.each<[string, object, object]>([
    ['a mail server elsewhere', {}, { ext_settings: EXTERNAL }],
    ['Outlook', {}, { outlook_settings: { primary_email: 'a@example.org' } }],
    ['the Exchange mailbox that the user has', { user_id: 4000010 }, { exchange_settings: true }],
  ])('delivers mail by %s', async (_case, given, settings) => {
    const user = { ...USER, ...given, email_delivery_settings: settings };
    expect(await call('pem.mscrm.createUser', user)).toMatchObject({ status: 0 });
  });

  it('takes nobody into a disabled organization', async () => {
    await call('pem.mscrm.disableOrg', { org_id: 9500001 });
    expect(await call('pem.mscrm.createUser', USER)).toMatchObject({ extype_id: EXTYPE.wrongState });
    await call('pem.mscrm.enableOrg', { org_id: 9500001 });
    expect(await call('pem.mscrm.createUser', USER)).toMatchObject({ status: 0 });
  });

  it('lets organizations go with their subscription', async () => {
    await call('pem.removeSubscription', { subscription_id: 2000025 });
    expect(await call('pem.mscrm.getBusinessUnits', { org_id: 9500001 })).toMatchObject({ extype_id: 4 });
  });

  it('shows no password of a mail server in its record of calls and changes', async () => {
    await call('pem.mscrm.createUser', { ...USER, email_delivery_settings: { ext_settings: EXTERNAL } });
    const recorded = JSON.stringify([simulator.calls, simulator.ledger]);
    expect(simulator.ledger?.map(({ method }) => method)).toEqual(['pem.mscrm.createUser']);
    expect(recorded).toContain('pop.example.org:995');
    expect(recorded).not.toContain('geheim');
  });

  it.each<[string, object, number]>([
    ['the member name of its siblings', { subscription_id: 2000025 }, 21],
    ['an unknown subscription', { sub_id: 7 }, 4],
    ['a subscription without Hosted CRM', { sub_id: 2000013 }, 6],
    ['a disabled subscription', { sub_id: 2000009 }, 9],
    ['a resource type of another class', { mscrm_rt_id: 970 }, 21],
    ['an unknown resource type', { mscrm_rt_id: 7 }, 4],
    ['an unknown currency', { currency_id: 99 }, 4],
    ['a name in use, in other case', { unique_name: 'BAKEWELL' }, 5],
    ['a name that fits no URL', { unique_name: 'a b' }, 21],
    ['a blank display name', { display_name: ' ' }, 21],
  ])('refuses an organization with %s', async (_case, given, extype) => {
    const answer = await call('pem.mscrm.createOrg', { ...ORGANIZATION, ...given });
    expect(answer).toMatchObject({ status: -1, extype_id: extype });
  });

  const delivered = (email_delivery_settings: object) => ({ email_delivery_settings });
  it.each<[string, object, number]>([
    ['an unknown organization', { org_id: 7 }, 4],
    ['an unknown service user', { user_id: 7 }, 4],
    ['a service user of another account', { user_id: 4000001 }, 21],
    ['no security role', { security_roles_list: [] }, 21],
    ['an unknown security role', { security_roles_list: [1, 99] }, 4],
    ['an unknown business unit', { business_unit_id: 7 }, 4],
    ['a licence that there is not', { cal_type: 4 }, 21],
    ['no way of delivery', delivered({}), 21],
    [
      'two ways of delivery',
      delivered({ exchange_settings: true, outlook_settings: { primary_email: 'a@b' } }),
      21,
    ],
    ['Exchange without a mailbox', delivered({ exchange_settings: true }), 9],
    ['Exchange switched off', delivered({ exchange_settings: false }), 21],
    ['an address that is none', delivered({ none_settings: { primary_email: 'a' } }), 21],
    [
      'a mail server without its password',
      delivered({ ext_settings: { ...EXTERNAL, smtp: { server: 'a' } } }),
      21,
    ],
    [
      'a port out of range',
      delivered({ ext_settings: { ...EXTERNAL, smtp: { ...SERVER, server: 'a:70000' } } }),
      21,
    ],
    ['an unknown member deep inside', delivered({ none_settings: { primary_email: 'a@b', port: 1 } }), 21],
  ])('refuses a user with %s', async (_case, given, extype) => {
    const answer = await call('pem.mscrm.createUser', { ...USER, ...given });
    expect(answer).toMatchObject({ status: -1, extype_id: extype });
  });
});
