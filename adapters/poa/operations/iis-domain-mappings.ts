import { operation } from '../../../src/operation/operation.js';
import { array, boolean, int, key, struct } from '../../../src/operation/shape.js';
import { engine, extension, mappingId, properties } from './iis-mapping-shapes.js';
import { ofDomain } from './owners.js';
import { reference } from './reference.js';

const GROUP = 'IIS application mappings';
const enabled = boolean('The mapping is on.');

export const getDomainEngines = operation({
  method: 'pem.iis.getDomainEngines',
  group: GROUP,
  since: '2.6.5',
  description: 'Scripting engines of a domain.',
  effect: 'read',
  owner: ofDomain,
  params: struct({ domain_id: int('Domain.') }),
  result: array(
    struct({
      engine: key(engine),
      customizable: boolean('Its mappings may be changed.'),
      active: boolean('The engine is active.'),
    }),
    'Engines.',
  ),
  source: reference(83),
});

export const getDomainMapping = operation({
  method: 'pem.iis.getDomainMapping',
  group: GROUP,
  since: '2.6.5',
  description: 'Properties of a mapping of a domain.',
  effect: 'read',
  params: struct({ mapping_id: mappingId }),
  result: struct({ engine, extension, enabled, properties }),
  source: reference(83),
});

export const getDomainMappings = operation({
  method: 'pem.iis.getDomainMappings',
  group: GROUP,
  since: '2.6.5',
  description: 'Mappings of a domain to an engine.',
  effect: 'read',
  owner: ofDomain,
  params: struct({ domain_id: int('Domain.'), engine }),
  result: array(struct({ mapping_id: key(mappingId), engine, extension, enabled, properties }), 'Mappings.'),
  source: reference(84),
});

export const addDomainMapping = operation({
  method: 'pem.iis.addDomainMapping',
  group: GROUP,
  since: '2.6.5',
  description: 'Maps a file name extension to a scripting engine, for a domain.',
  effect: 'write',
  owner: ofDomain,
  params: struct({ domain_id: int('Domain.'), engine, extension, enabled, properties }),
  result: struct({ mapping_id: key(int('The new mapping.')) }),
  source: reference(78),
});

export const bulkAddDomainMapping = operation({
  method: 'pem.iis.bulkAddDomainMapping',
  group: GROUP,
  since: '2.6.5',
  description: 'Maps several file name extensions to scripting engines at once, for a domain.',
  effect: 'write',
  owner: ofDomain,
  params: struct({
    domain_id: int('Domain.'),
    mappings: array(struct({ engine, extension, enabled, properties }), 'Mappings.'),
  }),
  result: null,
  source: reference(81),
});

export const updateDomainMapping = operation({
  method: 'pem.iis.updateDomainMapping',
  group: GROUP,
  since: '2.6.5',
  description: 'Changes the properties of a mapping of a domain.',
  effect: 'idempotentWrite',
  params: struct({ mapping_id: mappingId, properties }),
  result: null,
  source: reference(89),
});

export const setDomainMappingEnabled = operation({
  method: 'pem.iis.setDomainMappingEnabled',
  group: GROUP,
  since: '2.6.5',
  description: 'Turns a mapping of a domain on or off.',
  effect: 'idempotentWrite',
  params: struct({ mapping_id: mappingId, enabled }),
  result: null,
  source: reference(89),
});

/** Takes away what was set by hand, and with it the mapping itself where no system mapping stands behind it. */
export const resetDomainMapping = operation({
  method: 'pem.iis.resetDomainMapping',
  group: GROUP,
  since: '2.6.5',
  description:
    'Sets a mapping of a domain back to the system mapping that it was made from; one of its own is removed.',
  effect: 'write',
  destructive: true,
  params: struct({ mapping_id: mappingId }),
  result: null,
  source: reference(88),
});
