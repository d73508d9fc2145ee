import { deliverySettings, licence, readDelivery, uniqueName } from '../crm-parameters.js';
import type { CrmOrganization } from '../crm-records.js';
import type { Data } from '../data.js';
import { type MethodTable, method, write } from '../method.js';
import { filled } from '../parameter-forms.js';
import { arrayOf, int } from '../parameters.js';
import type { ServiceUser } from '../records.js';
import { found, Refusal } from '../refusal.js';
import { activeSubscription, has, use } from '../resource-use.js';
import { RESOURCE, RESOURCE_CLASS } from '../seed/catalogue.js';
import { CURRENCY_IDS, SECURITY_ROLE_IDS } from '../seed/crm.js';
import { subscriptionOf, typeOf } from './subscriptions.js';

/** @see POA Public API Reference 2.8, "Hosted CRM Management" */
export const crmMethods: MethodTable = {
  /** A new organization has one business unit, as Microsoft Dynamics CRM makes one for it. */
  'pem.mscrm.createOrg': write(
    { sub_id: int, mscrm_rt_id: int, display_name: filled, unique_name: uniqueName, currency_id: int },
    (data, { sub_id, mscrm_rt_id, display_name, unique_name, currency_id }) => {
      const subscription = activeSubscription(data, sub_id);
      if (typeOf(data, mscrm_rt_id).resourceClass !== RESOURCE_CLASS.crm) {
        throw Refusal.invalidArguments(`Resource type ${mscrm_rt_id} is no Hosted CRM`);
      }
      if (!has(subscription, mscrm_rt_id)) {
        throw Refusal.overLimit(`Subscription ${sub_id} does not include resource type ${mscrm_rt_id}`);
      }
      known(CURRENCY_IDS, 'Currency', currency_id);
      const wanted = unique_name.toLowerCase();
      if (data.crmOrganizations.find((row) => row.uniqueName.toLowerCase() === wanted) !== undefined) {
        throw Refusal.exists('Organization', unique_name);
      }
      use(data, sub_id, mscrm_rt_id, 1n);
      const id = data.nextId('crmOrganizations');
      data.crmOrganizations.put({
        id,
        subscriptionId: sub_id,
        resourceTypeId: mscrm_rt_id,
        displayName: display_name,
        uniqueName: unique_name,
        currencyId: currency_id,
        enabled: true,
      });
      data.crmBusinessUnits.put({ id: data.nextId('crmBusinessUnits'), organizationId: id });
      return { org_id: id };
    },
  ),

  /** Settings of mail servers are checked and not kept. */
  'pem.mscrm.createUser': write(
    {
      org_id: int,
      user_id: int,
      security_roles_list: arrayOf(int),
      business_unit_id: int,
      cal_type: licence,
      email_delivery_settings: deliverySettings,
    },
    (data, { org_id, user_id, security_roles_list: roles, business_unit_id, cal_type, ...given }) => {
      const organization = organizationOf(data, org_id);
      if (!organization.enabled) throw Refusal.wrongState(`Organization ${org_id} is disabled`);
      checkUser(data, organization, user_id);
      if (roles.length === 0) throw Refusal.invalidArguments('A user has at least one security role');
      for (const role of roles) known(SECURITY_ROLE_IDS, 'Security role', role);
      const unit = found(data.crmBusinessUnits.get(business_unit_id), 'Business unit', business_unit_id);
      if (unit.organizationId !== org_id) throw Refusal.notFound('Business unit', business_unit_id);
      const delivery = readDelivery(given.email_delivery_settings, () => mailboxAddress(data, user_id));
      use(data, organization.subscriptionId, RESOURCE.crmUsers, 1n);
      const id = data.nextId('crmUsers');
      data.crmUsers.put({
        id,
        organizationId: org_id,
        userId: user_id,
        securityRoleIds: roles,
        businessUnitId: business_unit_id,
        licence: cal_type,
        ...delivery,
      });
      return { crm_user_id: id };
    },
  ),

  'pem.mscrm.disableOrg': setEnabled(false),
  'pem.mscrm.enableOrg': setEnabled(true),

  /** The published text ends after the one member that is answered. */
  'pem.mscrm.getBusinessUnits': method({ org_id: int }, (data, { org_id }) => {
    organizationOf(data, org_id);
    return data.crmBusinessUnits
      .filter((row) => row.organizationId === org_id)
      .map((row) => ({ business_unit_id: row.id }));
  }),
};

function setEnabled(enabled: boolean) {
  return write({ org_id: int }, (data, { org_id }) => {
    data.crmOrganizations.put({ ...organizationOf(data, org_id), enabled });
  });
}

function organizationOf(data: Data, id: number): CrmOrganization {
  return found(data.crmOrganizations.get(id), 'Organization', id);
}

/** A service user of the same account, who is no CRM user yet. */
function checkUser(data: Data, organization: CrmOrganization, userId: number): void {
  const user: ServiceUser = found(data.users.get(userId), 'Service user', userId);
  const [own, other] = [organization, user].map((row) => subscriptionOf(data, row.subscriptionId).ownerId);
  if (own !== other) throw Refusal.invalidArguments(`Service user ${userId} belongs to another account`);
  if (data.crmUsers.find((row) => row.userId === userId) !== undefined) {
    throw Refusal.exists('CRM user for service user', userId);
  }
}

function mailboxAddress(data: Data, userId: number): string {
  const mailbox = data.mailboxes.find((row) => row.userId === userId);
  if (mailbox === undefined) throw Refusal.wrongState(`Service user ${userId} has no Exchange mailbox`);
  return mailbox.primaryAddress;
}

function known(ids: readonly number[], what: string, id: number): void {
  if (!ids.includes(id)) throw Refusal.notFound(what, id);
}
