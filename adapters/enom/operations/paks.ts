import { operation } from '../../../src/operation/operation.js';
import { array, boolean, int, int64, key, optional, struct } from '../../../src/operation/shape.js';
import { domainMembers } from './domain-params.js';
import { ofDomain } from './owners.js';
import { catalogue, QUICK_START } from './reference.js';

const bundleId = int64('Number of the pak.');

export const purchasePopBundle = operation({
  method: 'PurchasePOPBundle',
  group: 'email',
  description: 'Buys email paks of ten mailboxes for a domain. Each call buys anew.',
  effect: 'money',
  refusal: 'inconclusive',
  params: struct({
    ...domainMembers,
    Quantity: int('How many packs of ten; the same name counts mailboxes or years elsewhere.', { min: 1 }),
  }),
  result: struct({
    orderid: int64('Number of the order.'),
    Bundles: struct({ BundleID: key(array(bundleId, 'Paks.')) }, 'What was bought.'),
    BundleCount: int('How many paks.'),
  }),
  owner: ofDomain,
  source: catalogue('PurchasePOPBundle'),
});

// Those below have no owner: a pak is named beside the domain.

export const renewPopBundle = operation({
  method: 'RenewPOPBundle',
  group: 'email',
  description: 'Prolongs an email pak. Each call prolongs anew.',
  effect: 'money',
  changes: [{ type: 'EmailBundle' }],
  refusal: 'inconclusive',
  params: struct({
    ...domainMembers,
    PakID: bundleId,
    Quantity: int('For how long; the same name counts mailboxes or packs elsewhere.', {
      unit: 'years',
      min: 1,
    }),
  }),
  result: struct({ orderid: int64('Number of the order; not in all answers.') }),
  source: catalogue('RenewPOPBundle'),
});

export const deletePopPak = operation({
  method: 'DeletePOPPak',
  group: 'email',
  description: 'Removes an email pak, which must have no users. Final.',
  effect: 'write',
  changes: [{ type: 'Mailbox' }, { type: 'EmailBundle' }],
  destructive: true,
  refusal: 'inconclusive',
  params: struct({ ...domainMembers, BundleID: bundleId }),
  result: struct({}),
  source: catalogue('DeletePOPPak'),
});

export const setPakRenew = operation({
  method: 'SetPakRenew',
  group: 'email',
  description: 'Sets whether an email pak is renewed by itself.',
  effect: 'idempotentWrite',
  changes: [{ type: 'EmailBundle' }],
  refusal: 'inconclusive',
  params: struct(
    {
      sld: optional(domainMembers.sld),
      tld: optional(domainMembers.tld),
      DomainNameID: optional(int64('Number of the domain, in place of its name.')),
      BundleID: bundleId,
      AutoPakRenew: boolean('It is renewed by itself.'),
    },
    '',
    { constraints: [{ rule: 'exactlyOneSet', sets: [['sld', 'tld'], ['DomainNameID']] }] },
  ),
  result: struct({ PakUpdated: int64('The pak.'), AutoPakRenew: boolean('As it is now.') }),
  source: `${QUICK_START}, step 2; ${catalogue('SetPakRenew')}`,
});
