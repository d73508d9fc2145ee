import { operation } from '../../../src/operation/operation.js';
import {
  array,
  boolean,
  dateTime,
  decimal,
  int,
  key,
  optional,
  string,
  struct,
} from '../../../src/operation/shape.js';
import { domainMembers } from './domain-params.js';
import { catalogue } from './reference.js';
import { rrpCode, rrpText } from './rrp.js';

/** One name of the first version; the names stand beside each other, numbered or not. */
const checkedName = struct(
  {
    Domain: string('Name.', { aliases: ['DomainName'] }),
    RRPCode: rrpCode,
    RRPText: rrpText,
    IsPremiumName: optional(boolean('It costs more than others.')),
    PremiumPrice: optional(decimal('What it costs a year then.', { unit: 'USD' })),
  },
  'A name.',
);

const prices = struct(
  {
    Currency: string('Currency; US dollars where it is empty.'),
    Registration: decimal('Price of the registration.'),
    Renewal: decimal('Price of a renewal.'),
    Restore: decimal('Price of a restoration.'),
    Transfer: decimal('Price of a transfer.'),
    ExpectedCustomerSuppliedPrice: decimal('Price that a purchase has to name.'),
  },
  'Prices.',
);
const properties = struct(
  {
    NativeSLD: string('Label in its own script.'),
    MinRegYear: int('Shortest registration.', { unit: 'years' }),
    MaxRegYear: int('Longest registration.', { unit: 'years' }),
    AbleToLock: boolean('It can be locked against transfers.'),
    ExtAttributes: boolean('Its registration takes further data.'),
    Transferable: boolean('It can be transferred.'),
    AllowWPPS: boolean('Its contact data can be hidden.'),
    TrademarkStart: dateTime('When owners of trade marks come first, in Pacific time.'),
    TrademarkEnd: dateTime('Until when.'),
  },
  'What the registry allows.',
);
const earlyDay = struct(
  {
    Day: int('Day, from 1 to 7.'),
    Fee: decimal('Fee on that day.'),
    Open: boolean('It can be registered on that day.'),
    DateStart: dateTime('When it begins, in Pacific time.'),
    DateEnd: dateTime('When it ends, in Pacific time.'),
  },
  'A day of early access.',
);
/** One name of the second version. */
const describedName = struct(
  {
    Name: string('Name.'),
    RRPCode: rrpCode,
    RRPText: rrpText,
    IsPremium: boolean('It costs more than others.'),
    IsPlatinum: boolean('It is sold by the provider.'),
    IsEAP: boolean('It is sold early, at a fee.'),
    Prices: optional(prices),
    Properties: optional(properties),
    EAP: optional(
      struct(
        { CurrentDay: int('Day that it is now.'), Pricing: key(array(earlyDay, 'Days.')) },
        'Early access.',
      ),
    ),
  },
  'A name.',
);

export const check = operation({
  method: 'Check',
  group: 'domains',
  description: 'Whether names can be registered.',
  effect: 'read',
  params: struct(
    {
      sld: optional(domainMembers.sld),
      tld: optional(string('What it would be registered under; `*` for the usual ones.')),
      DomainList: optional(string('Up to 30 names, joined by commas; first version only.')),
      TLDList: optional(
        string('Up to 30 of what it would be registered under, joined by commas; first version only.'),
      ),
      Version: optional(
        int('Form of the answer.', {
          default: 1,
          values: [
            { value: 1, meaning: 'names and codes' },
            { value: 2, meaning: 'one name, with what is asked for by the flags' },
          ],
        }),
      ),
      IncludePrice: optional(boolean('Prices are told; second version only.', { default: false })),
      IncludeProperties: optional(
        boolean('What the registry allows is told; second version only.', { default: false }),
      ),
      IncludeEAP: optional(boolean('Early access is told; second version only.', { default: false })),
    },
    '',
    {
      constraints: [{ rule: 'exactlyOneSet', sets: [['sld', 'tld'], ['sld', 'TLDList'], ['DomainList']] }],
    },
  ),
  result: struct({
    names: key(array(checkedName, 'Names, of the first version.', { itemName: '' })),
    Domains: key(array(describedName, 'Names, of the second version.', { itemName: 'Domain' })),
    DomainCount: optional(int('How many names were looked at, of a list.')),
  }),
  source: catalogue('Check'),
});
