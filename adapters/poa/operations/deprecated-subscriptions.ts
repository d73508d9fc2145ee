import { operation } from '../../../src/operation/operation.js';
import { array, int, optional, string, struct } from '../../../src/operation/shape.js';
import { ofSubscription } from './owners.js';
import { reference } from './reference.js';
import { registrarStatus } from './registrar-status.js';
import { upgrade, upgraded } from './upgrade-shapes.js';

export const migrateSubscription = operation({
  method: 'pem.migrateSubscription',
  group: 'subscriptions',
  since: '2.5',
  deprecated: 'Use pem.upgradeSubscription.',
  description: 'Upgrades or downgrades a subscription to another service template.',
  effect: 'write',
  mayBeMissing: true,
  // Without an owner: the service template may be that of anybody.
  params: upgrade,
  result: upgraded,
  source: reference(49),
});

export const orderSubscription = operation({
  method: 'pem.orderSubscription',
  group: 'subscriptions',
  since: '2.3',
  deprecated:
    'Use pem.activateSubscription with the parameters domain_name, domain_id (optional) and registrar_status.',
  description: 'Creates a subscription to shared hosting with a domain, and provisions it.',
  effect: 'write',
  mayBeMissing: true,
  // Without an owner: the service template may be that of anybody.
  params: struct({
    account_id: int('Account that subscribes.'),
    subscription_id: int('Id of the new subscription.'),
    service_template_id: int('Service template.'),
    domain_id: optional(int('Id of the new domain; chosen by the panel when absent.')),
    domain_name: string('Name of the new domain.'),
    registrar_status: registrarStatus,
  }),
  result: null,
  source: reference(50),
});

export const provisionSubscription = operation({
  method: 'pem.provisionSubscription',
  group: 'subscriptions',
  since: '2.3.01',
  deprecated: 'Use pem.activateSubscription, which creates and provisions at once.',
  description: 'Provisions a subscription to shared hosting that pem.addSubscription has made.',
  effect: 'write',
  mayBeMissing: true,
  owner: ofSubscription,
  params: struct({
    subscription_id: int('Subscription.'),
    provisioned_resource_types: optional(
      array(
        struct({ resource_type_id: int('Resource type.'), amount: int('How much of it.') }),
        'What is provisioned, and how much of it; by the panel’s own rules when absent.',
      ),
    ),
  }),
  result: null,
  source: reference(51),
});
