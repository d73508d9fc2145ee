import type { CallerName } from '../support/scoped.js';

type Ids = Readonly<Record<string, string>>;

/** Objects of one backend, by what members of inputs are called that name them: `parentDomainId` names a domain. */
export interface Objects {
  readonly ids: Ids;
  /** Domain that names and addresses of inputs are in. */
  readonly domain: string;
}

/** What the customer has; plans, which customers do not sell, are its reseller's. */
export const CUSTOMERS: Readonly<Record<string, Objects>> = {
  poa: {
    domain: 'alpine-tours.example',
    ids: {
      account: 'poa:Account:1000006',
      parent: 'poa:Account:1000006',
      subscription: 'poa:Subscription:2000006',
      domain: 'poa:Domain:alpine-tours.example',
      serviceUser: 'poa:ServiceUser:4000001',
      mailbox: 'poa:Mailbox:5000001',
      plan: 'poa:HostingPlan:16',
      store: 'poa:MailboxStore:8000001',
    },
  },
  mspc: {
    domain: 'alpine-tours.example',
    ids: {
      account: 'mspc:Account:12',
      parent: 'mspc:Account:12',
      package: 'mspc:Package:17',
      addon: 'mspc:PackageAddon:1',
      plan: 'mspc:HostingPlan:11',
    },
  },
  hsphere: { domain: 'alpine-tours.example', ids: { account: 'hsphere:Account:5013' } },
  enom: {
    domain: 'nordlicht.example',
    ids: {
      domain: 'enom:Domain:nordlicht.example',
      bundle: 'enom:EmailBundle:nordlicht.example~1004279',
      mailbox: 'enom:Mailbox:redaktion@nordlicht.example',
    },
  },
};

/** What is not the reseller's, under the same names. */
export const OTHERS: Readonly<Record<string, Objects>> = {
  poa: {
    domain: 'lizi.example',
    ids: {
      account: 'poa:Account:1000010',
      parent: 'poa:Account:1000004',
      subscription: 'poa:Subscription:2000012',
      domain: 'poa:Domain:3000030',
      serviceUser: 'poa:ServiceUser:4000009',
      mailbox: 'poa:Mailbox:5000008',
      plan: 'poa:HostingPlan:13',
      store: 'poa:MailboxStore:8000002',
    },
  },
  mspc: {
    domain: 'bergbahn.example',
    ids: {
      account: 'mspc:Account:13',
      parent: 'mspc:Account:4',
      package: 'mspc:Package:19',
      addon: 'mspc:PackageAddon:99999',
      plan: 'mspc:HostingPlan:20',
    },
  },
  hsphere: { domain: 'bergbahn.example', ids: { account: 'hsphere:Account:5001' } },
  enom: {
    domain: 'bergbahn.example',
    ids: {
      domain: 'enom:Domain:bergbahn.example',
      // The number is that of a bundle of another domain behind the name of an own one.
      bundle: 'enom:EmailBundle:nordlicht.example~1003987',
      mailbox: 'enom:Mailbox:leitung@bergbahn.example',
    },
  },
};

/** The same again, of nobody. */
export const NOBODYS: Readonly<Record<string, Objects>> = {
  poa: {
    domain: 'not-there.example',
    ids: {
      account: 'poa:Account:1999999',
      parent: 'poa:Account:1999998',
      subscription: 'poa:Subscription:2999999',
      domain: 'poa:Domain:not-there.example',
      serviceUser: 'poa:ServiceUser:4999999',
      mailbox: 'poa:Mailbox:5999999',
      plan: 'poa:HostingPlan:999',
      store: 'poa:MailboxStore:8999999',
    },
  },
  mspc: {
    domain: 'not-there.example',
    ids: {
      account: 'mspc:Account:88888',
      parent: 'mspc:Account:88889',
      package: 'mspc:Package:88888',
      addon: 'mspc:PackageAddon:88888',
      plan: 'mspc:HostingPlan:88888',
    },
  },
  hsphere: { domain: 'not-there.example', ids: { account: 'hsphere:Account:588888' } },
  enom: {
    domain: 'not-there.example',
    ids: {
      domain: 'enom:Domain:not-there.example',
      bundle: 'enom:EmailBundle:not-there.example~1004279',
      mailbox: 'enom:Mailbox:nobody@nordlicht.example',
    },
  },
};

const WITHOUT_SCOPE = ['provider', 'native'] as const;
const SELLERS = ['reseller', ...WITHOUT_SCOPE] as const;
const OWNERS = ['customer', ...SELLERS] as const;

/** Who may make a change to what is the customer's; `backend mutation` where backends differ. */
const MAY_CHANGE: Readonly<Record<string, readonly CallerName[]>> = {
  // No call tells whose record it is.
  deleteDnsRecord: WITHOUT_SCOPE,
  // Stores are the provider's.
  moveMailboxes: WITHOUT_SCOPE,
  // Sign-ups are nobody's before they have an account.
  'hsphere createAccount': WITHOUT_SCOPE,
  // They go by a plan, which has to be the caller's own.
  createSubscription: SELLERS,
  changeSubscriptionPlan: SELLERS,
  createPackage: SELLERS,
  updatePackage: SELLERS,
  addPackageAddon: SELLERS,
  updatePackageAddon: SELLERS,
  updateHostingPlan: SELLERS,
  deleteHostingPlan: SELLERS,
};

export const mayChange = (backend: string, mutation: string): readonly CallerName[] =>
  MAY_CHANGE[`${backend} ${mutation}`] ?? MAY_CHANGE[mutation] ?? OWNERS;
