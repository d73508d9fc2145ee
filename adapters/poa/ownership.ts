import { type Mailbox, type ObjectRef, type Ownership, ownedBy, refTo } from '../../src/model/index.js';
import type { Call } from '../../src/operation/operation.js';
import type { PoaFinders } from './finders.js';
import { getDomainByName } from './operations/index.js';

/**
 * To whom POA's objects belong: everything leads to an account, and accounts to the one above them. Mailbox stores
 * have no rule: they are the provider's.
 *
 * @param find - the port's finders, whose answers tell the owners that records do not
 */
export function createPoaOwnership(call: Call, find: PoaFinders): Ownership {
  return {
    root: 'Account',
    rules: {
      Account: ownedBy('Account', ({ parentId }) => parentId, find.Account.bind(find)),
      AccountMember: { told: ({ accountId }) => refTo('Account', accountId) },
      Subscription: ownedBy('Account', ({ accountId }) => accountId, find.Subscription.bind(find)),
      ServiceUser: ownedBy(
        'Subscription',
        ({ subscriptionId }) => subscriptionId,
        find.ServiceUser.bind(find),
      ),
      HostingPlan: ownedBy('Account', ({ accountId }) => accountId, find.HostingPlan.bind(find)),
      Mailbox: {
        told: mailboxOwner,
        async ask({ nativeId }) {
          const mailbox = await find.Mailbox(nativeId);
          return (mailbox && mailboxOwner(mailbox)) ?? null;
        },
      },
      Domain: {
        told: ({ accountId }) => refTo('Account', accountId),
        async ask({ name, nativeId }) {
          const { domain_id: number, owner_id: owner } = await call(getDomainByName, { domain_name: name });
          // The owner of a name is that of a domain only where the name is still the domain's.
          const isAnother = typeof nativeId === 'string' && nativeId !== String(number);
          return isAnother || owner === null ? null : { type: 'Account', nativeId: String(owner) };
        },
      },
    },
  };
}

/** A list says which subscription pays for a mailbox; its own answer says which service user it is for. */
const mailboxOwner = ({ subscriptionId, serviceUserId }: Mailbox): ObjectRef | null | undefined =>
  typeof subscriptionId === 'string'
    ? { type: 'Subscription', nativeId: subscriptionId }
    : refTo('ServiceUser', serviceUserId);
