import { operation } from '../../../src/operation/operation.js';
import { array, boolean, int, int64, key, optional, string, struct } from '../../../src/operation/shape.js';
import { domainMembers, domainParams, mailboxParams } from './domain-params.js';
import { ofDomain } from './owners.js';
import { catalogue } from './reference.js';

export const getCatchAll = operation({
  method: 'GetCatchAll',
  group: 'email',
  description: 'Where mail to addresses that do not exist at a domain goes.',
  effect: 'read',
  shows: [{ type: 'Mailbox' }],
  missIsFailure: true,
  params: domainParams,
  result: struct({
    ForwardTo: string('Address; empty where there is none.', { aliases: ['CatchAll'] }),
    Version: optional(string('Version of the mail service.')),
  }),
  owner: ofDomain,
  source: catalogue('GetCatchAll'),
});

export const forwardingRow = struct(
  {
    domainname: string('Domain.'),
    domainnameid: int64('Number of the domain.'),
    username: string('Local part of the address.'),
    forwardto: string('Address; empty where nothing is forwarded.'),
    active: boolean('The forwarding is on.'),
  },
  'A forwarding.',
);

export const getPopForwarding = operation({
  method: 'GetPOPForwarding',
  group: 'email',
  description: 'Where the mail of one mailbox goes on to.',
  effect: 'read',
  shows: [{ type: 'Mailbox' }],
  missIsFailure: true,
  params: mailboxParams,
  result: struct({
    popforwarding: key(array(forwardingRow, 'Forwardings of the mailbox.')),
    Count: optional(int('How many there are; older answers only.')),
  }),
  owner: ofDomain,
  source: catalogue('GetPOPForwarding'),
  notes: 'Does not tell whether the mailbox keeps a copy.',
});

export const setCatchAll = operation({
  method: 'SetCatchAll',
  group: 'email',
  description: 'Sets where mail to addresses that do not exist at a domain goes.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Mailbox' }],
  refusal: 'inconclusive',
  params: struct({
    ...domainMembers,
    ForwardTo: string('Address; empty clears it.', { maxLength: 130 }),
  }),
  result: struct({
    ForwardTo: string('Address, as it is now.', { aliases: ['CatchAll'] }),
    Version: optional(string('Version of the mail service.')),
  }),
  owner: ofDomain,
  source: catalogue('SetCatchAll'),
  notes: 'That an empty address clears it is assumed.',
});

// Without an owner: the domain is named twice.
export const setPopForwarding = operation({
  method: 'SetPOPForwarding',
  group: 'email',
  description: 'Sets or removes the forwarding of one mailbox.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Mailbox' }],
  refusal: 'inconclusive',
  params: struct({
    ...domainMembers,
    UserName: string('Local part of the address; at most 30 characters.'),
    EMail: string('The domain, SLD.TLD; at most 78 characters.'),
    ForwardTo: optional(string('Address; need not be one of the service’s.', { maxLength: 130 })),
    Enable: boolean('1 adds or changes, 0 removes.'),
    StatusFlags: optional(
      string('What happens to mail; absent, it stays in the mailbox alone.', {
        values: [
          { value: '0', meaning: 'the mailbox keeps a copy' },
          { value: '1', meaning: 'forwarded only' },
        ],
      }),
    ),
  }),
  result: struct({ DomainRRP: optional(string('What the registry processes it as; older answers only.')) }),
  source: catalogue('SetPOPForwarding'),
});
