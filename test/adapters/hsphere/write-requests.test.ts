import { describe, expect, it } from 'vitest';
import * as operations from '../../../adapters/hsphere/operations/index.js';
import type { AnyOperation } from '../../../src/operation/operation.js';
import { recordWrites } from '../../support/recorded-writes.js';
import type { Script } from '../../support/scripted-server.js';
import { actionOf, answer, envelope, fault } from './answers.js';
import { scriptPanels } from './scripted-panel.js';

const startPanel = scriptPanels();
const scope = { credentials: null, signal: new AbortController().signal };
const done = (action: string) => envelope(`<${action}Response/>`);

const CREATE = `mutation ($input: CreateAccountInput!) { createAccount(input: $input) {
  account { id } signupId userErrors { code field native { code message } } } }`;
const signup = (
  hsphere: Readonly<Record<string, unknown>> = {},
  more: Readonly<Record<string, unknown>> = {},
) => ({
  input: {
    backend: 'hsphere',
    idempotencyKey: 'k',
    login: 'newcomer',
    password: 'secret-1',
    contact: {},
    hsphere: { planId: 7003, periodId: 1, ...hsphere },
    ...more,
  },
});

/** A panel that answers by action, each list of answers one after the other. */
async function start(
  answers: Readonly<Record<string, ReadonlyArray<string | null>>>,
  settings: Readonly<Record<string, unknown>> = {},
) {
  const left = new Map(Object.entries(answers).map(([action, texts]) => [action, [...texts]]));
  const script: Script = ({ body }, response) => {
    const text = left.get(actionOf(body))?.shift();
    if (typeof text === 'string') return text;
    response.destroy();
    return undefined;
  };
  const panel = await startPanel(script, { writeTimeoutMs: 1_000, ...settings });
  const actions = () => panel.server.requests.map(({ body }) => actionOf(body));
  const bodyOf = (action: string) =>
    panel.server.requests.find(({ body }) => actionOf(body) === action)?.body ?? '';
  return { ...panel, ...recordWrites([panel.backend]), actions, bodyOf };
}

const free = answer('checkUser', 'false');
const taken = answer('checkUser', 'true');
const named = (...pairs: ReadonlyArray<readonly [string, string]>) =>
  answer(
    'signupUser',
    pairs.map(([name, value]) => `<item><name>${name}</name><value>${value}</value></item>`).join(''),
  );
const unexplained = fault('psoft.hsphere.SignupException: half of it');

