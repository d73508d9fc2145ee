/** A mutation that succeeds on a fresh simulator of POA. */
export interface PoaMutation {
  readonly input: Readonly<Record<string, unknown>>;
  /** What of the payload is asked for, beside `userErrors` and `idempotencyKey`. */
  readonly selection: string;
  /** All calls that it makes when nothing of its payload is read, in their order. */
  readonly calls: readonly string[];
  /** The call whose lost answer leaves its outcome open. */
  readonly decisive: string;
  /** What the ledger has when it was carried out. */
  readonly changes: readonly string[];
  /** Whether reading back tells that it happened. */
  readonly settles: boolean;
}

/** Whoever finds this in an answer, a record or a log has found a leak. */
export const SECRET = 'hunter2-Geheimnis-äö';

const PHONE = { countryCode: '49', areaCode: '40', number: '66969100' };
export const CONTACT = {
  firstName: 'Ada',
  lastName: 'Neu',
  companyName: 'Neu AG',
  email: 'ada@example.org',
  phone: PHONE,
  address: { street: 'Weg', houseNumber: '1', postalCode: '24103', city: 'Kiel', state: 'SH', country: 'DE' },
};

const account = { accountId: 'poa:Account:1000005' };
const subscription = { subscriptionId: 'poa:Subscription:2000013' };
const domain = { domainId: 'poa:Domain:bakewell.example' };
const user = { serviceUserId: 'poa:ServiceUser:4000005' };
const mailbox = { mailboxId: 'poa:Mailbox:5000001' };

/** A mutation that is one call, which the ledger has by its name. */
const one = (
  method: string,
  input: PoaMutation['input'],
  selection: string,
  { reads = [], settles = true }: { readonly reads?: readonly string[]; readonly settles?: boolean } = {},
): PoaMutation => ({
  input,
  selection,
  calls: [...reads, method],
  decisive: method,
  changes: [method],
  settles,
});
const UNREADABLE = { settles: false };
const byName = { reads: ['pem.getDomainByName'] };
const byLogin = { reads: ['pem.getAccountMemberByLogin'] };

