import type { Data } from '../data.js';
import type { MailName } from '../mail-name.js';
import type { ServiceUser, Subscription } from '../records.js';
import { use } from '../resource-use.js';
import { RESOURCE } from '../seed/catalogue.js';

/** Takes all away that a subscription pays for; domains stay, without the hostings that it gave them. */
export function removeSubscription(data: Data, { id }: Subscription): void {
  for (const user of data.users.filter((row) => row.subscriptionId === id)) removeServiceUser(data, user);
  for (const webspace of data.webspaces.filter((row) => row.subscriptionId === id)) {
    for (const domainId of webspace.domainIds) forgetMappings(data, domainId);
    data.webspaces.remove(webspace.id);
  }
  for (const domain of data.domains.filter((row) => row.hostings.some((one) => one.subscriptionId === id))) {
    data.domains.put({ ...domain, hostings: domain.hostings.filter((one) => one.subscriptionId !== id) });
  }
  for (const request of data.domainRequests.filter((row) => row.id.startsWith(`${id}/`))) {
    data.domainRequests.remove(request.id);
  }
  for (const site of data.sharePointSites.filter((row) => row.subscriptionId === id)) {
    data.sharePointSites.remove(site.id);
  }
  for (const name of data.mailNames.filter((row) => row.subscriptionId === id)) {
    data.mailNames.remove(name.id);
  }
  for (const organization of data.crmOrganizations.filter((row) => row.subscriptionId === id)) {
    removeOrganization(data, organization.id);
  }
  data.subscriptions.remove(id);
}

/** A service user goes with its mailbox and with what it is in Hosted CRM. */
export function removeServiceUser(data: Data, { id }: ServiceUser): void {
  const mailbox = data.mailboxes.find((row) => row.userId === id);
  if (mailbox !== undefined) data.mailboxes.remove(mailbox.id);
  const crmUser = data.crmUsers.find((row) => row.userId === id);
  if (crmUser !== undefined) {
    const organization = data.crmOrganizations.get(crmUser.organizationId);
    if (organization !== undefined) use(data, organization.subscriptionId, RESOURCE.crmUsers, -1n);
    data.crmUsers.remove(crmUser.id);
  }
  data.users.remove(id);
}

/** Takes a mail name away, and its mailbox from the usage of its subscription. */
export function removeMailName(data: Data, { id, subscriptionId, mailboxQuota }: MailName): void {
  if (mailboxQuota !== undefined) use(data, subscriptionId, RESOURCE.cqmailMailboxes, -1n);
  data.mailNames.remove(id);
}

/** Takes the application mappings of a domain away. */
export function forgetMappings(data: Data, domainId: number): void {
  for (const { id } of data.domainMappings.filter((row) => row.domainId === domainId)) {
    data.domainMappings.remove(id);
  }
}

function removeOrganization(data: Data, id: number): void {
  for (const user of data.crmUsers.filter((row) => row.organizationId === id)) data.crmUsers.remove(user.id);
  for (const unit of data.crmBusinessUnits.filter((row) => row.organizationId === id)) {
    data.crmBusinessUnits.remove(unit.id);
  }
  data.crmOrganizations.remove(id);
}
