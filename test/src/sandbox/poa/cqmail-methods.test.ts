import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EXTYPE } from '../../../../src/sandbox/poa/refusal.js';
import { createPoaSimulator } from '../../../../src/sandbox/poa/server.js';
import type { Simulator } from '../../../../src/sandbox/simulator.js';
import { type Call, clientOf } from './client.js';

const NAME = { subscription_id: 2000025, domain_name: 'bakewell.example', name: 'info' };
const PASSWORD = { password: 'geheim-1', password_crypted: false };
const FORWARDING = { ...NAME, forward_to: 'a@example.org' };
const MD5 = '$1$abcdefgh$0123456789012345678901';

describe('POA simulator, CQMail', () => {
  let simulator: Simulator;
  let call: Call;
  beforeAll(async () => {
    simulator = await createPoaSimulator();
    call = clientOf(simulator);
  });
  beforeEach(() => simulator.reset());
  afterAll(() => simulator.close());

  const mailboxes = async () => {
    const asked = { subscription_id: 2000025, resource_type_ids: [971] };
    const { result } = await call('pem.getResourceUsage', asked);
    return Object(result).resource_type_usages[0].usage as number;
  };

  it('wants a password for a new mail name and ignores it for an existing one', async () => {
    expect(await call('pem.cqmail.addMailForwarding', FORWARDING)).toMatchObject({ extype_id: 21 });
    expect(await call('pem.cqmail.addMailForwarding', { ...FORWARDING, ...PASSWORD })).toEqual({ status: 0 });
    expect(await call('pem.cqmail.addMailbox', { ...NAME, quota: 1024 })).toEqual({ status: 0 });
    const crypted = { ...NAME, name: 'orders', forward_to: 'b@example.org', password_crypted: true };
    expect(await call('pem.cqmail.addMailForwarding', { ...crypted, password: 'not encrypted' })).toEqual({
      status: 0,
    });
  });

  it('keeps the mail names of one domain and of all domains apart', async () => {
    const { domain_name: _, ...everywhere } = NAME;
    await call('pem.cqmail.addMailbox', { ...everywhere, ...PASSWORD });
    expect(await call('pem.cqmail.delMailname', NAME)).toMatchObject({ extype_id: EXTYPE.notFound });
    expect(await call('pem.cqmail.delMailname', everywhere)).toEqual({ status: 0 });
    expect(await call('pem.cqmail.delMailname', everywhere)).toMatchObject({ extype_id: EXTYPE.notFound });
  });

  it('counts mailboxes, and not forwardings, against the limit', async () => {
    const before = await mailboxes();
    await call('pem.cqmail.addMailForwarding', { ...FORWARDING, ...PASSWORD });
    expect(await mailboxes()).toBe(before);
    await call('pem.cqmail.addMailbox', NAME);
    expect(await mailboxes()).toBe(before + 1);
    await call('pem.cqmail.delMailname', NAME);
    expect(await mailboxes()).toBe(before);
    await call('pem.removeDomain', { domain_id: 3000021 });
    expect(await mailboxes()).toBe(before - 1);
  });

  it('hosts mail on a domain that is bound to the subscription', async () => {
    const elsewhere = { ...NAME, ...PASSWORD, domain_name: 'tarts.example' };
    expect(await call('pem.cqmail.addMailbox', elsewhere)).toMatchObject({ extype_id: 21 });
    await call('pem.bindServicesToDomain', { domain_id: 3000023, subscription_id: 2000025 });
    expect(await call('pem.cqmail.addMailbox', elsewhere)).toEqual({ status: 0 });
  });

  it('takes encrypted passwords in the forms of each method', async () => {
    const crypted = (password: string) => ({ ...PASSWORD, password, password_crypted: true });
    const edit = (new_password: string) =>
      call('pem.cqmail.editMailname', { ...NAME, new_password, new_password_is_crypted: true });
    expect(await call('pem.cqmail.addMailbox', { ...NAME, ...crypted('ab0123456789.') })).toMatchObject({
      extype_id: 21,
    });
    expect(
      await call('pem.cqmail.addMailForwarding', { ...FORWARDING, ...crypted('ab0123456789.') }),
    ).toEqual({ status: 0 });
    expect(await edit('plain')).toMatchObject({ extype_id: 21 });
    expect(await edit(MD5)).toEqual({ status: 0 });
  });

  it('shows no password in its record of calls and changes', async () => {
    await call('pem.cqmail.addMailbox', { ...NAME, ...PASSWORD });
    await call('pem.cqmail.editMailname', {
      ...NAME,
      new_password: 'geheim-2',
      new_password_is_crypted: false,
    });
    expect(simulator.ledger).toHaveLength(2);
    expect(JSON.stringify([simulator.calls, simulator.ledger])).not.toContain('geheim');
  });

  it.each<[string, string, object, number]>([
    ['an unknown subscription', 'pem.cqmail.addMailbox', { subscription_id: 7 }, 4],
    ['a subscription without CQMail', 'pem.cqmail.addMailbox', { subscription_id: 2000013 }, 6],
    ['an unknown domain', 'pem.cqmail.addMailbox', { domain_name: 'nobody.example' }, 4],
    ['a domain of another subscription', 'pem.cqmail.addMailbox', { domain_name: 'viele.example' }, 21],
    ['a whole address for a local part', 'pem.cqmail.addMailbox', { name: 'info@bakewell.example' }, 21],
    ['an empty password', 'pem.cqmail.addMailbox', { password: '' }, 21],
    ['a password of unknown form', 'pem.cqmail.addMailbox', { password_crypted: undefined }, 21],
    ['a second mailbox', 'pem.cqmail.addMailbox', { name: 'orders' }, 5],
    ['a quota below none', 'pem.cqmail.addMailbox', { quota: -2 }, 21],
    ['a forwarding to no address', 'pem.cqmail.addMailForwarding', { forward_to: 'nobody' }, 21],
  ])('refuses %s', async (_case, method, given, extype) => {
    const params = Object.entries({ ...NAME, ...PASSWORD, ...given }).filter(([, it]) => it !== undefined);
    expect(await call(method, Object.fromEntries(params))).toMatchObject({ status: -1, extype_id: extype });
  });
});
