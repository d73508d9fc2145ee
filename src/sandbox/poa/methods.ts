import { accountMethods } from './handlers/accounts.js';
import { domainMethods } from './handlers/domains.js';
import { exchangeMethods } from './handlers/exchange.js';
import { requestMethods } from './handlers/requests.js';
import { serviceTemplateMethods } from './handlers/service-templates.js';
import { subscriptionMethods } from './handlers/subscriptions.js';
import { userMethods } from './handlers/users.js';
import { webspaceMethods } from './handlers/webspaces.js';
import type { MethodTable, RemoteMethod } from './method.js';

const METHODS: MethodTable = {
  ...accountMethods,
  ...domainMethods,
  ...exchangeMethods,
  ...requestMethods,
  ...serviceTemplateMethods,
  ...subscriptionMethods,
  ...userMethods,
  ...webspaceMethods,
};

/** The methods that read or change data; txn.* and pem.batchRequest, which govern others, are not among them. */
export const METHOD_NAMES: readonly string[] = Object.keys(METHODS);

export function findMethod(name: string): RemoteMethod | undefined {
  return Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
}
