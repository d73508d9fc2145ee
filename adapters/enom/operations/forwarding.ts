import { operation } from '../../../src/operation/operation.js';
import { array, boolean, key, optional, string, struct } from '../../../src/operation/shape.js';
import { domainMembers, domainParams, mailboxParams } from './domain-params.js';
import { catalogue } from './reference.js';

export const getCatchAll = operation({
  method: 'GetCatchAll',
  group: 'email',
  description: 'Where mail to addresses that do not exist at a domain goes.',
  effect: 'read',
  missIsFailure: true,
  params: domainParams,
  result: struct({ ForwardTo: string('Address.', { aliases: ['CatchAll'] }) }),
  source: catalogue('GetCatchAll'),
});

export const getPopForwarding = operation({
  method: 'GetPOPForwarding',
  group: 'email',
  description: 'Where the mail of one mailbox goes on to.',
  effect: 'read',
  missIsFailure: true,
  params: mailboxParams,
  result: struct({
    popforwarding: key(
      array(
        struct({
          forwardto: string('Address; empty where nothing is forwarded.'),
          active: boolean('The forwarding is on.'),
        }),
        'Forwardings of the mailbox.',
      ),
    ),
  }),
  source: catalogue('GetPOPForwarding'),
  notes: 'Does not tell whether the mailbox keeps a copy.',
});

export const setCatchAll = operation({
  method: 'SetCatchAll',
  group: 'email',
  description: 'Sets where mail to addresses that do not exist at a domain goes.',
  effect: 'idempotentWrite',
  refusal: 'inconclusive',
  params: struct({
    ...domainMembers,
    ForwardTo: string('Address; empty clears it.', { maxLength: 130 }),
  }),
  result: struct({ ForwardTo: string('Address, as it is now.', { aliases: ['CatchAll'] }) }),
  source: catalogue('SetCatchAll'),
  notes: 'That an empty address clears it is assumed.',
});

export const setPopForwarding = operation({
  method: 'SetPOPForwarding',
  group: 'email',
  description: 'Sets or removes the forwarding of one mailbox.',
  effect: 'idempotentWrite',
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
  result: struct({}),
  source: catalogue('SetPOPForwarding'),
});
