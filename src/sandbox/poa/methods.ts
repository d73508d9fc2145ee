import { accountWriteMethods } from './handlers/account-writes.js';
import { accountMethods } from './handlers/accounts.js';
import { dnsMethods } from './handlers/dns.js';
import { domainWriteMethods } from './handlers/domain-writes.js';
import { domainMethods } from './handlers/domains.js';
import { exchangeMethods } from './handlers/exchange.js';
import { exchangeWriteMethods } from './handlers/exchange-writes.js';
import { memberWriteMethods } from './handlers/member-writes.js';
import { requestMethods } from './handlers/requests.js';
import { serviceTemplateMethods } from './handlers/service-templates.js';
import { subscriptionWriteMethods } from './handlers/subscription-writes.js';
import { subscriptionMethods } from './handlers/subscriptions.js';
import { userWriteMethods } from './handlers/user-writes.js';
import { userMethods } from './handlers/users.js';
import { webspaceMethods } from './handlers/webspaces.js';
import type { MethodTable, RemoteMethod } from './method.js';

const METHODS: MethodTable = {
  ...accountMethods,
  ...accountWriteMethods,
  ...dnsMethods,
  ...domainMethods,
  ...domainWriteMethods,
  ...exchangeMethods,
  ...exchangeWriteMethods,
  ...memberWriteMethods,
  ...requestMethods,
  ...serviceTemplateMethods,
  ...subscriptionMethods,
  ...subscriptionWriteMethods,
  ...userMethods,
  ...userWriteMethods,
  ...webspaceMethods,
};

/** The methods that read or change data; txn.* and pem.batchRequest, which govern others, are not among them. */
export const METHOD_NAMES: readonly string[] = Object.keys(METHODS);

export function findMethod(name: string): RemoteMethod | undefined {
  return Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
}
