import { type Ownership, ownedBy } from '../../src/model/index.js';
import type { MspcFinders } from './finders.js';

/**
 * To whom MSPControl's objects belong: packages and plans to users, users to the user above them; a peer stands below
 * the account that it acts for.
 *
 * @param find - the port's finders, whose answers tell the owners that records do not
 */
export const createMspcOwnership = (find: MspcFinders): Ownership => ({
  root: 'Account',
  rules: {
    Account: ownedBy('Account', ({ parentId }) => parentId, find.Account.bind(find)),
    Package: ownedBy('Account', ({ accountId }) => accountId, find.Package.bind(find)),
    PackageAddon: ownedBy('Package', ({ packageId }) => packageId, find.PackageAddon.bind(find)),
    HostingPlan: ownedBy('Account', ({ accountId }) => accountId, find.HostingPlan.bind(find)),
  },
});
