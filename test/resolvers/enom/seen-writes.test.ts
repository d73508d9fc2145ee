import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { afterwards } from '../../../src/sandbox/misbehaviour.js';
import {
  closeEnomWrites,
  type EnomWrites,
  LOST_AFTER_THE_WORK,
  LOST_INSTEAD_OF_THE_WORK,
  startEnomWrites,
} from './write-gateway.js';

let enom: EnomWrites;
beforeEach(async () => {
  enom = await startEnomWrites();
});
afterEach(closeEnomWrites);

interface Case {
  readonly mutation: string;
  readonly input: string;
  readonly command: string;
  readonly selection: string;
  /** What the selection tells once it has happened. */
  readonly told: Readonly<Record<string, unknown>>;
  readonly money?: true;
}

const DOMAIN = 'domainId: "enom:Domain:nordlicht.example"';
const BUNDLE = 'emailBundleId: "enom:EmailBundle:neuland.example~1004402"';
const MAILBOX = 'mailboxId: "enom:Mailbox:redaktion@nordlicht.example"';
const CASES: readonly Case[] = [
  {
    mutation: 'setDomainAutoRenew',
    input: `${DOMAIN}, autoRenew: false`,
    command: 'SetRenew',
    selection: 'domain { autoRenew }',
    told: { domain: { autoRenew: false } },
  },
  {
    mutation: 'setDomainCatchAll',
    input: `${DOMAIN}, forwardTo: "Alle@alpine-tours.example"`,
    command: 'SetCatchAll',
    selection: 'domain { catchAll }',
    told: { domain: { catchAll: 'Alle@alpine-tours.example' } },
  },
  {
    mutation: 'setDomainCatchAll',
    input: `${DOMAIN}, forwardTo: null`,
    command: 'SetCatchAll',
    selection: 'domain { catchAll }',
    told: { domain: { catchAll: null } },
  },
  {
    mutation: 'setEmailBundleAutoRenew',
    input: `${BUNDLE}, autoRenew: false`,
    command: 'SetPakRenew',
    selection: 'emailBundle { autoRenew }',
    told: { emailBundle: { autoRenew: false } },
  },
  {
    mutation: 'deleteEmailBundle',
    input: BUNDLE,
    command: 'DeletePOPPak',
    selection: 'deletedId',
    told: { deletedId: 'enom:EmailBundle:neuland.example~1004402' },
  },
  {
    mutation: 'renewEmailBundle',
    input: `${BUNDLE}, years: 2`,
    command: 'RenewPOPBundle',
    selection: 'emailBundle { id }',
    told: { emailBundle: { id: 'enom:EmailBundle:neuland.example~1004402' } },
    money: true,
  },
  {
    mutation: 'createMailbox',
    input:
      'bundleId: "enom:EmailBundle:neuland.example~1004402", address: "Jo@neuland.example", password: "geheim-12"',
    command: 'SetUpPOP3User',
    selection: 'mailbox { id login administrator }',
    told: { mailbox: { id: 'enom:Mailbox:Jo@neuland.example', login: 'Jo', administrator: false } },
  },
  {
    mutation: 'deleteMailbox',
    input: MAILBOX,
    command: 'DeletePOP3',
    selection: 'deletedId',
    told: { deletedId: 'enom:Mailbox:redaktion@nordlicht.example' },
  },
  {
    mutation: 'setMailboxAdministrator',
    input: `${MAILBOX}, administrator: true`,
    command: 'ModifyPOP3',
    selection: 'mailbox { administrator }',
    told: { mailbox: { administrator: true } },
  },
  {
    mutation: 'setMailboxForwarding',
    input: `${MAILBOX}, to: "jo@alpine-tours.example"`,
    command: 'SetPOPForwarding',
    selection: 'mailbox { forwarding { to } }',
    told: { mailbox: { forwarding: { to: ['jo@alpine-tours.example'] } } },
  },
];

const UNKNOWN = /nobody knows/i;
const send = ({ mutation, input, selection }: Case, key = 'k') =>
  enom.mutate(mutation, `${input}, idempotencyKey: "${key}"`, selection);
const sentOnce = (command: string) =>
  expect(enom.takeCalls().filter((call) => call === command)).toHaveLength(1);

describe.each(CASES)('$mutation { $input }', (written) => {
  const { command, told, money } = written;

  it('happens, and is told as it is afterwards', async () => {
    const { payload } = await send(written);
    expect(payload).toEqual({ ...told, userErrors: [], idempotencyKey: 'k' });
    expect(enom.takeExecuted()).toEqual([command]);
  });

  it.each(LOST_AFTER_THE_WORK)('is found out by reading when its answer is lost: %j', async (lost) => {
    enom.simulator.faults.next(command, lost);
    expect((await send(written)).payload).toMatchObject(told);
    expect((await send(written)).payload).toMatchObject(told);
    expect(enom.takeExecuted()).toEqual([command]);
    sentOnce(command);
  });

  it.each(LOST_INSTEAD_OF_THE_WORK)(
    'is unknown when it was lost itself, and not sent again: %j',
    async (lost) => {
      enom.simulator.faults.next(command, lost);
      expect((await send(written)).error).toMatch(UNKNOWN);
      enom.records.outlastLeases();
      const later = await send(written);
      if (money) expect(later.error).toMatch(UNKNOWN);
      // Long after, what is as it was did not happen.
      else expect(later.payload).toMatchObject({ userErrors: [{ code: 'REJECTED' }] });
      expect(enom.takeExecuted()).toEqual([]);
      sentOnce(command);
    },
  );

  it('is rejected when it was refused and all is as it was', async () => {
    enom.simulator.faults.next(command, { kind: 'fault', message: 'Something went wrong' });
    expect((await send(written)).payload).toMatchObject({
      userErrors: [{ code: 'REJECTED', native: { method: command, code: '699000' } }],
    });
    expect(enom.takeExecuted()).toEqual([]);
  });

  it('is not taken for a later write of the same that happened', async () => {
    enom.simulator.faults.next(command, { kind: 'drop' });
    expect((await send(written, 'lost')).error).toMatch(UNKNOWN);
    expect((await send(written, 'made')).payload).toMatchObject(told);
    enom.records.outlastLeases();
    expect((await send(written, 'lost')).error).toMatch(UNKNOWN);
    expect(enom.takeExecuted()).toEqual([command]);
  });

  it('is unknown when it was refused after the work and reading back fails', async () => {
    const { faults } = enom.simulator;
    faults.next(command, afterwards({ kind: 'fault', message: 'Something went wrong' }));
    for (const read of ['GetPOP3', 'GetRenew', 'GetCatchAll', 'GetPOPForwarding']) {
      faults.next(read, { kind: 'slow', ms: 0 });
      faults.next(read, { kind: 'drop' });
    }
    expect((await send(written)).error).toMatch(/reported an error, and nobody knows/);
    expect(enom.takeExecuted()).toEqual([command]);
  });
});
