import {
  array,
  boolean,
  dateTime,
  int,
  key,
  optional,
  string,
  struct,
} from '../../../src/operation/shape.js';
import { loginStatus, role, userStatus } from './words.js';

const vlan = struct(
  { VLanID: int('Number of the network.', { min: 0, max: 65_535 }), Comment: string('Remarks.') },
  'A virtual network that the account may use.',
);

/**
 * An account, in the order of the wire. `Role`, `Status` and `LoginStatus` say once more, by name, what the numbers
 * before them say. Lists leave telephones and postal addresses out, which reads as if there were none.
 */
export const userInfo = struct(
  {
    RoleId: role.id,
    Role: role.name,
    StatusId: userStatus.id,
    Status: userStatus.name,
    LoginStatusId: optional(loginStatus.id),
    LoginStatus: optional(loginStatus.name),
    FailedLogins: optional(int('Wrong passwords since the last right one; absent on older servers.')),
    UserId: key(int('Account.')),
    OwnerId: int('Account above it; 0 for the root.'),
    IsPeer: boolean('Whether it acts as a second login of its owner.'),
    Created: dateTime('When it was made, in the server’s zone.'),
    Changed: dateTime('When it was last changed, in the server’s zone.'),
    IsDemo: boolean('Whether it may look and not change.'),
    Comments: string('Remarks.'),
    LastName: string('Family name.'),
    Username: string('Login.'),
    Password: optional(string('Older servers tell it; it is never handed on.', { secret: true })),
    FirstName: string('Given name.'),
    Email: string('Mail address.'),
    PrimaryPhone: string('Telephone.'),
    Zip: string('Postal code.'),
    InstantMessenger: string('Address of an instant messenger.'),
    Fax: string('Fax.'),
    SecondaryPhone: string('Another telephone.'),
    SecondaryEmail: string('Another mail address.'),
    Country: string('Country; panels write the ISO code.'),
    Address: string('Street with house number.'),
    City: string('City.'),
    State: string('State or province.'),
    HtmlMail: boolean('Whether letters come as HTML; always false in lists.'),
    CompanyName: string('Company.'),
    EcommerceEnabled: boolean('Whether it may sell; never so for users.'),
    SubscriberNumber: optional(string('Number as a subscriber; absent on older servers.')),
    MfaMode: optional(int('Second factor of its login; on newer siblings.')),
    AdditionalParams: optional(string('Text of XML that only some servers tell.')),
    Vlans: optional(array(vlan, 'Virtual networks; empty as a rule.', { itemName: 'UserVlan' })),
  },
  'An account.',
);

/** An account as a row of a DataSet, whose columns are spelled as the database has them. */
export const userRow = struct(
  {
    UserID: key(int('Account.')),
    RoleID: role.id,
    StatusID: userStatus.id,
    SubscriberNumber: optional(string('Number as a subscriber.')),
    LoginStatusId: optional(loginStatus.id),
    FailedLogins: optional(int('Wrong passwords since the last right one.')),
    OwnerID: int('Account above it.'),
    Created: dateTime('When it was made, with the server’s offset.'),
    Changed: dateTime('When it was last changed, with the server’s offset.'),
    IsDemo: boolean('Whether it may look and not change.'),
    Comments: string('Remarks.'),
    IsPeer: boolean('Whether it acts as a second login of its owner.'),
    Username: string('Login.'),
    FirstName: string('Given name.'),
    LastName: string('Family name.'),
    Email: string('Mail address.'),
    FullName: string('Given and family name.'),
    OwnerUsername: string('Login of the account above.'),
    OwnerFirstName: string('Given name of the account above.'),
    OwnerLastName: string('Family name of the account above.'),
    OwnerRoleID: role.id,
    OwnerFullName: string('Given and family name of the account above.'),
    OwnerEmail: optional(string('Mail address of the account above; on pages only.')),
    PackagesNumber: int('How many packages it has.'),
    CompanyName: string('Company.'),
    EcommerceEnabled: boolean('Whether it may sell.'),
  },
  'An account, without telephones and postal address.',
);
