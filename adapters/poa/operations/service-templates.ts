import { operation } from '../../../src/operation/operation.js';
import { array, boolean, int, int64, key, optional, string, struct } from '../../../src/operation/shape.js';
import { LATER_REFERENCE } from './reference.js';

const parameter = struct({
  var_name: string('Name.', { assumed: true }),
  var_value: string('Value.', { assumed: true }),
});

/** Named in the index of the 2.8 reference; what it takes and answers is told by later pages only. */
export const getServiceTemplate = operation({
  method: 'pem.getServiceTemplate',
  group: 'service templates',
  since: '2.6.1',
  description: 'Reads one service template, with its resources on request.',
  effect: 'read',
  shows: [{ type: 'HostingPlan', param: 'st_id' }],
  mayBeMissing: true,
  fuller: { member: 'get_resources', value: true },
  params: struct({
    st_id: int('Service template.'),
    get_resources: boolean('Also return the resource types.'),
    get_full_info: optional(
      boolean('With get_resources: also return attributes and activation parameters. Slow on the server.'),
    ),
  }),
  result: struct({
    st_id: int('Service template.'),
    version: int('Version.'),
    name: string('Name.'),
    owner_id: int('Owning account.'),
    is_active: boolean('Can be subscribed to.'),
    autoprovidable: boolean('Its subscriptions can be provisioned automatically.'),
    resource_types: optional(
      array(
        struct({
          name: string('Resource type.'),
          resclass_name: string('Resource class.'),
          resource_type_id: key(int('Resource type.')),
          parent_resource_type_id: optional(int('Resource type above it, if any.')),
          measurement_unit: string('Unit of limit and usage.'),
          measurement_type: string('Way of measuring; the other codes are not known.', {
            open: true,
            values: [{ value: 'A', meaning: 'additive' }],
          }),
          limit: int64('Limit.', { assumed: true }),
          usage: int64('Usage.', { assumed: true }),
          attributes: optional(array(string('Attribute.'), 'Provisioning attributes.', { assumed: true })),
          act_params: optional(array(parameter, 'Activation parameters of the type.', { assumed: true })),
        }),
        'A flat list of a tree; present only on request.',
      ),
    ),
    st_act_params: optional(array(parameter, 'Activation parameters of the template.', { assumed: true })),
  }),
  source: `${LATER_REFERENCE}, "pem.getServiceTemplate"`,
});
