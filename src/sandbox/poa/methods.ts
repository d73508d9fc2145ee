import { accountSettingMethods } from './handlers/account-settings.js';
import { accountWriteMethods } from './handlers/account-writes.js';
import { accountMethods } from './handlers/accounts.js';
import { catalogueWriteMethods } from './handlers/catalogue-writes.js';
import { cqmailMethods } from './handlers/cqmail.js';
import { crmMethods } from './handlers/crm.js';
import { deprecatedMethods } from './handlers/deprecated-methods.js';
import { dnsMethods } from './handlers/dns.js';
import { domainWriteMethods } from './handlers/domain-writes.js';
import { domainMethods } from './handlers/domains.js';
import { exchangeMethods } from './handlers/exchange.js';
import { exchangeWriteMethods } from './handlers/exchange-writes.js';
import { ftpMethods } from './handlers/ftp.js';
import { iisDomainMappingMethods } from './handlers/iis-domain-mappings.js';
import { iisSystemMappingMethods } from './handlers/iis-system-mappings.js';
import { memberWriteMethods } from './handlers/member-writes.js';
import { nameServerMethods } from './handlers/name-servers.js';
import { ptrRecordMethods } from './handlers/ptr-records.js';
import { requestMethods } from './handlers/requests.js';
import { resourceLimitMethods } from './handlers/resource-limits.js';
import { resourceUsageMethods } from './handlers/resource-usage.js';
import { serviceTemplateMethods } from './handlers/service-templates.js';
import { subscriptionWriteMethods } from './handlers/subscription-writes.js';
import { subscriptionMethods } from './handlers/subscriptions.js';
import { userWriteMethods } from './handlers/user-writes.js';
import { userMethods } from './handlers/users.js';
import { webspaceFeatureMethods } from './handlers/webspace-features.js';
import { webspaceMethods } from './handlers/webspaces.js';
import type { MethodTable, RemoteMethod } from './method.js';

const METHODS: MethodTable = {
  ...accountMethods,
  ...accountSettingMethods,
  ...accountWriteMethods,
  ...catalogueWriteMethods,
  ...cqmailMethods,
  ...crmMethods,
  ...deprecatedMethods,
  ...dnsMethods,
  ...domainMethods,
  ...domainWriteMethods,
  ...exchangeMethods,
  ...exchangeWriteMethods,
  ...ftpMethods,
  ...iisDomainMappingMethods,
  ...iisSystemMappingMethods,
  ...memberWriteMethods,
  ...nameServerMethods,
  ...ptrRecordMethods,
  ...requestMethods,
  ...resourceLimitMethods,
  ...resourceUsageMethods,
  ...serviceTemplateMethods,
  ...subscriptionMethods,
  ...subscriptionWriteMethods,
  ...userMethods,
  ...userWriteMethods,
  ...webspaceFeatureMethods,
  ...webspaceMethods,
};

/** The methods that read or change data; txn.* and pem.batchRequest, which govern others, are not among them. */
export const METHOD_NAMES: readonly string[] = Object.keys(METHODS);

export function findMethod(name: string): RemoteMethod | undefined {
  return Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
}
