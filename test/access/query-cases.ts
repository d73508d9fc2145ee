import type { CallerName } from '../support/scoped.js';

/** One way to ask a field of the root for something. */
export interface QueryCase {
  /** A selection with `$x` where the target stands. */
  readonly ask: string;
  readonly there: string;
  /** Something of the same form that there is not; left out for lists, which name no target. */
  readonly absent?: string;
  /** What an answer holds that shows the target; the target itself when left out. */
  readonly mark?: string;
  /** What is the customer's, its reseller sees, too, and whoever has no scope. */
  readonly seenBy?: readonly CallerName[];
}

const ALL_BUT_THE_CUSTOMER = ['reseller', 'provider', 'native'] as const;
const WITHOUT_SCOPE = ['provider', 'native'] as const;

const byId = (field: string, there: string, absent: string): QueryCase => ({
  ask: `${field}(id: "$x") { id }`,
  there,
  absent,
});

/** For each field of Query the ways to ask it, or what it is that it shows to everybody. */
export const QUERY_CASES: Readonly<Record<string, readonly QueryCase[] | { readonly open: string }>> = {
  account: [
    byId('account', 'poa:Account:1000006', 'poa:Account:1999999'),
    byId('account', 'mspc:Account:12', 'mspc:Account:99999'),
    byId('account', 'hsphere:Account:5013', 'hsphere:Account:599999'),
  ],
  accountByLogin: [
    {
      ask: 'accountByLogin(backend: "poa", login: "$x") { id }',
      there: 'alpine',
      absent: 'nobody-here',
      mark: 'poa:Account:1000006',
    },
    {
      ask: 'accountByLogin(backend: "mspc", login: "$x") { id contact { email } }',
      there: 'nordlicht',
      absent: 'nobody-here',
      mark: 'mspc:Account:12',
    },
  ],
  accountBySignup: [
    {
      ask: 'accountBySignup(backend: "hsphere", signupId: "$x") { id }',
      there: String(4_294_967_296 + 5013),
      absent: '4294999999',
      mark: 'hsphere:Account:5013',
    },
  ],
  accountMemberByLogin: [
    {
      ask: 'accountMemberByLogin(backend: "poa", login: "$x") { id login account { id } }',
      there: 'alpine',
      absent: 'nobody-here',
      mark: 'poa:Account:1000006',
    },
  ],
  accounts: [
    {
      ask: 'accounts(backend: "mspc", owner: "$x", recursive: true) { totalCount nodes { id } }',
      there: 'mspc:Account:3',
      absent: 'mspc:Account:99999',
      mark: 'mspc:Account:12',
      seenBy: ALL_BUT_THE_CUSTOMER,
    },
    {
      ask: 'accounts(backend: "mspc", recursive: true) { totalCount nodes { id } }',
      there: 'mspc:Account:12',
    },
    { ask: 'accounts(backend: "hsphere") { totalCount nodes { id } }', there: 'hsphere:Account:5013' },
  ],
  backends: { open: 'backends { name kind status }' },
  domain: [
    byId('domain', 'poa:Domain:alpine-tours.example', 'poa:Domain:not-there.example'),
    {
      ...byId('domain', 'poa:Domain:Alpine-Tours.EXAMPLE', 'poa:Domain:not-there.example'),
      mark: 'poa:Domain:alpine-tours.example',
    },
    {
      ...byId('domain', 'poa:Domain:3000006', 'poa:Domain:3999999'),
      mark: 'poa:Domain:alpine-tours.example',
    },
    byId('domain', 'enom:Domain:nordlicht.example', 'enom:Domain:not-there.example'),
  ],
  domains: [
    { ask: 'domains(backend: "enom") { totalCount nodes { id } }', there: 'enom:Domain:nordlicht.example' },
  ],
  domainsByName: [
    {
      ask: 'domainsByName(name: "$x") { id counterparts { id } emailBundles { id } }',
      there: 'alpine-tours.example',
      absent: 'not-there.example',
    },
    {
      ask: 'domainsByName(name: "$x") { id counterparts { id } emailBundles { id } }',
      there: 'nordlicht.example',
      absent: 'not-there.example',
      mark: 'enom:Domain:nordlicht.example',
    },
  ],
  emailBundle: [
    byId(
      'emailBundle',
      'enom:EmailBundle:nordlicht.example~1004279',
      'enom:EmailBundle:not-there.example~1004279',
    ),
  ],
  emailBundles: [
    {
      ask: 'emailBundles(domain: "$x") { id mailboxes { nodes { id } } }',
      there: 'nordlicht.example',
      absent: 'not-there.example',
    },
  ],
  emailExpirations: [
    {
      ask: 'emailExpirations(backend: "enom") { totalCount nodes { domainName bundle { id } } }',
      there: 'nordlicht.example',
    },
  ],
  hostingPlan: [
    {
      ...byId('hostingPlan', 'mspc:HostingPlan:11', 'mspc:HostingPlan:99999'),
      seenBy: ALL_BUT_THE_CUSTOMER,
    },
    { ...byId('hostingPlan', 'poa:HostingPlan:16', 'poa:HostingPlan:999'), seenBy: ALL_BUT_THE_CUSTOMER },
    { ...byId('hostingPlan', 'poa:HostingPlan:13', 'poa:HostingPlan:999'), seenBy: WITHOUT_SCOPE },
  ],
  loginAvailable: [
    ...['mspc', 'hsphere'].map((backend) => ({
      ask: `loginAvailable(backend: "${backend}", login: "$x")`,
      there: 'nordlicht',
      absent: 'nobody-here',
      mark: 'false',
      seenBy: WITHOUT_SCOPE,
    })),
    {
      ask: 'loginAvailable(backend: "poa", login: "$x")',
      there: 'alpine',
      absent: 'nobody-here',
      mark: 'false',
      seenBy: WITHOUT_SCOPE,
    },
  ],
  mailbox: [
    byId('mailbox', 'poa:Mailbox:5000001', 'poa:Mailbox:5999999'),
    byId('mailbox', 'enom:Mailbox:redaktion@nordlicht.example', 'enom:Mailbox:redaktion@not-there.example'),
  ],
  mailboxStores: [
    {
      ask: 'mailboxStores(backend: "$x") { id name }',
      there: 'poa',
      absent: 'mspc',
      mark: 'poa:MailboxStore:8000001',
      seenBy: WITHOUT_SCOPE,
    },
  ],
  mailboxesByAddress: [
    {
      ask: 'mailboxesByAddress(address: "$x") { id subscription { id } domain { id } }',
      there: 'office@alpine-tours.example',
      absent: 'office@not-there.example',
      mark: 'poa:Mailbox:5000001',
    },
    {
      ask: 'mailboxesByAddress(address: "$x") { id }',
      there: 'redaktion@nordlicht.example',
      absent: 'redaktion@not-there.example',
    },
  ],
  node: [
    byId('node', 'poa:Subscription:2000006', 'poa:Subscription:2999999'),
    byId('node', 'poa:ServiceUser:4000001', 'poa:ServiceUser:4999999'),
    byId('node', 'mspc:PackageAddon:1', 'mspc:PackageAddon:99999'),
    { ...byId('node', 'poa:MailboxStore:8000001', 'poa:MailboxStore:8999999'), seenBy: WITHOUT_SCOPE },
  ],
  nodes: [
    {
      ask: 'nodes(ids: ["$x", "$x"]) { id ... on Subscription { account { id } domains { nodes { id } } } }',
      there: 'poa:Subscription:2000006',
      absent: 'poa:Subscription:2999999',
    },
  ],
  package: [byId('package', 'mspc:Package:17', 'mspc:Package:99999')],
  serviceUserByLogin: [
    {
      ask: 'serviceUserByLogin(backend: "poa", login: "$x") { id subscription { id } mailbox { id } }',
      there: 'office@alpine-tours.example',
      absent: 'nobody-here',
      mark: 'poa:ServiceUser:4000001',
    },
  ],
  subscription: [byId('subscription', 'poa:Subscription:2000006', 'poa:Subscription:2999999')],
  task: [
    {
      ask: 'task(id: "poa:Task:$x") { id state messages }',
      there: 'seed-running',
      absent: 'no-such-task',
      seenBy: WITHOUT_SCOPE,
    },
    {
      ask: 'task(id: "mspc:Task:delete-Package-$x") { state }',
      there: '17',
      absent: '99999',
      mark: 'RUNNING',
      seenBy: WITHOUT_SCOPE,
    },
  ],
  viewer: { open: 'viewer { backends { name } }' },
  writeOutcome: { open: 'writeOutcome(idempotencyKey: "nobody-used-it") { state }' },
};
