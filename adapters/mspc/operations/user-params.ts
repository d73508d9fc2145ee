import { boolean, dateTime, int, optional, string, struct } from '../../../src/operation/shape.js';
import { newLoginStatus, newUserStatus, role } from './words.js';

export const password = string('Password.', { secret: true });

/** Texts that every account may have; the server cuts or refuses longer ones, by the columns of its database. */
const further = {
  PrimaryPhone: optional(string('Telephone, at most 30 characters.')),
  Zip: optional(string('Postal code, at most 20 characters.')),
  InstantMessenger: optional(string('Address of an instant messenger.')),
  Fax: optional(string('Fax, at most 30 characters.')),
  SecondaryPhone: optional(string('Another telephone, at most 30 characters.')),
  SecondaryEmail: optional(string('Another mail address.')),
  Country: optional(string('Country, at most 50 characters; panels write the ISO code.')),
  Address: optional(string('Street with house number, at most 200 characters.')),
  City: optional(string('City, at most 50 characters.')),
  State: optional(string('State or province, at most 50 characters.')),
  HtmlMail: optional(boolean('Whether letters come as HTML.', { default: false })),
  CompanyName: optional(string('Company, at most 100 characters.')),
  EcommerceEnabled: optional(boolean('Whether it may sell; never so for users.', { default: false })),
  SubscriberNumber: optional(string('Number as a subscriber.')),
  AdditionalParams: optional(string('Text of XML.')),
};

/**
 * An account to be made. What the server chooses (`UserId`, `Created`, `Changed`, `FailedLogins`, `Vlans`) is not
 * named. Of a number and the name that says the same, the later one counts: both or neither.
 */
export const newUser = struct(
  {
    RoleId: role.id,
    Role: optional(role.name),
    StatusId: newUserStatus.id,
    Status: optional(newUserStatus.name),
    LoginStatusId: optional(newLoginStatus.id),
    LoginStatus: optional(newLoginStatus.name),
    OwnerId: int('Account above it.'),
    IsPeer: boolean('Whether it acts as a second login of its owner.'),
    IsDemo: boolean('Whether it may look and not change.'),
    Comments: optional(string('Remarks.')),
    LastName: string('Family name, at most 50 characters.'),
    Username: string('Login, at most 50 characters and none of `\\ / : * ? < > | "`.'),
    Password: optional(password),
    FirstName: string('Given name, at most 50 characters.'),
    Email: string('Mail address, at most 255 characters.'),
    ...further,
  },
  'An account.',
);

/**
 * An account as it is to be: all that is left out is cleared. What no update changes is taken, so that a record that
 * was read can be sent back; but for `Password`, which reads do not tell.
 */
export const changedUser = struct(
  {
    RoleId: role.id,
    Role: optional(role.name),
    StatusId: newUserStatus.id,
    Status: optional(newUserStatus.name),
    LoginStatusId: optional(newLoginStatus.id),
    LoginStatus: optional(newLoginStatus.name),
    FailedLogins: optional(int('Wrong passwords in a row; never changed by an update.')),
    UserId: int('Account.'),
    OwnerId: optional(int('Account above it; never changed by an update.')),
    IsPeer: optional(boolean('Whether it acts as a second login of its owner.', { default: false })),
    Created: optional(dateTime('When it was made; never changed by an update.')),
    Changed: optional(dateTime('When it was last changed; set by the server.')),
    IsDemo: optional(boolean('Whether it may look and not change.', { default: false })),
    Comments: optional(string('Remarks.')),
    LastName: optional(string('Family name, at most 50 characters.')),
    Username: optional(string('Login; never changed by an update.')),
    FirstName: optional(string('Given name, at most 50 characters.')),
    Email: optional(string('Mail address, at most 255 characters.')),
    ...further,
  },
  'An account.',
);
