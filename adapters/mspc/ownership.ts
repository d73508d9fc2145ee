import { type Ownership, ownedBy } from '../../src/model/index.js';
import type { MspcRecords } from './records.js';

/**
 * To whom MSPControl's objects belong: packages and plans to users, users to the user above them; a peer stands below
 * the account that it acts for.
 *
 * @param records - whose answers tell the owners that shorter ones do not
 */
export const createMspcOwnership = (records: MspcRecords): Ownership => ({
  root: 'Account',
  rules: {
    Account: ownedBy(
      'Account',
      ({ parentId }) => parentId,
      (nativeId) => records.account(nativeId),
    ),
    Package: ownedBy(
      'Account',
      ({ accountId }) => accountId,
      (nativeId) => records.package(nativeId),
    ),
    PackageAddon: ownedBy(
      'Package',
      ({ packageId }) => packageId,
      (nativeId) => records.addon(nativeId),
    ),
    HostingPlan: ownedBy(
      'Account',
      ({ accountId }) => accountId,
      (nativeId) => records.plan(nativeId),
    ),
  },
});
