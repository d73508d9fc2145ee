/** Roles, statuses and the negative results that methods answer with. */

export const ROLE = {
  administrator: 1,
  reseller: 2,
  user: 3,
  resellerCsr: 4,
  platformCsr: 5,
} as const;

/** Users and packages share the numbers; 4 is `Pending` for a user and `New` for a package. */
export const STATUS = { active: 1, suspended: 2, cancelled: 3, pending: 4 } as const;

/** @see WebsitePanel, EnterpriseServer.Base/Common/BusinessErrorCodes.cs */
export const CODE = {
  userAlreadyExists: -100,
  userHasUsers: -102,
  accountPending: -103,
  accountSuspended: -104,
  accountCancelled: -105,
  accountDemo: -106,
  wrongUsername: -109,
  wrongPassword: -110,
  invalidUserName: -111,
  notEnoughPermissions: -112,
  accountDisabled: -114,
  accountLockedOut: -115,
  packageNotFound: -300,
  packageHasPackages: -301,
  packageQuotaExceed: -305,
  serviceOperationFailed: -999,
  planUsedInPackage: -1501,
  addonUsedInPackage: -1502,
} as const;
