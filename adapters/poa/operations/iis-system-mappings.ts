import { operation } from '../../../src/operation/operation.js';
import { array, boolean, int, key, struct } from '../../../src/operation/shape.js';
import { engine, extension, iisVersion, mappingId, properties } from './iis-mapping-shapes.js';
import { reference } from './reference.js';

const GROUP = 'IIS application mappings';
const customizable = boolean('Mappings to the engine may be changed.');

export const getSystemEngines = operation({
  method: 'pem.iis.getSystemEngines',
  group: GROUP,
  since: '2.6.5',
  description: 'Scripting engines of the system.',
  effect: 'read',
  params: struct({ iis_ver: iisVersion }),
  result: array(struct({ engine: key(engine), customizable }), 'Engines.'),
  source: reference(85),
});

export const updateSystemEngine = operation({
  method: 'pem.iis.updateSystemEngine',
  group: GROUP,
  since: '2.6.5',
  description: 'Says whether mappings to an engine may be changed.',
  effect: 'idempotentWrite',
  params: struct({ iis_ver: iisVersion, engine, customizable }),
  result: null,
  source: reference(90),
});

export const getSystemMapping = operation({
  method: 'pem.iis.getSystemMapping',
  group: GROUP,
  since: '2.6.5',
  description: 'Properties of a system mapping.',
  effect: 'read',
  params: struct({ mapping_id: mappingId }),
  result: struct({ engine, extension, properties }),
  source: reference(86),
});

export const getSystemMappings = operation({
  method: 'pem.iis.getSystemMappings',
  group: GROUP,
  since: '2.6.5',
  description: 'System mappings to an engine.',
  effect: 'read',
  params: struct({ iis_ver: iisVersion, engine }),
  result: array(struct({ mapping_id: key(mappingId), engine, extension, properties }), 'Mappings.'),
  source: reference(87),
});

export const addSystemMapping = operation({
  method: 'pem.iis.addSystemMapping',
  group: GROUP,
  since: '2.6.5',
  description: 'Creates a system mapping, which pem.iis.applySystemMappingsToHosts gives to domains.',
  effect: 'write',
  params: struct({ iis_ver: iisVersion, engine, extension, properties }),
  result: struct({ mapping_id: key(int('The new mapping.')) }),
  source: reference(80),
});

export const updateSystemMapping = operation({
  method: 'pem.iis.updateSystemMapping',
  group: GROUP,
  since: '2.6.5',
  description: 'Changes the properties of a system mapping.',
  effect: 'idempotentWrite',
  params: struct({ mapping_id: mappingId, properties }),
  result: null,
  source: reference(91),
});

export const deleteSystemMapping = operation({
  method: 'pem.iis.deleteSystemMapping',
  group: GROUP,
  since: '2.6.5',
  description: 'Removes a system mapping.',
  effect: 'write',
  destructive: true,
  params: struct({ mapping_id: mappingId }),
  result: null,
  source: reference(82),
});

export const applySystemMappingsToHosts = operation({
  method: 'pem.iis.applySystemMappingsToHosts',
  group: GROUP,
  since: '2.6.5',
  description: 'Destroys all mappings of all domains on hosts and gives them the system mappings instead.',
  effect: 'idempotentWrite',
  destructive: true,
  params: struct({ hosts: array(int('Host.'), 'Hosts.') }),
  result: null,
  source: reference(81),
});