export const POA_MUTATIONS: Readonly<Record<string, PoaMutation>> = {
  createAccount: {
    input: { backend: 'poa', login: 'ada', password: SECRET, contact: CONTACT },
    selection: 'account { id } member { login account { id } }',
    calls: [
      'pem.getAccountMemberByLogin',
      'txn.Begin',
      'pem.addAccount',
      'pem.addAccountMember',
      'txn.Commit',
    ],
    decisive: 'txn.Commit',
    changes: ['pem.addAccount', 'pem.addAccountMember'],
    settles: true,
  },
  updateAccountContact: one(
    'pem.setAccountInfo',
    { ...account, contact: { address: { city: 'Kiel' } } },
    'account { id }',
    { reads: ['pem.getAccountInfo'] },
  ),
  suspendAccount: one('pem.disableAccount', account, 'account { id }', UNREADABLE),
  resumeAccount: one('pem.enableAccount', account, 'account { id }', UNREADABLE),
  promoteToReseller: one('pem.promoteToReseller', account, 'account { id }'),
  deleteAccount: one('pem.removeAccount', account, 'deletedId task { id }', {
    reads: ['pem.getAccountInfo'],
  }),
  setAccountPassword: one(
    'pem.setMemberPassword',
    { ...account, login: 'nordlicht', password: SECRET },
    'account { id }',
    { ...byLogin, settles: false },
  ),
  addAccountMember: one(
    'pem.addAccountMember',
    { ...account, login: 'ada', password: SECRET, contact: CONTACT },
    'member { login account { id } }',
    byLogin,
  ),
  updateAccountMember: {
    ...one(
      'pem.batchRequest',
      { ...account, login: 'nordlicht', password: SECRET, contact: CONTACT },
      'member { id login }',
      { ...byLogin, settles: false },
    ),
    changes: ['pem.setMemberInfo', 'pem.setMemberPassword'],
  },
  removeAccountMember: one(
    'pem.removeAccountMember',
    { ...account, login: 'nordlicht-buchhaltung' },
    'deletedId account { id }',
    byLogin,
  ),

  createSubscription: one(
    'pem.activateSubscription',
    { accountId: 'poa:Account:1000015', planId: 'poa:HostingPlan:13', name: 'Neu' },
    'subscription { id } task { id } provisionedResources { resourceTypeId }',
    { reads: ['pem.getAccountSubscriptions'] },
  ),
  renameSubscription: one(
    'pem.setSubscriptionName',
    { ...subscription, name: 'Anders' },
    'subscription { id }',
  ),
  suspendSubscription: one('pem.disableSubscription', subscription, 'subscription { id }'),
  resumeSubscription: one(
    'pem.enableSubscription',
    { subscriptionId: 'poa:Subscription:2000009' },
    'subscription { id }',
  ),
  deleteSubscription: one('pem.removeSubscription', subscription, 'deletedId', {
    reads: ['pem.getSubscription'],
  }),
  suspendSubscriptions: {
    ...one(
      'pem.batchRequest',
      { subscriptionIds: ['poa:Subscription:2000013', 'poa:Subscription:2000005'] },
      'subscriptions { id } task { id }',
    ),
    changes: ['pem.disableSubscription', 'pem.disableSubscription'],
  },
  changeSubscriptionPlan: one(
    'pem.upgradeSubscription',
    { ...subscription, planId: 'poa:HostingPlan:14' },
    'subscription { id } addedResourceTypeIds removedResourceTypeIds mappedResourceTypes { fromResourceTypeId toResourceTypeId }',
    { reads: ['pem.getSubscription'] },
  ),
  setResourceLimits: one(
    'pem.setResourceTypeLimits',
    { ...subscription, limits: [{ resourceTypeId: 901, limit: '99999999999' }] },
    'subscription { id }',
  ),

  addDomain: one('pem.addDomain', { ...subscription, name: 'Neu.Example' }, 'domain { id }', byName),
  addSubdomain: one(
    'pem.addSubdomain',
    { ...subscription, parentDomainId: 'poa:Domain:bakewell.example', prefix: 'shop' },
    'domain { id }',
    byName,
  ),
  removeDomain: one('pem.removeDomain', domain, 'deletedId', byName),
  enableDomain: one(
    'pem.enableDomain',
    { domainId: 'poa:Domain:closed.bakewell.example' },
    'domain { id }',
    byName,
  ),
  disableDomain: one('pem.disableDomain', domain, 'domain { id }', byName),
  setDomainRegistrarStatus: one(
    'pem.setDomainRegistrarStatus',
    { ...domain, registrarStatus: 'REGISTERED' },
    'domain { id }',
    UNREADABLE,
  ),
  bindDomainServices: one(
    'pem.bindServicesToDomain',
    { ...subscription, domainId: 'poa:Domain:niemand.test' },
    'domain { id }',
    { reads: ['pem.getDomainByName', 'pem.getDomainList'] },
  ),
  unbindDomainServices: one('pem.unbindServicesFromDomain', { ...subscription, ...domain }, 'domain { id }', {
    reads: ['pem.getDomainByName', 'pem.getDomainList'],
  }),
  enableDnsHosting: one(
    'pem.addDNSHosting',
    { domainId: 'poa:Domain:tarts.example' },
    'domain { id }',
    byName,
  ),
  disableDnsHosting: one('pem.removeDNSHosting', domain, 'domain { id }', byName),
  requestDomain: one(
    'pem.addDomainRequest',
    { ...subscription, name: 'wollen.example' },
    'subscription { id } nameServers zoneExisted',
  ),
  cancelDomainRequest: one(
    'pem.removeDomainRequest',
    { subscriptionId: 'poa:Subscription:2000005', name: 'wunsch.example' },
    'subscription { id }',
    { reads: ['pem.getNameServers'] },
  ),
  createDnsRecord: one(
    'pem.createDNSRecord',
    { ...domain, host: 'www', type: 'A', data: '192.0.2.1', ttl: 300 },
    'recordId domain { id }',
    UNREADABLE,
  ),
  importCertificate: one(
    'pem.importCertificate',
    { ...domain, certificate: 'PEM', privateKey: SECRET },
    'domain { id }',
    { ...byName, settles: false },
  ),

  createServiceUser: one(
    'pem.addUser',
    {
      subscriptionId: 'poa:Subscription:2000006',
      login: 'ada@alpine-tours.example',
      password: SECRET,
      properties: [{ name: 'phone', value: '44#131#4960606#' }],
    },
    'serviceUser { id }',
    { reads: ['pem.getUserByLogin'] },
  ),
  updateServiceUser: one(
    'pem.modifyUser',
    { ...user, login: 'empfang', properties: [{ name: 'city', value: 'Leith' }] },
    'serviceUser { id }',
  ),
  setServiceUserPassword: one(
    'pem.changeUserPassword',
    { ...user, password: SECRET },
    'serviceUser { id }',
    UNREADABLE,
  ),
  enableServiceUser: one('pem.enableUser', user, 'serviceUser { id }'),
  disableServiceUser: one(
    'pem.disableUser',
    { serviceUserId: 'poa:ServiceUser:4000001' },
    'serviceUser { id }',
  ),
  deleteServiceUser: one('pem.removeUser', user, 'deletedId', { reads: ['pem.getUserInfo'] }),

  createMailbox: one(
    'pem.exchange.addMailbox',
    {
      ...user,
      address: 'reception@alpine-tours.example',
      alias: 'reception',
      protocols: { owa: true, imap4: true },
      sizeLimitKiB: 1024,
      otherAddresses: ['desk@alpine-tours.example'],
    },
    'mailbox { id }',
    { reads: ['pem.exchange.getMailboxByEmailAddress'] },
  ),
  updateMailbox: one(
    'pem.exchange.modifyMailbox',
    { ...mailbox, alias: 'buero', protocols: { pop3: true }, sizeLimitKiB: '2048', showInAddressBook: false },
    'mailbox { id }',
  ),
  deleteMailbox: one('pem.exchange.removeMailbox', mailbox, 'deletedId', {
    reads: ['pem.exchange.getMailboxInfo'],
  }),
  setMailboxPassword: one('pem.changeUserPassword', { ...mailbox, password: SECRET }, 'mailbox { id }', {
    reads: ['pem.exchange.getMailboxInfo'],
    settles: false,
  }),
  setMailboxForwarding: one(
    'pem.exchange.enableForwarding',
    { ...mailbox, to: 'ada@example.org' },
    'mailbox { id }',
    UNREADABLE,
  ),
  addMailboxAddresses: one(
    'pem.exchange.addEmailAddresses',
    { ...mailbox, addresses: ['neu@alpine-tours.example'] },
    'mailbox { id }',
  ),
  removeMailboxAddresses: one(
    'pem.exchange.removeEmailAddresses',
    { ...mailbox, addresses: ['info@alpine-tours.example'] },
    'mailbox { id }',
  ),
  setMailboxPrimaryAddress: one(
    'pem.exchange.changePrimaryEmailAddress',
    { ...mailbox, address: 'info@alpine-tours.example' },
    'mailbox { id }',
  ),
  moveMailboxes: one(
    'pem.exchange.moveMailboxes',
    { mailboxIds: ['poa:Mailbox:5000001'], storeId: 'poa:MailboxStore:8000005' },
    'mailboxes { id } failures { mailboxId code reason }',
  ),
};

