import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeEnomWrites, type EnomWrites, LOST_AFTER_THE_WORK, startEnomWrites } from './write-gateway.js';

let enom: EnomWrites;
beforeEach(async () => {
  enom = await startEnomWrites();
});
afterEach(closeEnomWrites);

const NEULAND = 'bundleId: "enom:EmailBundle:neuland.example~1004402"';
const IDA = 'mailboxId: "enom:Mailbox:IDA@nordlicht.example"';
const LOGIN = { uid: 'resellid', pw: '***', responsetype: 'xml', credentialsIn: 'body' };
const create = (input: string) =>
  enom.mutate('createMailbox', input, 'mailbox { id administrator forwarding { to } bundle { id } }');

describe('a new mailbox at eNom', () => {
  it('takes a place of its bundle; the domain is named as both documents name it', async () => {
    const { payload } = await create(
      `${NEULAND}, address: "Jo@neuland.example", password: "geheim&12", displayName: "Jo & Co", administrator: true, forwardTo: "jo@werft.example"`,
    );
    expect(payload).toMatchObject({
      mailbox: {
        id: 'enom:Mailbox:Jo@neuland.example',
        administrator: true,
        forwarding: { to: ['jo@werft.example'] },
        bundle: { id: 'enom:EmailBundle:neuland.example~1004402' },
      },
      userErrors: [],
    });
    expect(enom.lastParams('SetUpPOP3User')).toEqual({
      ...LOGIN,
      command: 'SetUpPOP3User',
      sld: 'neuland',
      tld: 'example',
      sld1: 'neuland',
      tld1: 'example',
      BundleID: '1004402',
      UserName1: 'Jo',
      Password1: '***',
      IsAdmin1: '1',
      DisplayName1: 'Jo & Co',
      ForwardTo1: 'jo@werft.example',
    });
  });

  it.each([
    ['bundleId: "enom:EmailBundle:neuland.example~1004402"', ['password']],
    ['bundleId: "enom:EmailBundle:nordlicht.example~1004279", password: "geheim-12"', ['address']],
    [`${NEULAND}, password: ""`, ['password']],
    [
      `${NEULAND}, password: "geheim-12", alias: "jo", skipInitialization: false`,
      ['alias', 'skipInitialization'],
    ],
    [`${NEULAND}, password: "geheim-12", protocols: { pop3: true }`, ['protocols']],
    [
      `${NEULAND}, password: "geheim-12", forwardTo: "${'x'.repeat(60)}@${'y'.repeat(60)}.${'z'.repeat(20)}.example"`,
      ['forwardTo'],
    ],
  ])('is refused before any call for { %s }', async (input, fields) => {
    const { payload } = await create(`${input}, address: "jo@neuland.example"`);
    expect(payload?.userErrors.map(({ code, field }) => [code, field])).toEqual(
      fields.map((field) => ['INVALID', ['input', field]]),
    );
    expect(enom.takeCalls()).toEqual([]);
  });

  it.each(['xJOANNAx-1', 'a-neuland.EXAMPLE-1'])(
    'is refused before any call for the password %j',
    async (password) => {
      const { payload } = await create(
        `${NEULAND}, address: "joanna@neuland.example", password: "${password}"`,
      );
      expect(payload?.userErrors).toMatchObject([{ code: 'WEAK_PASSWORD', field: ['input', 'password'] }]);
      expect(enom.takeCalls()).toEqual([]);
    },
  );

  it('is refused by the first look where there is one of that name in any case', async () => {
    const { payload } = await create(
      'bundleId: "enom:EmailBundle:nordlicht.example~1004279", address: "REDAKTION@nordlicht.example", password: "geheim-12"',
    );
    expect(payload?.userErrors).toMatchObject([{ code: 'TAKEN', field: ['input', 'address'] }]);
    expect(enom.takeCalls()).toEqual(['GetPOP3']);
  });

  it.each([
    ['spielplatz.example~1004371', 'QUOTA_EXCEEDED', '303271'],
    ['kaffeehaus.example~1003987', 'WRONG_STATE', '317391'],
    ['werft.example~1004402', 'INVALID', '304391'],
  ])('is data when the service refuses it in bundle %s', async (bundle, code, native) => {
    const domain = bundle.slice(0, bundle.indexOf('~'));
    const { payload } = await create(
      `bundleId: "enom:EmailBundle:${bundle}", address: "jo@${domain}", password: "geheim-12"`,
    );
    expect(payload).toMatchObject({ mailbox: null, userErrors: [{ code, native: { code: native } }] });
    expect(enom.takeExecuted()).toEqual([]);
  });

  it('is made although an error stands beside the count of those that were made', async () => {
    const { payload } = await create(
      'bundleId: "enom:EmailBundle:widerspruch.example~1004388", address: "jo@widerspruch.example", password: "geheim-12"',
    );
    expect(payload).toMatchObject({ mailbox: { id: 'enom:Mailbox:jo@widerspruch.example' }, userErrors: [] });
    expect(enom.takeExecuted()).toEqual(['SetUpPOP3User']);
  });
});

