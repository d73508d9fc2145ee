import {
  array,
  boolean,
  dateTime,
  int,
  int64,
  key,
  optional,
  string,
  struct,
} from '../../../src/operation/shape.js';

const attribute = (what: string) => string(`${what}; an attribute.`);

export const domainNameShape = struct(
  {
    '#text': string('Name.'),
    sld: attribute('Registered label'),
    tld: attribute('What it was registered under'),
    domainnameid: int64('Number of the domain; an attribute.'),
  },
  'A domain by its name.',
);

export const domainStatusShape = struct(
  {
    expiration: dateTime('When the registration ends.'),
    deletebydate: dateTime('By when it has to be deleted to be free of charge.'),
    deletetype: string('What kind of deletion is possible.'),
    restorable: boolean('It could be restored after it was deleted.'),
    renewbeforeexpiration: string('Whether it has to be renewed before it ends.'),
    registrar: string('Registrar.'),
    registrationstatus: string('State of the registration.', {
      open: true,
      values: [
        { value: 'Registered', meaning: 'registered' },
        { value: 'Expired', meaning: 'expired' },
      ],
    }),
    'purchase-status': string('Whether it is paid for.'),
    'belongs-to': struct(
      { '#text': string('Login of the account.'), 'party-id': attribute('Number of the account') },
      'Account that has it.',
    ),
    escrowhold: string('Whether it is held in escrow.'),
    escrowliftdate: dateTime('Until when it is held in escrow.'),
    auctionhold: boolean('It is held for an auction.'),
    auctionliftdate: dateTime('Until when it is held for an auction.'),
  },
  'State of the registration.',
);

const host = struct(
  {
    name: string('Host: `www`, `@`, `*`.'),
    type: string('Type of the record.'),
    address: string('What it points to.'),
    mxpref: int('Preference, of MX records.'),
    iseditable: boolean('It may be changed.'),
  },
  'A host record.',
);

export const nameServers = key(array(string('Host name.'), 'Name servers.'));

export const serviceEntry = struct(
  {
    name: string('Which service: `dnsserver`, `dnssettings`, `emailset`, `wpps` …; an attribute.'),
    enomDNS: optional(
      struct(
        {
          value: attribute('`YES`, `NO` or `NA`'),
          isDotName: boolean('It is of the domain `.name`; an attribute.'),
        },
        'Whether the provider’s name servers are used.',
      ),
    ),
    service: int('Kind of the service.', {
      values: [
        { value: 1006, meaning: 'the provider’s name servers' },
        { value: 1012, meaning: 'own name servers' },
        { value: 1021, meaning: 'host records' },
        { value: 1048, meaning: 'no email' },
        { value: 1051, meaning: 'email is forwarded' },
        { value: 1054, meaning: 'own mail server, by name' },
        { value: 1060, meaning: 'website builder' },
        { value: 1105, meaning: 'own mail server, by address' },
        { value: 1114, meaning: 'mailboxes and forwarding' },
        { value: 1120, meaning: 'contact data are hidden' },
        { value: 1123, meaning: 'contact data are visible' },
      ],
      open: true,
    }),
    configuration: optional(
      struct(
        {
          type: attribute('`dns` or `host`'),
          changable: boolean('It may be changed; an attribute, in the service’s spelling.'),
          dns: nameServers,
          host: key(array(host, 'Host records.')),
        },
        'What it is set to.',
      ),
    ),
    irtpsetting: optional(
      struct(
        {
          icanncompliant: boolean('The rules of ICANN on transfers hold.'),
          optout: boolean('It is exempt from the lock after a change of its owner.'),
          transferlock: boolean('It is locked against transfers.'),
          transferlockexpdate: dateTime('Until when.'),
        },
        'Transfers to other registrars.',
      ),
    ),
  },
  'A service of the domain.',
);
