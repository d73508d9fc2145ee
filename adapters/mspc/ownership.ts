import { type Ownership, ownedBy, type Panel } from '../../src/model/index.js';

/**
 * To whom MSPControl's objects belong: packages and plans to users, users to the user above them; a peer stands below
 * the account that it acts for.
 *
 * @param find - the port's finders, whose answers tell the owners that records do not
 */
export const createMspcOwnership = (find: Panel['find']): Ownership => ({
  root: 'Account',
  rules: {
    Account: ownedBy('Account', ({ parentId }) => parentId, find.Account),
    Package: ownedBy('Account', ({ accountId }) => accountId, find.Package),
    PackageAddon: ownedBy('Package', ({ packageId }) => packageId, find.PackageAddon),
    HostingPlan: ownedBy('Account', ({ accountId }) => accountId, find.HostingPlan),
  },
});
