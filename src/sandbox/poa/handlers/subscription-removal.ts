import type { Data } from '../data.js';
import type { ServiceUser, Subscription } from '../records.js';

/** Takes all away that a subscription pays for; domains stay, without the hostings that it gave them. */
export function removeSubscription(data: Data, { id }: Subscription): void {
  for (const user of data.users.filter((row) => row.subscriptionId === id)) removeServiceUser(data, user);
  for (const webspace of data.webspaces.filter((row) => row.subscriptionId === id)) {
    data.webspaces.remove(webspace.id);
  }
  for (const domain of data.domains.filter((row) => row.hostings.some((one) => one.subscriptionId === id))) {
    data.domains.put({ ...domain, hostings: domain.hostings.filter((one) => one.subscriptionId !== id) });
  }
  for (const request of data.domainRequests.filter((row) => row.id.startsWith(`${id}/`))) {
    data.domainRequests.remove(request.id);
  }
  data.subscriptions.remove(id);
}

/** A service user goes with its mailbox. */
export function removeServiceUser(data: Data, { id }: ServiceUser): void {
  const mailbox = data.mailboxes.find((row) => row.userId === id);
  if (mailbox !== undefined) data.mailboxes.remove(mailbox.id);
  data.users.remove(id);
}
