import { operation } from '../../../src/operation/operation.js';
import { boolean, optional, struct } from '../../../src/operation/shape.js';
import { domainMembers, domainParams } from './domain-params.js';
import { ofDomain } from './owners.js';
import { catalogue } from './reference.js';

export const getRenew = operation({
  method: 'GetRenew',
  group: 'domains',
  description: 'What of a domain is renewed by itself. Refuses expired domains.',
  effect: 'read',
  shows: [{ type: 'Domain' }],
  missIsFailure: true,
  params: domainParams,
  result: struct({
    'auto-renew': boolean('The domain is renewed by itself.', { aliases: ['RenewName'] }),
    AutoPakRenew: boolean('All its email paks are.'),
    PakExist: boolean('It has email paks.'),
    EmailForwardRenew: boolean('Forwarding of email is.'),
    EmailFwdExists: boolean('It has forwarding of email.'),
    URLForwardRenew: boolean('Forwarding of web addresses is.'),
    URLFwdExists: boolean('It has forwarding of web addresses.'),
    IDProtectRenew: boolean('The hiding of contact data is.'),
    IDProtectExists: boolean('Its contact data are hidden.'),
    MobilizerRenew: optional(boolean('The service for mobile pages is.')),
  }),
  owner: ofDomain,
  source: catalogue('GetRenew'),
});

export const setRenew = operation({
  method: 'SetRenew',
  group: 'domains',
  description: 'Sets whether a domain is renewed by itself. Refuses expired domains.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Domain' }],
  refusal: 'inconclusive',
  params: struct({
    ...domainMembers,
    RenewFlag: boolean('It is renewed by itself.'),
    AutoPakRenew: optional(boolean('All its email paks are, too; left out they stay as they are.')),
    EmailForwardRenew: optional(boolean('Forwarding of email is, too.')),
    URLForwardRenew: optional(boolean('Forwarding of web addresses is, too.')),
    WPPSRenew: optional(boolean('The hiding of contact data is, too.')),
  }),
  result: struct({
    RenewName: boolean('As it is now.'),
    AutoPakRenew: optional(boolean('As it is now; only where it was sent.')),
  }),
  owner: ofDomain,
  source: catalogue('SetRenew'),
  notes:
    'Later charges depend on it: a domain that renews itself is charged about a month before it expires.',
});
