import { operation } from '../../../src/operation/operation.js';
import {
  array,
  dateTime,
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

const bundleIds = key(array(int64('Number of the pak.'), 'Paks.'));

export const boughtBundle = struct(
  {
    ActionType: string('What was done: `Create` or `Renew`.'),
    BundleID: bundleIds,
    VasItemID: int64('Number of the pak as an order item.'),
    DomainName: string('Domain.'),
    Capacity: int('Storage of each mailbox.', { unit: 'GB' }),
    Period: int('How many periods.'),
    BillingPeriod: string('What a period is: `month` or `year`.'),
    ExpDate: dateTime('When it ends.'),
    Quantity: int('Mailboxes of this pak.'),
    TotalQuantity: int('Mailboxes of all paks of the domain.'),
  },
  'What was bought.',
);

// Without an owner: a renewal names its pak, whose domain may be another one.
export const purchaseServices = operation({
  method: 'PurchaseServices',
  group: 'email',
  description: 'Buys mailboxes for a domain, or prolongs them. Each call buys anew.',
  effect: 'money',
  refusal: 'inconclusive',
  params: struct({
    service: string('The service that is bought.', {
      values: [
        { value: 'pop3', meaning: 'email' },
        { value: 'MAILBOX', meaning: 'email, as newer pages call it' },
      ],
    }),
    ...domainMembers,
    quantity: int('How many, in the unit. What it means without a unit is told in two ways.', {
      min: 1,
      max: 999,
    }),
    quantityunit: string('Unit of the quantity.', {
      values: [
        { value: 'boxes', meaning: 'one mailbox' },
        { value: 'packs', meaning: 'ten mailboxes' },
      ],
    }),
    capacity: optional(
      int('Storage of each mailbox: 1 or 10; newer pages have 10, 25 and 50.', { unit: 'GB', default: 1 }),
    ),
    billingperiod: optional(
      string('What is paid for.', {
        values: [
          { value: 'month', meaning: 'one month' },
          { value: 'year', meaning: 'one year' },
        ],
        default: 'year',
      }),
    ),
    TimeUnit: optional(
      string('Newer name of `billingperiod`.', {
        values: [
          { value: 'Month', meaning: 'months' },
          { value: 'Year', meaning: 'years' },
        ],
        default: 'Year',
      }),
    ),
    TimeQuantity: optional(int('How many periods.', { min: 1, max: 12, default: 1 })),
    ActionType: optional(
      string('What is to be done.', {
        values: [
          { value: 'Create', meaning: 'mailboxes are bought' },
          { value: 'Renew', meaning: 'the pak of `ProductID` is prolonged' },
        ],
        default: 'Create',
      }),
    ),
    ProductID: optional(int64('Number of the pak that is prolonged.')),
    EndUserIP: optional(string('Address of the end user; required by newer pages, absent from the guide.')),
  }),
  result: struct({
    Version: optional(string('Version of the mail service.')),
    orderid: int64('Number of the order.'),
    OrderAmount: decimal('What it costs.', { unit: 'USD' }),
    BundleID: key(
      array(int64('Number of the pak.'), 'Paks, in answers that have no element around them.', {
        assumed: true,
      }),
    ),
    Bundles: key(array(boughtBundle, 'What was bought.')),
    BundleCount: optional(int('How many paks.')),
  }),
  source: `${QUICK_START}, step 1; ${catalogue('PurchaseServices')}`,
  notes:
    'A pak renews itself from the start. The guide has quantity default to 10 mailboxes and the catalogue its unit to packs, so that neither may be left out here.',
});
