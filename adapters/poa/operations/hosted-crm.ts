import { operation } from '../../../src/operation/operation.js';
import { array, boolean, int, key, optional, string, struct } from '../../../src/operation/shape.js';
import { reference } from './reference.js';

const GROUP = 'Hosted CRM';

const mailServer = (description: string) =>
  struct(
    {
      use_ssl: boolean('Use SSL.'),
      server: string('IP address or host name; `name:port` for a port of its own.'),
      login: string('Login.'),
      password: string('Password.', { secret: true }),
    },
    description,
  );

const primaryEmail = string('Primary mail address of the CRM user.');

const deliverySettings = struct(
  {
    ext_settings: optional(
      struct(
        {
          pop3: mailServer('Server of incoming mail.'),
          smtp: mailServer('Server of outgoing mail.'),
          primary_email: primaryEmail,
        },
        'By a mail server elsewhere.',
      ),
    ),
    exchange_settings: optional(
      boolean('By the Exchange mailbox that the service user has, with its primary address.'),
    ),
    none_settings: optional(struct({ primary_email: primaryEmail }, 'Not tracked at all.')),
    outlook_settings: optional(
      struct({ primary_email: primaryEmail }, 'By Microsoft Dynamics CRM for Outlook.'),
    ),
  },
  'How the mail of the user is tracked and delivered.',
  {
    constraints: [
      {
        rule: 'exactlyOneOf',
        members: ['ext_settings', 'exchange_settings', 'none_settings', 'outlook_settings'],
      },
    ],
  },
);

export const createCrmOrganization = operation({
  method: 'pem.mscrm.createOrg',
  group: GROUP,
  since: '2.8',
  description: 'Creates an organization of Hosted CRM.',
  effect: 'write',
  owner: { param: 'sub_id', type: 'Subscription' },
  params: struct({
    sub_id: int('Subscription.'),
    mscrm_rt_id: int('Resource type of Hosted CRM, which the subscription must include.'),
    display_name: string('Display name.'),
    unique_name: string('Unique name, which is part of the URL of its web interface.'),
    currency_id: int('Base currency.'),
  }),
  result: struct({ org_id: key(int('The new organization.')) }),
  source: reference(111),
});

/** Printed as a flat list: `primary_email` is taken to stand beside `pop3` and `smtp`, not in one of them. */
export const createCrmUser = operation({
  method: 'pem.mscrm.createUser',
  group: GROUP,
  since: '2.8',
  description: 'Makes a service user a user of Hosted CRM.',
  effect: 'write',
  params: struct({
    org_id: int('Organization.'),
    user_id: int('Service user.'),
    security_roles_list: array(int('Security role.'), 'Security roles.'),
    business_unit_id: int('Business unit.'),
    cal_type: int('Client access licence.', {
      values: [
        { value: 1, meaning: 'full: all that the security roles allow' },
        { value: 2, meaning: 'administrative: without sales, marketing and service' },
        { value: 3, meaning: 'read-only: all that the security roles allow, to read' },
      ],
    }),
    email_delivery_settings: deliverySettings,
  }),
  result: struct({ crm_user_id: key(int('The new CRM user.')) }),
  source: reference(112),
});

export const disableCrmOrganization = operation({
  method: 'pem.mscrm.disableOrg',
  group: GROUP,
  since: '2.8',
  description: 'Disables an organization of Hosted CRM.',
  effect: 'idempotentWrite',
  params: struct({ org_id: int('Organization.') }),
  result: null,
  source: reference(114),
});

export const enableCrmOrganization = operation({
  method: 'pem.mscrm.enableOrg',
  group: GROUP,
  since: '2.8',
  description: 'Enables an organization of Hosted CRM.',
  effect: 'idempotentWrite',
  params: struct({ org_id: int('Organization.') }),
  result: null,
  source: reference(114),
});

export const getCrmBusinessUnits = operation({
  method: 'pem.mscrm.getBusinessUnits',
  group: GROUP,
  since: '2.8',
  description: 'Business units of an organization of Hosted CRM.',
  effect: 'read',
  params: struct({ org_id: int('Organization.') }),
  result: array(
    struct({ business_unit_id: key(int('Business unit.')) }, 'A business unit.', { open: true }),
    'Business units. The text that is at hand ends after the first member; others are handed on as they come.',
  ),
  source: reference(114),
});
