import { byId, type RequestExample } from './request-example.js';

const change = (id: string, body: Readonly<Record<string, unknown>>): RequestExample => ({
  ...byId(id),
  body,
});

const PASSWORD = 'Leuchtturm-42';
const CONTACT = {
  firstName: 'Ada',
  lastName: 'Neu',
  companyName: 'Neu AG',
  email: 'ada@neu.example',
  phone: { countryCode: '49', areaCode: '40', number: '66969100' },
  address: { street: 'Weg', houseNumber: '1', postalCode: '24103', city: 'Kiel', state: 'SH', country: 'DE' },
};

const ACCOUNT = 'poa:Account:1000005';
const SUBSCRIPTION = 'poa:Subscription:2000013';
const DOMAIN = 'poa:Domain:bakewell.example';
const USER = 'poa:ServiceUser:4000005';
const MAILBOX = 'poa:Mailbox:5000001';
const BUNDLE = 'enom:EmailBundle:neuland.example~1004402';
const BILLED = 'hsphere:Account:5012';
const PACKAGE = 'mspc:Package:17';

/** Of changes. Each goes through on its own; after some of them others no longer do. */
export const CHANGE_EXAMPLES: Readonly<Record<string, RequestExample>> = {
  CreateAccount: {
    body: {
      backend: 'mspc',
      login: 'adaneu',
      password: PASSWORD,
      parentId: 'mspc:Account:3',
      contact: { firstName: 'Ada', lastName: 'Neu', email: 'ada@neu.example' },
    },
  },
  UpdateAccount: change('mspc:Account:12', { comments: 'Pays by invoice', htmlMail: true }),
  UpdateAccountContact: change(ACCOUNT, { contact: { address: { city: 'Kiel' } } }),
  ChangeAccountStatus: change('mspc:Account:12', { status: 'SUSPENDED' }),
  SuspendAccount: change(BILLED, { reason: 'The invoice of October is unpaid.' }),
  ResumeAccount: byId(ACCOUNT),
  PromoteToReseller: byId(ACCOUNT),
  SetAccountPassword: change(ACCOUNT, { login: 'nordlicht', password: PASSWORD }),
  DeleteAccount: byId(ACCOUNT),
  AddAccountMember: change(ACCOUNT, { login: 'adaneu', password: PASSWORD, contact: CONTACT }),
  UpdateAccountMember: {
    parameters: { id: ACCOUNT, login: 'nordlicht' },
    body: { password: PASSWORD, contact: CONTACT },
  },
  RemoveAccountMember: { parameters: { id: ACCOUNT, login: 'nordlicht-buchhaltung' } },

  AddCredit: change(BILLED, { amount: '12.50', description: 'Goodwill' }),
  AddOneTimeDebit: change(BILLED, { amount: '49.00', description: 'Setting up the shop' }),
  AddMonthlyDebit: change(BILLED, {
    amount: '19.90',
    description: 'Care of the shop',
    durationMonths: 12,
    frequencyMonths: 1,
    startOn: 'FIRST_OF_MONTH_PRORATED',
  }),
  AddBillingPeriodDebit: change(BILLED, { amount: '4.90', description: 'Backups' }),

  EnableDnsHosting: change('poa:Domain:tarts.example', {}),
  DisableDnsHosting: byId(DOMAIN),
  CreateDnsRecord: change(DOMAIN, { host: 'www', type: 'A', data: '192.0.2.1', ttl: 300 }),
  // The one that the example above creates.
  DeleteDnsRecord: { parameters: { recordId: '1', backend: 'poa' } },

  AddDomain: { body: { subscriptionId: SUBSCRIPTION, name: 'neu.example' } },
  AddSubdomain: change(DOMAIN, { subscriptionId: SUBSCRIPTION, prefix: 'shop' }),
  RemoveDomain: byId(DOMAIN),
  EnableDomain: byId('poa:Domain:closed.bakewell.example'),
  DisableDomain: byId(DOMAIN),
  SetDomainRegistrarStatus: change(DOMAIN, { registrarStatus: 'REGISTERED' }),
  SetDomainAutoRenew: change('enom:Domain:nordlicht.example', { autoRenew: true }),
  SetDomainCatchAll: change('enom:Domain:nordlicht.example', { forwardTo: 'post@nordlicht.example' }),
  ImportCertificate: change(DOMAIN, {
    certificate: '-----BEGIN CERTIFICATE-----\n…\n-----END CERTIFICATE-----\n',
    privateKey: '-----BEGIN PRIVATE KEY-----\n…\n-----END PRIVATE KEY-----\n',
  }),
  BindDomainServices: { parameters: { id: 'poa:Domain:niemand.test', subscriptionId: SUBSCRIPTION } },
  UnbindDomainServices: { parameters: { id: DOMAIN, subscriptionId: SUBSCRIPTION } },
  RequestDomain: change(SUBSCRIPTION, { name: 'wollen.example' }),
  CancelDomainRequest: { parameters: { id: 'poa:Subscription:2000005', name: 'wunsch.example' } },

  PurchaseEmailBundle: {
    body: { backend: 'enom', domain: 'alpine-tours.example', quantity: 5, billingPeriod: 'YEAR' },
  },
  RenewEmailBundle: change(BUNDLE, { years: 1 }),
  SetEmailBundleAutoRenew: change(BUNDLE, { autoRenew: false }),
  DeleteEmailBundle: byId(BUNDLE),

  CreateHostingPlan: {
    body: {
      accountId: 'mspc:Account:3',
      name: 'Web Klein',
      packageId: 'mspc:Package:2',
      groups: [{ groupId: 1 }],
      quotas: [{ quotaId: 52, value: '5120' }],
    },
  },
  UpdateHostingPlan: change('mspc:HostingPlan:11', { description: 'Ten sites' }),
  DeleteHostingPlan: byId('mspc:HostingPlan:17'),

  CreateMailbox: { body: { bundleId: BUNDLE, address: 'neu@neuland.example', password: PASSWORD } },
  UpdateMailbox: change(MAILBOX, { alias: 'buero', sizeLimitKiB: '4194304', protocols: { pop3: true } }),
  SetMailboxPassword: change(MAILBOX, { password: PASSWORD }),
  SetMailboxForwarding: change(MAILBOX, { to: 'ada@neu.example' }),
  SetMailboxAdministrator: change('enom:Mailbox:redaktion@nordlicht.example', { administrator: true }),
  SetMailboxPrimaryAddress: change(MAILBOX, { address: 'info@alpine-tours.example' }),
  AddMailboxAddresses: change(MAILBOX, { addresses: ['neu@alpine-tours.example'] }),
  RemoveMailboxAddresses: { parameters: { id: MAILBOX, address: ['info@alpine-tours.example'] } },
  MoveMailboxes: { body: { mailboxIds: [MAILBOX], storeId: 'poa:MailboxStore:8000005' } },
  DeleteMailbox: byId(MAILBOX),

  CreatePackage: {
    body: {
      accountId: 'mspc:Account:12',
      planId: 'mspc:HostingPlan:11',
      name: 'Shop',
      purchasedAt: '2026-03-01T09:30:00Z',
    },
  },
  UpdatePackage: change(PACKAGE, { name: 'Web Pro 2', comments: 'With the shop' }),
  RenamePackage: change(PACKAGE, { name: 'Web Pro 2' }),
  ChangePackageStatus: change(PACKAGE, { status: 'SUSPENDED' }),
  DeletePackage: byId('mspc:Package:18'),
  AddPackageAddon: change(PACKAGE, { planId: 'mspc:HostingPlan:15', quantity: 1 }),
  UpdatePackageAddon: change('mspc:PackageAddon:1', { comments: 'Until the end of the year' }),
  DeletePackageAddon: byId('mspc:PackageAddon:1'),

  CreateServiceUser: {
    body: {
      subscriptionId: 'poa:Subscription:2000006',
      login: 'ada@alpine-tours.example',
      password: PASSWORD,
      properties: [{ name: 'display_name', value: 'Ada Neu' }],
    },
  },
  UpdateServiceUser: change(USER, { properties: [{ name: 'city', value: 'Leith' }] }),
  SetServiceUserPassword: change(USER, { password: PASSWORD }),
  EnableServiceUser: byId(USER),
  DisableServiceUser: byId('poa:ServiceUser:4000001'),
  DeleteServiceUser: byId(USER),

  CreateSubscription: {
    body: { accountId: 'poa:Account:1000015', planId: 'poa:HostingPlan:13', name: 'Neu' },
  },
  RenameSubscription: change(SUBSCRIPTION, { name: 'Backstube' }),
  ChangeSubscriptionPlan: change(SUBSCRIPTION, { planId: 'poa:HostingPlan:14' }),
  SetResourceLimits: change(SUBSCRIPTION, { limits: [{ resourceTypeId: 901, limit: '99999999999' }] }),
  SuspendSubscription: byId(SUBSCRIPTION),
  ResumeSubscription: byId('poa:Subscription:2000009'),
  DeleteSubscription: byId(SUBSCRIPTION),
  SuspendSubscriptions: { body: { subscriptionIds: [SUBSCRIPTION, 'poa:Subscription:2000005'] } },
  ResumeSubscriptions: { body: { subscriptionIds: ['poa:Subscription:2000009'] } },
};