describe('changes to a mailbox at eNom', () => {
  it.each([
    ['to: "jo@werft.example"', { ForwardTo: 'jo@werft.example', Enable: '1', StatusFlags: '0' }],
    [
      'to: "jo@werft.example", keepCopy: false',
      { ForwardTo: 'jo@werft.example', Enable: '1', StatusFlags: '1' },
    ],
    ['to: null', { Enable: '0' }],
  ])('forward mail as documented for { %s }', async (input, params) => {
    await enom.mutate('setMailboxForwarding', `${IDA}, ${input}`);
    expect(enom.lastParams('SetPOPForwarding')).toEqual({
      ...LOGIN,
      command: 'SetPOPForwarding',
      sld: 'nordlicht',
      tld: 'example',
      UserName: 'IDA',
      EMail: 'nordlicht.example',
      ...params,
    });
  });

  it.each([
    ['setMailboxForwarding', IDA, 'to'],
    ['setDomainCatchAll', 'domainId: "enom:Domain:nordlicht.example"', 'forwardTo'],
  ])('take nothing away by %s where nothing was said', async (mutation, input, member) => {
    const { payload } = await enom.mutate(mutation, input);
    expect(payload?.userErrors).toEqual([
      {
        code: 'INVALID',
        message: `${member} must be given; null is none`,
        field: ['input', member],
        native: null,
      },
    ]);
    expect(enom.takeCalls()).toEqual([]);
  });

  it('name the target of a forwarding that they remove', async () => {
    await enom.mutate(
      'setMailboxForwarding',
      'mailboxId: "enom:Mailbox:kontakt@nordlicht.example", to: null',
    );
    expect(enom.lastParams('SetPOPForwarding')).toMatchObject({
      ForwardTo: 'empfang@alpine-tours.example',
      Enable: '0',
    });
  });

  it('name the bundle and the number of users, as the guide has it', async () => {
    await enom.mutate('setMailboxAdministrator', `${IDA}, administrator: false`);
    expect(enom.lastParams('ModifyPOP3')).toEqual({
      ...LOGIN,
      command: 'ModifyPOP3',
      sld: 'nordlicht',
      tld: 'example',
      BundleID: '1004279',
      EmailCount: '1',
      UserName1: 'IDA',
      IsAdmin1: '0',
    });
  });

  it.each([
    ['deleteMailbox', '', 'GetPOP3'],
    ['setMailboxAdministrator', ', administrator: true', 'GetPOP3'],
    ['setMailboxPassword', ', password: "geheim-12"', 'GetPOP3'],
    ['setMailboxForwarding', ', to: "a@werft.example"', 'GetPOPForwarding'],
  ])('are refused by the first look where %s finds no mailbox', async (mutation, more, look) => {
    const { payload } = await enom.mutate(
      mutation,
      `mailboxId: "enom:Mailbox:nobody@nordlicht.example"${more}`,
    );
    expect(payload?.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(enom.takeCalls()).toEqual([look]);
  });

  it.each(['updateMailbox', 'addMailboxAddresses', 'setMailboxPrimaryAddress'])(
    'are unsupported before any call where eNom has none for %s',
    async (mutation) => {
      const more = {
        addMailboxAddresses: 'addresses: ["a@b.example"]',
        setMailboxPrimaryAddress: 'address: "a@b.example"',
      };
      const { payload } = await enom.mutate(
        mutation,
        `${IDA}, ${more[mutation as keyof typeof more] ?? 'alias: "x"'}`,
      );
      expect(payload?.userErrors).toMatchObject([{ code: 'UNSUPPORTED' }]);
      expect(enom.takeCalls()).toEqual([]);
    },
  );
});

describe('a new password at eNom', () => {
  const set = (password: string, mailbox = IDA) =>
    enom.mutate(
      'setMailboxPassword',
      `${mailbox}, password: "${password}", idempotencyKey: "k"`,
      'mailbox { id }',
    );

  it('is set', async () => {
    expect((await set('geheim-12')).payload).toMatchObject({ userErrors: [] });
    expect(enom.lastParams('ModifyPOP3')).toMatchObject({
      EmailCount: '1',
      UserName1: 'IDA',
      Password1: '***',
    });
  });

  it.each([
    ['x'.repeat(51), 'INVALID'],
    ['12idA34', 'WEAK_PASSWORD'],
  ])('is refused before any call: %s', async (password, code) => {
    expect((await set(password)).payload?.userErrors).toMatchObject([{ code, field: ['input', 'password'] }]);
    expect(enom.takeCalls()).toEqual([]);
  });

  it('is data when the platform finds it too short', async () => {
    expect((await set('x1')).payload).toMatchObject({
      mailbox: null,
      userErrors: [{ code: 'WEAK_PASSWORD', native: { code: '306156' } }],
    });
    expect(enom.takeExecuted()).toEqual([]);
  });

  it.each(LOST_AFTER_THE_WORK)(
    'stays unknown without a conclusive answer, since none tells it: %j',
    async (lost) => {
      enom.simulator.faults.next('ModifyPOP3', lost);
      expect((await set('geheim-12')).error).toMatch(/nobody knows/i);
      enom.records.outlastLeases();
      expect((await set('geheim-12')).error).toMatch(/nobody knows/i);
      expect(enom.takeExecuted()).toEqual(['ModifyPOP3']);
    },
  );

  it('is unknown where the answer reports an error beside success', async () => {
    await create(
      'bundleId: "enom:EmailBundle:widerspruch.example~1004388", address: "jo@widerspruch.example", password: "geheim-12"',
    );
    const { error } = await set('anders-34', 'mailboxId: "enom:Mailbox:jo@widerspruch.example"');
    expect(error).toMatch(/reported an error, and nobody knows/);
  });
});
