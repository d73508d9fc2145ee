import { string, struct } from '../../../src/operation/shape.js';

export const domainMembers = {
  sld: string('The label that was registered, as an A-label: `example-shop` of `example-shop.co.uk`.'),
  tld: string('What it was registered under: `co.uk`.'),
};

/** Parameters of the commands that are about one domain. */
export const domainParams = struct(domainMembers);

/** Parameters of the commands that are about one mailbox. */
export const mailboxParams = struct({
  ...domainMembers,
  // Each command has a longest name of its own, shorter than those that exist; the service knows.
  UserName: string('Local part of the address; at most 50 characters.'),
});
