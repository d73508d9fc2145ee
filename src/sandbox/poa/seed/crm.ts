import type { Data } from '../data.js';
import { mailNameId } from '../mail-name.js';
import { RESOURCE } from './catalogue.js';

/** Numbers that calls take and that no described call lists. */
export const CURRENCY_IDS: readonly number[] = [1, 2, 3];
export const SECURITY_ROLE_IDS: readonly number[] = [1, 2, 3, 4, 5];

const SUBSCRIPTION_ID = 2000025;
const DOMAIN_ID = 3000021;

/** One organization with two business units and a user, and a CQMail mailbox. */
export function seedCrmAndMail(data: Data): void {
  const organization = {
    id: 9500001,
    subscriptionId: SUBSCRIPTION_ID,
    resourceTypeId: RESOURCE.crm,
    displayName: 'Bakewell & Daughters',
    uniqueName: 'bakewell',
    currencyId: 3,
    enabled: true,
  };
  data.crmOrganizations.put(organization);
  for (const id of [9510001, 9510002]) {
    data.crmBusinessUnits.put({ id, organizationId: organization.id });
  }
  data.crmUsers.put({
    id: 9520001,
    organizationId: organization.id,
    userId: 4000013,
    securityRoleIds: [1, 4],
    businessUnitId: 9510001,
    licence: 1,
    emailDelivery: 'none',
    primaryEmail: 'sales@bakewell.example',
  });
  data.mailNames.put({
    id: mailNameId(SUBSCRIPTION_ID, DOMAIN_ID, 'orders'),
    subscriptionId: SUBSCRIPTION_ID,
    domainId: DOMAIN_ID,
    name: 'orders',
    mailboxQuota: 1_048_576,
  });
}
