/**
 * The methods that the vendor's document does not describe and that the siblings of the server have. A server
 * without them has users by id, name and owner, and of packages and plans only what changes them.
 *
 * @see MSPC Integration API, "Basic Web Services"
 */
export const SIBLING_METHODS = [
  'GetUserByUsernamePassword',
  'GetUserPeers',
  'GetUserParents',
  'GetRawUsers',
  'GetUsersPaged',
  'GetUsersPagedRecursive',
  'GetPackage',
  'GetMyPackages',
  'GetPackages',
  'GetPackagePackages',
  'GetPackageContext',
  'GetPackageQuota',
  'GetPackageQuotas',
  'GetPackageAddons',
  'GetNestedPackagesSummary',
  'GetRawPackages',
  'GetRawMyPackages',
  'GetPackagesPaged',
  'GetNestedPackagesPaged',
  'GetHostingPlan',
  'GetHostingPlans',
  'GetHostingAddons',
  'GetHostingPlanContext',
  'GetHostingPlanQuotas',
  'GetUserAvailableHostingPlans',
  'GetUserAvailableHostingAddons',
] as const;
