import { enumeration } from '../xml/scalars.js';

export const userRole = enumeration('UserRole', [
  'Administrator',
  'Reseller',
  'User',
  'ResellerCSR',
  'PlatformCSR',
  'ResellerHelpdesk',
  'PlatformHelpdesk',
]);

export const userStatus = enumeration('UserStatus', ['Active', 'Suspended', 'Cancelled', 'Pending']);

export const userLoginStatus = enumeration('UserLoginStatus', ['Enabled', 'Disabled', 'LockedOut'], 0);

export const packageStatus = enumeration('PackageStatus', ['Active', 'Suspended', 'Cancelled', 'New']);