describe('a write to H-Sphere', () => {
  it('goes out over a connection of its own each time', async () => {
    const sockets = new Set<unknown>();
    const panel = await startPanel((_, response) => {
      sockets.add(response.socket);
      return done('resumeAccount');
    });
    for (const accountId of [7n, 8n]) {
      await panel.backend.send?.({ operation: operations.resumeAccount, params: { accountId } }, scope);
    }
    expect(sockets.size).toBe(2);
    expect(panel.server.requests[0]?.body).toContain('<accountId xsi:type="xsd:long">7</accountId>');
  });

  it('is never a read', async () => {
    const panel = await start({});
    const call = { operation: operations.getAccounts as AnyOperation, params: {} };
    await expect(panel.backend.send?.(call, scope)).rejects.toThrow('getAccounts is not a write.');
    expect(panel.actions()).toEqual([]);
  });

  it('is not sent with what XML cannot carry, which proves that nothing went out', async () => {
    const panel = await start({});
    const call = { operation: operations.suspendAccount, params: { accountId: 7n, reason: 'a\0b' } };
    await expect(panel.backend.send?.(call, scope)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(panel.actions()).toEqual([]);
  });
});

describe('the request of a sign-up', () => {
  it('has the 12 parameters of the document, the pairs as arrays of typed strings', async () => {
    const panel = await start({
      checkUser: [free],
      signupUser: [named(['accountId', '9'], ['signupId', '5'])],
    });
    const otherParams = [
      { name: 'seller_id', value: '1' },
      { name: 'REMOTE_ADDR', value: '192.0.2.7' },
    ];
    expect(
      await panel.run(CREATE, signup({ otherParams, validateUser: false, description: 'd & d' })),
    ).toEqual({
      data: { createAccount: { account: { id: 'hsphere:Account:9' }, signupId: '5', userErrors: [] } },
    });
    const [body = ''] = /<ns1:signupUser .*<\/ns1:signupUser>/.exec(panel.bodyOf('signupUser')) ?? [];
    const pair = (name: string, value: string) =>
      '<item xsi:type="soapenc:Array" soapenc:arrayType="xsd:anyType[2]">' +
      `<item xsi:type="xsd:string">${name}</item><item xsi:type="xsd:string">${value}</item></item>`;
    expect(body.replace(/^<ns1:signupUser [^>]*>/, '')).toBe(
      '<at href="#id0"/><planId xsi:type="xsd:int">7003</planId><periodId xsi:type="xsd:int">1</periodId>' +
        '<login xsi:type="xsd:string">newcomer</login><password xsi:type="xsd:string">secret-1</password>' +
        '<descr xsi:type="xsd:string">d &amp; d</descr><ci href="#id1"/>' +
        '<bi xsi:type="tns:ContactInfo" xsi:nil="true"/><pi xsi:type="tns:PaymentInfo" xsi:nil="true"/>' +
        '<validateUser xsi:type="xsd:boolean">false</validateUser><mod xsi:type="xsd:string">empty</mod>' +
        '<otherParams xsi:type="soapenc:Array" soapenc:arrayType="xsd:anyType[3]">' +
        `${pair('seller_id', '1')}${pair('REMOTE_ADDR', '192.0.2.7')}${pair('type_domain', 'empty_domain')}` +
        '</otherParams></ns1:signupUser>',
    );
  });

  it('has 14 where a registrar is told somebody else', async () => {
    const panel = await start({ checkUser: [free], signupUser: [named(['accountId', '9'])] });
    const contact = { firstName: 'Ann', address: { state: 'ny', country: 'us' } };
    const payment = { type: 'TWO_CHECKOUT' };
    await panel.run(
      CREATE,
      signup({ mode: 'OPENSRS', billing: {}, payment, registrantBilling: contact }, { contact }),
    );
    const body = panel.bodyOf('signupUser');
    expect(body).toContain('<srsci xsi:type="tns:ContactInfo" xsi:nil="true"/><srsbi href="#id3"/>');
    expect(body).toContain('<type xsi:type="xsd:string">2CheckOut</type>');
    expect(body).toContain('<state xsi:type="xsd:string">NY</state>');
    expect(body).toContain('<otherParams xsi:type="soapenc:Array" xsi:nil="true"/>');
  });
});

describe('what came of a sign-up', () => {
  it('is told by the login where the panel answers nothing', async () => {
    const panel = await start(
      {
        checkUser: [free, taken],
        signupUser: [done('signupUser')],
        getAccounts: [answer('getAccounts', '<item>12</item>')],
      },
      { beans: 'inline' },
    );
    expect(await panel.run(CREATE, signup())).toEqual({
      data: {
        createAccount: { account: { id: 'hsphere:Account:12' }, signupId: null, userErrors: [] },
      },
    });
    expect(panel.actions()).toEqual(['checkUser', 'signupUser', 'checkUser', 'getAccounts']);
    expect(panel.bodyOf('getAccounts')).toContain(
      '<role xsi:type="tns:Role"><accountId xsi:type="xsd:int">0</accountId><login xsi:type="xsd:string">newcomer</login></role>',
    );
  });

  it('is unknown where the panel answers nothing and the login is free', async () => {
    const panel = await start({ checkUser: [free, free], signupUser: [named()] });
    expect((await panel.run(CREATE, signup())).data).toEqual({ createAccount: null });
    expect(panel.stateOf('k')).toBe('UNKNOWN');
  });

  it('stays unknown where the panel refuses, and there is such a login now', async () => {
    const panel = await start({ checkUser: [free, taken, taken], signupUser: [unexplained] });
    expect((await panel.run(CREATE, signup())).data).toEqual({ createAccount: null });
    panel.outlastLeases();
    expect((await panel.run(CREATE, signup())).data).toEqual({ createAccount: null });
    expect(panel.actions()).toEqual(['checkUser', 'signupUser', 'checkUser', 'checkUser']);
    expect(panel.stateOf('k')).toBe('UNKNOWN');
  });

  it.each([
    [
      'a rule says what the refusal means',
      unexplained,
      [{ exceptionClass: 'SignupException', code: 'TAKEN' }],
      'TAKEN',
    ],
    [
      'the engine has no such form',
      fault("No such operation 'signupUser'", 'Server.userException'),
      [],
      'REJECTED',
    ],
    ['the engine has no such action', fault("No such operation 'signupUser'", 'axis:Client'), [], 'REJECTED'],
  ])('is a rejection without another look where %s', async (_, refusal, faults, code) => {
    const panel = await start({ checkUser: [free], signupUser: [refusal] }, { faults });
    expect((await panel.run(CREATE, signup())).data).toMatchObject({
      createAccount: { userErrors: [{ code }] },
    });
    expect(panel.actions()).toEqual(['checkUser', 'signupUser']);
  });

  const noCheckUser = fault("No such operation 'checkUser'", 'axis:Client');

  it('is told all the same by a panel that has no checkUser', async () => {
    const panel = await start({
      checkUser: [noCheckUser],
      signupUser: [named(['signupId', '5'], ['accountId', '9'])],
    });
    expect((await panel.run(CREATE, signup())).data).toMatchObject({ createAccount: { signupId: '5' } });
  });

  it('is never settled by a login of which nobody knows whether it was free', async () => {
    const panel = await start({ checkUser: [noCheckUser, taken], signupUser: [null] });
    await panel.run(CREATE, signup());
    panel.outlastLeases();
    await panel.run(CREATE, signup());
    expect(panel.stateOf('k')).toBe('UNKNOWN');
    expect(panel.actions()).toEqual(['checkUser', 'signupUser']);
  });

  it('is not begun where the panel cannot say whether the login is free', async () => {
    const panel = await start({ checkUser: [null, fault('psoft.hsphere.DbException: down')] });
    expect((await panel.run(CREATE, signup())).data).toEqual({ createAccount: null });
    expect((await panel.run(CREATE, signup())).data).toEqual({ createAccount: null });
    expect(panel.actions()).toEqual(['checkUser', 'checkUser']);
    expect(panel.stateOf('k')).toBe('REJECTED');
  });
});

describe('what came of deleting an account', () => {
  const DELETE = `mutation { deleteAccount(input: { accountId: "hsphere:Account:7", idempotencyKey: "k" }) {
    deletedId userErrors { code } } }`;
  const there = answer('getQuota', '1');
  const gone = fault('psoft.hsphere.NotFoundException: gone');
  const faults = [{ exceptionClass: 'NotFoundException', code: 'NOT_FOUND' }];
  const listed = answer('getAccounts', '<item>7</item><item>8</item>');
  const unlisted = answer('getAccounts', '<item>8</item>');
  const unreadable = answer('getAccounts', '<item>8</item><item>x</item>');

  it.each([
    ['is still listed', [listed, listed], [there], { userErrors: [{ code: 'REJECTED' }] }],
    ['is listed no more', [listed, unlisted], [there], { deletedId: 'hsphere:Account:7', userErrors: [] }],
    ['has a quota still', [unlisted], [there, there], { userErrors: [{ code: 'REJECTED' }] }],
    ['has no quota any more', [unlisted], [there, gone], { deletedId: 'hsphere:Account:7', userErrors: [] }],
    ['is in a list that cannot be read', [listed, unreadable], [there], null],
    ['is in a list that is refused', [listed, gone], [there], null],
  ])(
    'is what can be seen where the panel refuses it and the account %s',
    async (_, lists, quotas, expected) => {
      const panel = await start(
        {
          getAccounts: lists,
          getQuota: quotas,
          deleteAccount: [fault('psoft.hsphere.MailException: no mail')],
        },
        { faults },
      );
      const { data } = await panel.run(DELETE);
      if (expected === null) expect(data).toEqual({ deleteAccount: null });
      else expect(data).toMatchObject({ deleteAccount: expected });
    },
  );

  it.each([
    ['rejected', { deleteAccount: { userErrors: [{ code: 'REJECTED' }] } }],
    ['unknown', { deleteAccount: null }],
  ])(
    'is what the settings say where the account could not be seen before: %s',
    async (unexplainedRefusals, data) => {
      const refused = fault('psoft.hsphere.DbException: down');
      const panel = await start(
        { getAccounts: [refused], getQuota: [refused], deleteAccount: [refused] },
        { unexplainedRefusals },
      );
      expect((await panel.run(DELETE)).data).toMatchObject(data);
    },
  );
});
