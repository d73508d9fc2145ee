import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHsphereCodec, type HsphereCodec } from '../../adapters/hsphere/codec.js';
import { hsphere } from '../../adapters/hsphere/index.js';
import * as operations from '../../adapters/hsphere/operations/index.js';
import type { Backend } from '../../src/model/index.js';
import type { AnyOperation, ParamsOf } from '../../src/operation/operation.js';
import { createReplyDecoder } from '../../src/wire/soap/encoded/index.js';
import { createHsphereBackend } from '../support/hsphere-gateway.js';
import { executeOperation, runOperation } from '../support/poa-gateway.js';
import { type AxisPeer, startAxis } from './support/axis.js';
import { post } from './support/post.js';

const PEERS = (['simple', 'tomcat'] as const).flatMap((server) =>
  (['stock', 'bare'] as const).flatMap((engine) =>
    (['reference', 'inline'] as const).map((beans) => ({ server, engine, beans })),
  ),
);
const ADMIN = { login: 'admin', password: 'admin-pass' };

const contact = { first_name: 'Zoë', last_name: 'Ωmega', email: 'zoe@example.test', country: 'DE' };

describe.each(PEERS)('H-Sphere on Axis 1.4, $server server, $engine engine, beans by $beans', (kind) => {
  let peer: AxisPeer;
  let codec: HsphereCodec;
  const backends: Backend[] = [];

  function backendOf(settings: Readonly<Record<string, unknown>> = ADMIN): Backend {
    const backend = createHsphereBackend({ url: peer.url, beans: kind.beans, ...settings });
    backends.push(backend);
    return backend;
  }

  beforeAll(async () => {
    peer = await startAxis(kind);
    codec = createHsphereCodec(hsphere.schema.parse({ url: peer.url, beans: kind.beans, ...ADMIN }));
  });
  afterAll(async () => {
    for (const backend of backends) await backend.close();
    await peer.close();
  });

  /** Sends a call whatever its effect, and reads what it answers. */
  async function call<O extends AnyOperation>(operation: O, params: ParamsOf<O>): Promise<unknown> {
    const sent = { operation, params: params as Record<string, unknown> };
    const { body } = await post(peer.url, codec.encodeCall(sent, true), {
      'content-type': 'text/xml; charset=utf-8',
      soapaction: '""',
    });
    const decoder = createReplyDecoder();
    decoder.write(body);
    return codec.readResult(sent, decoder.end());
  }

  it('answers the reads of the graph', async () => {
    const query = `{ account(id: "hsphere:Account:1950") { id diskQuotaKiB }
      accounts(backend: "hsphere") { nodes { nativeId diskQuotaKiB } }
      known: accountBySignup(backend: "hsphere", signupId: "13") { nativeId }
      unknown: accountBySignup(backend: "hsphere", signupId: "9223372036854775807") { nativeId }
      taken: loginAvailable(backend: "hsphere", login: "double") free: loginAvailable(backend: "hsphere", login: "zoë") }`;
    expect(await runOperation([backendOf()], query)).toEqual({
      data: {
        account: { id: 'hsphere:Account:1950', diskQuotaKiB: 100 },
        accounts: { nodes: [{ nativeId: '1', diskQuotaKiB: 0 }] },
        known: { nativeId: '1950' },
        unknown: null,
        taken: false,
        free: true,
      },
    });
  });

  it('answers a login with several accounts that names one', async () => {
    const double = backendOf({ login: 'double', password: 'double-pass', accountId: 55566 });
    const query = '{ accounts(backend: "hsphere") { nodes { nativeId diskQuotaKiB } } }';
    expect(await runOperation([double], query)).toEqual({
      data: {
        accounts: {
          nodes: [
            { nativeId: '55566', diskQuotaKiB: 11010048 },
            { nativeId: '4294967299', diskQuotaKiB: null },
          ],
        },
      },
    });
  });

  it('answers a role, and a login without accounts', async () => {
    const query = '{ accounts(backend: "hsphere") { nodes { nativeId } } }';
    expect(await runOperation([backendOf({ ...ADMIN, role: { login: 'single' } })], query)).toEqual({
      data: { accounts: { nodes: [{ nativeId: '1950' }] } },
    });
    const none = backendOf({ login: 'empty', password: 'empty-pass' });
    expect(await runOperation([none], query)).toEqual({ data: { accounts: { nodes: [] } } });
  });

  it('refuses with the name of its exception', async () => {
    const query = '{ account(id: "hsphere:Account:77") { id } }';
    const { errors } = await executeOperation([backendOf()], query);
    expect(errors?.map(({ originalError }) => originalError)).toMatchObject([
      { code: 'BACKEND_FAULT', details: { native: { code: 'PanelException', message: null } } },
    ]);
    const faults = [{ messageRegex: '^Account \\d+ not found$', code: 'NOT_FOUND' }];
    expect(await runOperation([backendOf({ ...ADMIN, faults })], query)).toEqual({ data: { account: null } });
  });

  it('takes a signup in both of its forms', async () => {
    const signup = {
      planId: 7003,
      periodId: 0,
      password: 'secret1',
      descr: '5 € & <more>',
      ci: contact,
      bi: contact,
      validateUser: true,
      otherParams: [
        ['type_domain', 'empty_domain'],
        ['seller_id', '1'],
      ],
    };
    const names = ['accountId', 'signupId', 'userId'].map((name) => ({
      name,
      value: expect.stringMatching(/^\d+$/),
    }));
    const pi = { type: 'CC', number: '4111' };
    expect(await call(operations.signupUser, { ...signup, login: 'first', mod: 'empty' })).toEqual(names);
    expect(await call(operations.signupUser, { ...signup, login: 'second', pi, srsci: contact })).toEqual(
      names,
    );
    const signups = (await peer.ledger()).filter(({ method }) => method === 'signupUser').slice(-2);
    expect(signups.map(({ args }) => Object.fromEntries(args))).toEqual([
      {
        planId: '7003',
        periodId: '0',
        login: 'first',
        descr: '5 € & <more>',
        'ci.email': 'zoe@example.test',
        validateUser: 'true',
        mod: 'empty',
        otherParams: 'type_domain:empty_domain,seller_id:1',
      },
      expect.objectContaining({ login: 'second', 'pi.type': 'CC', validateUser: 'true' }),
    ]);
  });

  it('takes money in exactly its digits, and every other parameter as it was meant', async () => {
    const accountId = 1950n;
    const description = 'Zoë’s „server“';
    const amount = '1234567890123.45';
    await call(operations.addCredit, { accountId, amount, description, id: '7' });
    await call(operations.oneTimeDebit, {
      accountId,
      amount: '0.10',
      description,
      note: 'n',
      isInvoice: true,
      inclTaxes: false,
    });
    await call(operations.billingPeriodBasedDebit, { accountId, amount: '5', description });
    await call(operations.monthlyBasedDebit, {
      accountId,
      amount: '97.5',
      duration: 4,
      frequency: 9,
      description,
      adminNote: '',
      startOn: 1,
      isInfinite: true,
      isInvoice: false,
    });
    expect(await call(operations.suspendAccount, { accountId, reason: 'unpaid' })).toBeNull();
    expect(await call(operations.resumeAccount, { accountId })).toBeNull();
    const booked = (await peer.ledger()).slice(-6);
    expect(booked.map(({ method, args }) => [method, Object.fromEntries(args)])).toEqual([
      ['addCredit', { accountId: '1950', amount: '1.23456789012345E12', description, id: '7' }],
      [
        'oneTimeDebit',
        { accountId: '1950', amount: '0.1', description, note: 'n', isInvoice: 'true', inclTaxes: 'false' },
      ],
      ['billingPeriodBasedDebit', { accountId: '1950', amount: '5.0', description }],
      [
        'monthlyBasedDebit',
        {
          accountId: '1950',
          amount: '97.5',
          duration: '4',
          frequency: '9',
          description,
          adminNote: '',
          startOn: '1',
          isInfinite: 'true',
          isInvoice: 'false',
        },
      ],
      ['suspendAccount', { accountId: '1950', reason: 'unpaid' }],
      ['resumeAccount', { accountId: '1950' }],
    ]);
  });
});
