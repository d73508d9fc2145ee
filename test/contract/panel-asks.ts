import { createCall } from '../../src/loaders/call-loader.js';
import {
  type Account,
  type Backend,
  CallAborter,
  type CallSignal,
  type Domain,
  type EmailBundle,
  type HostingPlan,
  type Mailbox,
  mentionOf,
  NODE_TYPES,
  type NodeRecord,
  type NodeType,
  type ObjectRef,
  type OwnerRule,
  type Package,
  type PageRequest,
  type Panel,
  type ServiceUser,
  type Subscription,
  toGlobalId,
  type Webspace,
} from '../../src/model/index.js';

/** What of a panel's data a test can ask for. */
export interface Samples {
  /** Native ids of objects that are there, for all types that the port can find. */
  readonly present: Partial<Readonly<Record<NodeType, string>>>;
  readonly domainName: string;
  readonly login: string;
  readonly signupId: string;
  readonly address: string;
  readonly taskId: string;
}

/** A method of the port with arguments that it has to do something for. */
export interface Ask {
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

type PortMethod = Exclude<keyof Panel, 'find' | 'detail' | 'ownership'>;
type Run = (panel: Panel, has: Mentions) => Promise<unknown> | undefined;

const ALL: PageRequest = { first: 200, offset: 0 };

/** Records of which no more is known than what names them. */
interface Mentions {
  readonly samples: Samples;
  readonly domain: Domain;
  readonly webspace: Webspace;
  readonly bundle: EmailBundle;
  of<T extends Exclude<NodeType, 'Domain' | 'EmailBundle'>>(type: T): NodeRecord;
}

/** One way to ask each method: a method that the port gains does not compile until it has one. */
const ASKS: Readonly<Record<PortMethod, Run>> = {
  accountByLogin: (panel, { samples }) => panel.accountByLogin?.(samples.login),
  accountMemberByLogin: (panel, { samples }) => panel.accountMemberByLogin?.(samples.login),
  accountBySignup: (panel, { samples }) => panel.accountBySignup?.(samples.signupId),
  loginAvailable: (panel, { samples }) => panel.loginAvailable?.(samples.login),
  accounts: (panel) => panel.accounts?.(null, true, ALL),
  childAccounts: (panel, has) => panel.childAccounts?.(has.of('Account') as Account, true, ALL),
  accountSubscriptions: (panel, has) => panel.accountSubscriptions?.(has.of('Account')),
  accountPackages: (panel, has) => panel.accountPackages?.(has.of('Account'), ALL),
  accountHostingPlans: (panel, has) =>
    panel.accountHostingPlans?.(has.of('Account'), { offered: false, addons: false }),
  diskQuotaKiB: (panel, has) => panel.diskQuotaKiB?.(has.of('Account')),
  subscriptionResources: (panel, has) =>
    panel.subscriptionResources?.(has.of('Subscription') as Subscription),
  subscriptionDomains: (panel, has) => panel.subscriptionDomains?.(has.of('Subscription')),
  subscriptionMailboxes: (panel, has) => panel.subscriptionMailboxes?.(has.of('Subscription')),
  subscriptionServiceUsers: (panel, has) => panel.subscriptionServiceUsers?.(has.of('Subscription')),
  subscriptionWebspaces: (panel, has) => panel.subscriptionWebspaces?.(has.of('Subscription')),
  webspaceDiskSpaceLimit: (panel, { webspace }) => panel.webspaceDiskSpaceLimit?.(webspace),
  serviceUserByLogin: (panel, { samples }) => panel.serviceUserByLogin?.(samples.login),
  serviceUserMailbox: (panel, has) => panel.serviceUserMailbox?.(has.of('ServiceUser') as ServiceUser),
  domains: (panel) => panel.domains?.(ALL),
  domainByName: (panel, { samples }) => panel.domainByName?.(samples.domainName),
  domainAccount: (panel, { domain }) => panel.domainAccount?.(domain),
  domainSubscription: (panel, { domain }) => panel.domainSubscription?.(domain),
  domainNameServers: (panel, { domain }) => panel.domainNameServers?.(domain),
  domainMailboxes: (panel, { domain }) => panel.domainMailboxes?.(domain),
  domainCatchAll: (panel, { domain }) => panel.domainCatchAll?.(domain),
  domainAutoRenew: (panel, { domain }) => panel.domainAutoRenew?.(domain),
  domainRegistrarLock: (panel, { domain }) => panel.domainRegistrarLock?.(domain),
  mailboxByAddress: (panel, { samples }) => panel.mailboxByAddress?.(samples.address),
  mailboxOtherAddresses: (panel, has) => panel.mailboxOtherAddresses?.(has.of('Mailbox') as Mailbox),
  mailboxForwarding: (panel, has) => panel.mailboxForwarding?.(has.of('Mailbox')),
  mailboxSubscription: (panel, has) => panel.mailboxSubscription?.(has.of('Mailbox')),
  mailboxStores: (panel) => panel.mailboxStores?.(),
  packageAddons: (panel, has) => panel.packageAddons?.(has.of('Package') as Package),
  packageQuotas: (panel, has) => panel.packageQuotas?.(has.of('Package'), null),
  planResources: (panel, has) => panel.planResources?.(has.of('HostingPlan') as HostingPlan),
  planContents: (panel, has) => panel.planContents?.(has.of('HostingPlan')),
  emailBundles: (panel, { samples }) => panel.emailBundles?.(samples.domainName),
  bundleMailboxes: (panel, { bundle }) => panel.bundleMailboxes?.(bundle),
  emailExpirations: (panel) => panel.emailExpirations?.(ALL),
  task: (panel, { samples }) => panel.task?.(samples.taskId),
};

/** The port as one request has it. */
export const openPanel = (backend: Backend, signal: CallSignal = new CallAborter()): Panel =>
  backend.panel(createCall(backend, { credentials: null, signal }));

/** All methods that the port has, finders and details among them; each starts when it is run. */
export function asksOf(panel: Panel, backend: string, samples: Samples): readonly Ask[] {
  const has = mentionsOf(backend, samples);
  return [
    ...methodsOf(panel).map((name) => ({ name, run: async () => ASKS[name](panel, has) })),
    ...findersOf(panel, samples).map(({ type, run }) => ({ name: `find.${type}`, run })),
    ...detailsOf(panel, backend, samples).map(({ type, run }) => ({ name: `detail.${type}`, run })),
    ...ownersOf(panel, backend, samples).flatMap(({ type, ask }) =>
      ask === undefined ? [] : [{ name: `ownership.${type}`, run: ask }],
    ),
  ];
}

/** What the port can be asked beside its finders and details. */
export const methodsOf = (panel: Panel): readonly PortMethod[] =>
  (Object.keys(ASKS) as PortMethod[]).filter((name) => panel[name] !== undefined);

export const findersOf = (panel: Panel, { present }: Samples) =>
  NODE_TYPES.filter((type) => panel.find[type] !== undefined).map((type) => ({
    type,
    run: async (nativeId = present[type] ?? '') => panel.find[type]?.(nativeId, { resources: true }),
  }));

export const detailsOf = (panel: Panel, backend: string, samples: Samples) =>
  NODE_TYPES.filter((type) => panel.detail[type] !== undefined).map((type) => ({
    type,
    run: async (): Promise<object | null> => {
      const answer: Promise<object | null> | undefined = panel.detail[type]?.(
        // A record that only names its object is one of every type.
        mention(backend, type, samples) as never,
      );
      return (await answer) ?? null;
    },
  }));

/** What the rules of ownership say of the samples: of what was found, and asked by what names an object alone. */
export const ownersOf = (panel: Panel, backend: string, samples: Samples) =>
  NODE_TYPES.flatMap((type) => {
    // A record that only names its object is one of every type.
    const rule = panel.ownership?.rules[type] as OwnerRule<unknown> | undefined;
    if (rule === undefined || samples.present[type] === undefined) return [];
    const finder = findersOf(panel, samples).find((candidate) => candidate.type === type);
    const named = mentionOf(backend, type, samples.present[type]);
    return [
      {
        type,
        told: async (): Promise<ObjectRef | null | undefined> => rule.told((await finder?.run()) ?? named),
        ask: rule.ask && (async () => rule.ask?.(named)),
      },
    ];
  });

function mention(backend: string, type: NodeType, { present, domainName }: Samples): NodeRecord {
  const nativeId = present[type] ?? '';
  const named = { id: toGlobalId(backend, type, nativeId), backend, nativeId };
  if (type === 'Domain') return Object.assign(named, { name: domainName });
  return type === 'EmailBundle' ? Object.assign(named, { domainName }) : named;
}

function mentionsOf(backend: string, samples: Samples): Mentions {
  return {
    samples,
    domain: mention(backend, 'Domain', samples) as unknown as Domain,
    bundle: mention(backend, 'EmailBundle', samples) as EmailBundle,
    webspace: { backend, nativeId: '1', hostId: null, hostName: null, path: null, siblingIds: ['1'] },
    of: (type) => mention(backend, type, samples),
  };
}
