import type { Data } from '../data.js';
import { type MethodTable, method, write } from '../method.js';
import { atMostOneOf } from '../parameter-choice.js';
import { filled } from '../parameter-forms.js';
import { boolean, int, optional, string } from '../parameters.js';
import { found, Refusal } from '../refusal.js';
import type { Webspace } from '../web-records.js';
import { domainNamed } from './domains.js';
import { subscriptionOf } from './subscriptions.js';
import { hostOf } from './websites.js';

const choice = { subscription_id: int, webspace_id: optional(int), domain_name: optional(string) };

/** @see POA Public API Reference 2.8, "pem.getFTPUser" and "pem.setFTPPassword" */
export const ftpMethods: MethodTable = {
  'pem.getFTPUser': method(choice, (data, given) => ({ username: `ftp${webspaceOf(data, given).id}` })),

  /** The password is looked at and not kept. */
  'pem.setFTPPassword': write(
    { ...choice, password: filled, password_crypted: boolean },
    (data, { password_crypted, ...given }) => {
      const { iisVersion } = hostOf(data, webspaceOf(data, given));
      if (password_crypted && iisVersion !== undefined) {
        throw Refusal.invalidArguments('IIS does not support encrypted passwords');
      }
    },
  ),
};

interface Choice {
  readonly subscription_id: number;
  readonly webspace_id?: number;
  readonly domain_name?: string;
}

/** The one webspace that is meant; without a choice, the subscription must have one only. */
function webspaceOf(data: Data, given: Choice): Webspace {
  atMostOneOf(given, 'webspace_id', 'domain_name');
  const { subscription_id, webspace_id, domain_name } = given;
  subscriptionOf(data, subscription_id);
  const domainId = domain_name === undefined ? undefined : domainNamed(data, domain_name).id;
  const [webspace, ...others] = data.webspaces
    .filter((row) => row.subscriptionId === subscription_id)
    .filter((row) => webspace_id === undefined || row.id === webspace_id)
    .filter((row) => domainId === undefined || row.domainIds.includes(domainId));
  if (others.length > 0) throw Refusal.invalidArguments('Several webspaces could be meant');
  return found(webspace, 'Webspace of subscription', subscription_id);
}
