/**
 * The parameters that lead to whoever a call concerns. A method names one only where nothing else that it takes can
 * reach an object of someone else: a plan, an owner or a role of the caller's choice is none of these.
 */
export const ofAccount = { param: 'userId', type: 'Account' } as const;
export const ofOwner = { param: 'ownerId', type: 'Account' } as const;
export const ofPackage = { param: 'packageId', type: 'Package' } as const;
export const ofPackageAddon = { param: 'packageAddonId', type: 'PackageAddon' } as const;
export const ofHostingPlan = { param: 'planId', type: 'HostingPlan' } as const;
