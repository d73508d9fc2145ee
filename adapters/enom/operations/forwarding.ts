import { operation } from '../../../src/operation/operation.js';
import { array, boolean, key, string, struct } from '../../../src/operation/shape.js';
import { domainParams, mailboxParams } from './domain-params.js';
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
