import { BackendFaultError, BackendNotFoundError, MethodMissingError } from '../../src/errors/index.js';
import {
  type Domain,
  type Listing,
  type Mailbox,
  type NodeRecord,
  type Panel,
  type Subscription,
  type TaskState,
  toGlobalId,
  type Wanted,
  type Webspace,
} from '../../src/model/index.js';
import type { Call } from '../../src/operation/operation.js';
import * as mapping from './mapping/index.js';
import * as poa from './operations/index.js';
import { createPoaOwnership } from './ownership.js';

const TASK_STATES: Readonly<Record<number, TaskState>> = { 0: 'SUCCEEDED', 1: 'RUNNING', 2: 'FAILED' };

/** Turns what the graph asks for into POA's calls, and its answers into records. Holds nothing but `call`. */
export function createPoaPanel(backend: string, call: Call): Panel {
  const panel = nullWhereThereIsNone(createStrictPanel(backend, call));
  return { ...panel, ownership: createPoaOwnership(call, panel.find) };
}

function createStrictPanel(backend: string, call: Call): Panel {
  const mention = (type: 'Account' | 'Subscription' | 'ServiceUser' | 'Mailbox', id: number): NodeRecord => ({
    id: toGlobalId(backend, type, String(id)),
    backend,
    nativeId: String(id),
  });

  const findAccount = async (nativeId: string) =>
    mapping.toAccount(backend, nativeId, await call(poa.getAccountInfo, { account_id: Number(nativeId) }));

  const findSubscription = async (nativeId: string, { resources }: Wanted) =>
    mapping.toSubscription(
      backend,
      nativeId,
      await call(poa.getSubscription, { subscription_id: Number(nativeId), get_resources: resources }),
    );

  const findServiceUser = async (nativeId: string) =>
    mapping.toServiceUser(backend, nativeId, await call(poa.getUserInfo, { user_id: Number(nativeId) }));

  const findMailbox = async (nativeId: string) =>
    mapping.toMailbox(backend, nativeId, await call(poa.getMailboxInfo, { mailbox_id: Number(nativeId) }));

  const findPlan = async (nativeId: string, { resources }: Wanted) =>
    mapping.toHostingPlan(
      backend,
      nativeId,
      await call(poa.getServiceTemplate, { st_id: Number(nativeId), get_resources: resources }),
    );

  const findStores = async () =>
    (await call(poa.getMailboxStores, {})).map((row) => mapping.toMailboxStore(backend, row));

  const findDomainByName = async (name: string): Promise<Domain> =>
    mapping.toFoundDomain(backend, name, await call(poa.getDomainByName, { domain_name: name }));

  const listDomains = async (subscriptionId: number) =>
    (await call(poa.getDomainList, { subscription_id: subscriptionId })).map((row) =>
      mapping.toListedDomain(backend, row),
    );

  /** A domain says how it is hosted only in the list of the subscription that hosts its zone. */
  async function findInList(
    domain: { readonly domain_id: number } | { readonly domain_name: string },
    isIt: (listed: Domain) => boolean,
  ): Promise<Domain | null> {
    const { subscription_id: subscriptionId } = await call(poa.getDomainSubscription, domain);
    return subscriptionId === 0 ? null : ((await listDomains(subscriptionId)).find(isIt) ?? null);
  }

  const findDomain = (nativeId: string): Promise<Domain | null> =>
    /^\d+$/.test(nativeId)
      ? findInList({ domain_id: Number(nativeId) }, (listed) => listed.nativeId === nativeId)
      : findDomainByName(nativeId);

  async function findResources({ nativeId }: Subscription) {
    return (await findSubscription(nativeId, { resources: true })).resources ?? null;
  }

  return {
    find: {
      Account: (nativeId) => findAccount(nativeId),
      Subscription: (nativeId, wanted) => findSubscription(nativeId, wanted),
      ServiceUser: (nativeId) => findServiceUser(nativeId),
      Domain: (nativeId) => findDomain(nativeId),
      Mailbox: (nativeId) => findMailbox(nativeId),
      MailboxStore: async (nativeId) =>
        (await findStores()).find((store) => store.nativeId === nativeId) ?? null,
      HostingPlan: (nativeId, wanted) => findPlan(nativeId, wanted),
    },
    detail: {
      Account: ({ nativeId }) => findAccount(nativeId),
      Subscription: ({ nativeId }) => findSubscription(nativeId, { resources: false }),
      ServiceUser: ({ nativeId }) => findServiceUser(nativeId),
      Domain: ({ name }) => findInList({ domain_name: name }, (listed) => listed.name === name),
      Mailbox: ({ nativeId }) => findMailbox(nativeId),
      HostingPlan: ({ nativeId }) => findPlan(nativeId, { resources: false }),
    },

    accountByLogin: (login) =>
      call(poa.getAccountMemberByLogin, { login }).then(({ account_id: id }) => mention('Account', id)),
    accountMemberByLogin: (login) =>
      call(poa.getAccountMemberByLogin, { login }).then(({ user_id: userId, account_id: accountId }) => ({
        id: toGlobalId(backend, 'AccountMember', String(userId)),
        backend,
        nativeId: String(userId),
        login,
        accountId: String(accountId),
      })),
    // A login that no member has may still belong to something that this call does not see.
    loginAvailable: (login) => call(poa.getAccountMemberByLogin, { login }).then(() => false),
    accountSubscriptions: async ({ nativeId }) =>
      whole(
        (await call(poa.getAccountSubscriptions, { account_id: Number(nativeId) })).map((id) =>
          mention('Subscription', id),
        ),
      ),

    subscriptionResources: findResources,
    subscriptionDomains: async ({ nativeId }) => whole(await listDomains(Number(nativeId))),
    subscriptionMailboxes: async ({ nativeId }) =>
      whole(
        (await call(poa.getMailboxes, { subscription_id: Number(nativeId) })).map((row) =>
          mapping.toListedMailbox(backend, nativeId, row),
        ),
      ),
    subscriptionServiceUsers: async ({ nativeId }) =>
      whole(
        (await call(poa.getUsers, { subscription_id: Number(nativeId) })).map((row) =>
          mapping.toListedServiceUser(backend, nativeId, row),
        ),
      ),
    subscriptionWebspaces: async ({ nativeId }) => {
      const rows = await call(poa.getSubscriptionWebspaces, { subscription_id: Number(nativeId) });
      const siblingIds = rows.map((row) => String(row.webspace_id));
      return rows.map((row) => mapping.toWebspace(backend, siblingIds, row));
    },
    webspaceDiskSpaceLimit: async ({ nativeId, siblingIds }: Webspace) => {
      const read = (ids: readonly string[]) =>
        call(poa.getWebspacesInfo, { webspace_id_list: ids.map(Number) });
      // The method knows IIS only, and one webspace of another kind has the whole list refused.
      const rows = await read(siblingIds).catch((error: unknown) => {
        if (error instanceof BackendFaultError && siblingIds.length > 1) return read([nativeId]);
        throw error;
      });
      return rows.find((row) => String(row.webspace_id) === nativeId)?.disk_space_limit ?? null;
    },

    serviceUserByLogin: (login) =>
      call(poa.getUserByLogin, { login }).then(({ user_id: id }) => mention('ServiceUser', id)),
    serviceUserMailbox: ({ nativeId }) =>
      call(poa.getUserMailbox, { user_id: Number(nativeId) }).then(
        ({ mailbox_id: id }): Mailbox => ({ ...mention('Mailbox', id), serviceUserId: nativeId }),
      ),

    domainByName: (name) => findDomainByName(name),
    domainAccount: async ({ name }) => {
      const owner = (await call(poa.getDomainByName, { domain_name: name }))?.owner_id ?? null;
      return owner === null ? null : mention('Account', owner);
    },
    domainSubscription: async ({ name }) => {
      const { subscription_id: id } = await call(poa.getDomainSubscription, { domain_name: name });
      return id === 0 ? null : mention('Subscription', id);
    },
    domainNameServers: ({ name }) => call(poa.getNameServers, { domain_name: name }).then(withoutGaps),

    mailboxByAddress: (address) =>
      call(poa.getMailboxByEmailAddress, { email_address: address }).then(({ mailbox_id: id }) =>
        mention('Mailbox', id),
      ),
    mailboxOtherAddresses: async ({ nativeId }) => {
      const { alt_email_addresses: others } = await call(poa.getEmailAddresses, {
        mailbox_id: Number(nativeId),
      });
      return others === null ? null : withoutGaps(others);
    },
    mailboxSubscription: async (mailbox) => {
      const userId = mailbox.serviceUserId ?? (await findMailbox(mailbox.nativeId)).serviceUserId ?? null;
      if (userId === null) return null;
      const { subscription_id: id } = await call(poa.getUserInfo, { user_id: Number(userId) });
      return id === null ? null : mention('Subscription', id);
    },
    mailboxStores: findStores,

    planResources: ({ nativeId }) =>
      findPlan(nativeId, { resources: true }).then(({ resources }) => resources ?? null),

    task: async (requestId) => {
      const reply = await call(poa.getRequestStatus, { request_id: requestId });
      return {
        id: toGlobalId(backend, 'Task', requestId),
        state: TASK_STATES[reply.request_status] ?? null,
        messages: withoutGaps(reply.status_messages ?? []),
      };
    },
  };
}

const whole = <T>(records: readonly T[]): Listing<T> => ({ whole: records });

const withoutGaps = <T>(values: ReadonlyArray<T | null>): T[] => values.filter((value) => value !== null);

/**
 * Lets every answer of the port be null where there is no such object: a miss that a rule names as one is no error,
 * whatever it was that was asked for, and neither is a method that this release lacks. Changes the port that it gets.
 */
function nullWhereThereIsNone<T extends object>(port: T): T {
  // Every field of the graph that a member answers is nullable, so the members stay what they are.
  const members = port as Record<string, unknown>;
  for (const name in members) {
    const member = members[name];
    members[name] =
      typeof member === 'function'
        ? (...question: unknown[]) => nullIfNone(member(...question) as Promise<unknown>)
        : nullWhereThereIsNone(member as object);
  }
  return port;
}

async function nullIfNone<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof BackendNotFoundError || error instanceof MethodMissingError) return null;
    throw error;
  }
}