/** The text of a mutation with its input as a variable, and an alias of its own for the payload. */
export function mutationText(name: string, selection: string): string {
  const type = INPUT_TYPES[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${type}!) { payload: ${name}(input: $input) {
    ${selection} userErrors { code field message native { method code message } } idempotencyKey } }`;
}

/** Inputs that several mutations share. */
const INPUT_TYPES: Readonly<Record<string, string>> = {
  resumeAccount: 'AccountInput',
  promoteToReseller: 'AccountInput',
  deleteAccount: 'AccountInput',
  removeAccountMember: 'AccountMemberInput',
  suspendSubscription: 'SubscriptionInput',
  resumeSubscription: 'SubscriptionInput',
  deleteSubscription: 'SubscriptionInput',
  suspendSubscriptions: 'SubscriptionsInput',
  resumeSubscriptions: 'SubscriptionsInput',
  removeDomain: 'DomainInput',
  enableDomain: 'DomainInput',
  disableDomain: 'DomainInput',
  disableDnsHosting: 'DomainInput',
  bindDomainServices: 'DomainServicesInput',
  unbindDomainServices: 'DomainServicesInput',
  cancelDomainRequest: 'RequestDomainInput',
  enableServiceUser: 'ServiceUserInput',
  disableServiceUser: 'ServiceUserInput',
  deleteServiceUser: 'ServiceUserInput',
  deleteMailbox: 'MailboxInput',
  addMailboxAddresses: 'MailboxAddressesInput',
  removeMailboxAddresses: 'MailboxAddressesInput',
  setMailboxPrimaryAddress: 'MailboxPrimaryAddressInput',
};
