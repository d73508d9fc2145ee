import type { CallerName } from '../support/scoped.js';

type Variables = Readonly<Record<string, string>>;

/** What a route is asked for: something of the customer's, and something that there is not. */
export interface RestCase {
  readonly there: Variables;
  readonly absent: Variables;
  readonly seenBy: readonly CallerName[];
}

const WITHOUT_SCOPE: readonly CallerName[] = ['provider', 'native'];
const SELLERS: readonly CallerName[] = ['reseller', ...WITHOUT_SCOPE];
const OWNERS: readonly CallerName[] = ['customer', ...SELLERS];
const EVERYBODY: readonly CallerName[] = ['sibling', ...OWNERS];

const of = (there: Variables, absent: Variables, seenBy = OWNERS): RestCase => ({ there, absent, seenBy });
const byId = (there: string, absent: string, seenBy = OWNERS): RestCase =>
  of({ id: there }, { id: absent }, seenBy);
/** Lists and answers that are there for whoever asks; what is in them the matrix of queries looks at. */
const open = (there: Variables = {}): RestCase => of(there, there, EVERYBODY);

/** By the field of the root that the route asks; by the name of its operation where fields serve several. */
export const REST_CASES: Readonly<Record<string, RestCase>> = {
  account: byId('poa:Account:1000006', 'poa:Account:1999999'),
  AccountPackages: byId('mspc:Account:12', 'mspc:Account:99999'),
  AccountHostingPlans: byId('mspc:Account:12', 'mspc:Account:99999'),
  AccountChildren: byId('mspc:Account:12', 'mspc:Account:99999'),
  AccountDiskQuota: byId('hsphere:Account:5013', 'hsphere:Account:599999'),
  accountByLogin: of({ backend: 'poa', login: 'alpine' }, { backend: 'poa', login: 'nobody-here' }),
  accountBySignup: of(
    { backend: 'hsphere', signupId: String(4_294_967_296 + 5013) },
    { backend: 'hsphere', signupId: '4294999999' },
  ),
  accountMemberByLogin: of({ backend: 'poa', login: 'alpine' }, { backend: 'poa', login: 'nobody-here' }),
  accounts: open({ backend: 'mspc' }),
  backends: open(),
  domain: byId('poa:Domain:alpine-tours.example', 'poa:Domain:not-there.example'),
  DomainRegistration: byId('enom:Domain:nordlicht.example', 'enom:Domain:not-there.example'),
  DomainCatchAll: byId('enom:Domain:nordlicht.example', 'enom:Domain:not-there.example'),
  DomainMailboxes: byId('enom:Domain:nordlicht.example', 'enom:Domain:not-there.example'),
  domains: open({ backend: 'enom' }),
  domainsByName: of({ name: 'alpine-tours.example' }, { name: 'not-there.example' }),
  emailBundle: byId(
    'enom:EmailBundle:nordlicht.example~1004279',
    'enom:EmailBundle:not-there.example~1004279',
  ),
  emailBundles: of({ domain: 'nordlicht.example' }, { domain: 'not-there.example' }),
  emailExpirations: open({ backend: 'enom' }),
  hostingPlan: byId('mspc:HostingPlan:11', 'mspc:HostingPlan:99999', SELLERS),
  HostingPlanResources: byId('poa:HostingPlan:16', 'poa:HostingPlan:999', SELLERS),
  loginAvailable: of(
    { backend: 'mspc', login: 'nordlicht' },
    { backend: 'mspc', login: 'nobody-here' },
    WITHOUT_SCOPE,
  ),
  mailbox: byId('poa:Mailbox:5000001', 'poa:Mailbox:5999999'),
  MailboxForwarding: byId('enom:Mailbox:kontakt@nordlicht.example', 'enom:Mailbox:kontakt@not-there.example'),
  mailboxStores: of({ backend: 'poa' }, { backend: 'mspc' }, WITHOUT_SCOPE),
  mailboxesByAddress: of({ address: 'office@alpine-tours.example' }, { address: 'office@not-there.example' }),
  node: byId('poa:Subscription:2000006', 'poa:Subscription:2999999'),
  PackageAddon: byId('mspc:PackageAddon:1', 'mspc:PackageAddon:99999'),
  ServiceUser: byId('poa:ServiceUser:4000001', 'poa:ServiceUser:4999999'),
  nodes: of({ ids: 'poa:Subscription:2000006' }, { ids: 'poa:Subscription:2999999' }),
  package: byId('mspc:Package:17', 'mspc:Package:99999'),
  serviceUserByLogin: of(
    { backend: 'poa', login: 'office@alpine-tours.example' },
    { backend: 'poa', login: 'nobody-here' },
  ),
  subscription: byId('poa:Subscription:2000006', 'poa:Subscription:2999999'),
  task: byId('poa:Task:seed-running', 'poa:Task:no-such-task', WITHOUT_SCOPE),
  viewer: open(),
  writeOutcome: of({ key: 'of-nobody-1' }, { key: 'of-nobody-2' }, []),
};
