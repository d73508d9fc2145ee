import { operation } from '../../../src/operation/operation.js';
import {
  array,
  boolean,
  decimal,
  int,
  int64,
  key,
  optional,
  string,
  struct,
} from '../../../src/operation/shape.js';
import { domainMembers } from './domain-params.js';
import { catalogue, QUICK_START } from './reference.js';

const bundleId = int64('Number of the pak.');

export const purchaseServices = operation({
  method: 'PurchaseServices',
  group: 'email',
  description: 'Buys mailboxes for a domain. Each call buys anew.',
  effect: 'money',
  refusal: 'inconclusive',
  params: struct({
    service: string('The service that is bought.', { values: [{ value: 'pop3', meaning: 'email' }] }),
    ...domainMembers,
    quantity: int('How many, in the unit. What it means without a unit is told in two ways.', {
      min: 1,
      max: 999,
    }),
    quantityunit: string('Unit of the quantity; both are always sent.', {
      values: [
        { value: 'boxes', meaning: 'one mailbox' },
        { value: 'packs', meaning: 'ten mailboxes' },
      ],
    }),
    capacity: int('Storage of each mailbox: 1 or 10; newer pages have 10, 25 and 50.', {
      unit: 'GB',
      default: 1,
    }),
    billingperiod: string('What is paid for.', {
      values: [
        { value: 'month', meaning: 'one month' },
        { value: 'year', meaning: 'one year' },
      ],
      default: 'year',
    }),
    EndUserIP: optional(string('Address of the end user; required by newer pages, absent from the guide.')),
  }),
  result: struct({
    orderid: int64('Number of the order.'),
    OrderAmount: decimal('What it costs.'),
    BundleID: key(array(bundleId, 'Paks, in answers that have no element around them.', { assumed: true })),
    Bundles: key(array(struct({ BundleID: key(array(bundleId, 'Paks.')) }), 'What was bought.')),
  }),
  source: `${QUICK_START}, step 1; ${catalogue('PurchaseServices')}`,
  notes: 'A pak renews itself from the start.',
});

export const renewPopBundle = operation({
  method: 'RenewPOPBundle',
  group: 'email',
  description: 'Prolongs an email pak. Each call prolongs anew.',
  effect: 'money',
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
  refusal: 'inconclusive',
  params: struct({
    ...domainMembers,
    BundleID: bundleId,
    AutoPakRenew: boolean('It is renewed by itself.'),
  }),
  result: struct({ PakUpdated: int64('The pak.'), AutoPakRenew: boolean('As it is now.') }),
  source: `${QUICK_START}, step 2; ${catalogue('SetPakRenew')}`,
});
