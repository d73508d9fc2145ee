import type { Data } from '../data.js';
import { isActive } from '../iis-engines.js';
import { engine, extension, isSameExtension, properties } from '../iis-parameters.js';
import { type MethodTable, method, write } from '../method.js';
import { arrayOf, boolean, int, structOf } from '../parameters.js';
import { found, Refusal } from '../refusal.js';
import type { DomainMapping, EngineName } from '../web-records.js';
import { systemEngine } from './iis-system-mappings.js';
import { iisWebsite } from './websites.js';

const mapping = { engine, extension, enabled: boolean, properties };

/** @see POA Public API Reference 2.8, "IIS Application Mappings Management" */
export const iisDomainMappingMethods: MethodTable = {
  'pem.iis.getDomainEngines': method({ domain_id: int }, (data, { domain_id }) => {
    const { webspace, iisVersion } = iisWebsite(data, domain_id);
    return data.systemEngines
      .filter((row) => row.iisVersion === iisVersion)
      .map((row) => ({
        engine: row.engine,
        customizable: row.customizable,
        active: isActive(row.engine, webspace.features),
      }));
  }),

  'pem.iis.getDomainMapping': method({ mapping_id: int }, (data, { mapping_id }) =>
    shown(mappingOf(data, mapping_id)),
  ),

  'pem.iis.getDomainMappings': method({ domain_id: int, engine }, (data, given) => {
    iisWebsite(data, given.domain_id);
    return data.domainMappings
      .filter((row) => row.domainId === given.domain_id && row.engine === given.engine)
      .map((row) => ({ mapping_id: row.id, ...shown(row) }));
  }),

  'pem.iis.addDomainMapping': write({ domain_id: int, ...mapping }, (data, { domain_id, ...given }) => ({
    mapping_id: addMapping(data, domain_id, given),
  })),

  'pem.iis.bulkAddDomainMapping': write(
    { domain_id: int, mappings: arrayOf(structOf(mapping)) },
    (data, { domain_id, mappings }) => {
      iisWebsite(data, domain_id);
      for (const given of mappings) addMapping(data, domain_id, given);
    },
  ),

  'pem.iis.updateDomainMapping': write({ mapping_id: int, properties }, (data, given) => {
    const row = customizable(data, mappingOf(data, given.mapping_id));
    data.domainMappings.put({ ...row, properties: given.properties });
  }),

  'pem.iis.setDomainMappingEnabled': write({ mapping_id: int, enabled: boolean }, (data, given) => {
    const row = customizable(data, mappingOf(data, given.mapping_id));
    data.domainMappings.put({ ...row, enabled: given.enabled });
  }),

  /** One whose system mapping is gone counts as a mapping of its own. */
  'pem.iis.resetDomainMapping': write({ mapping_id: int }, (data, { mapping_id }) => {
    const row = mappingOf(data, mapping_id);
    const template =
      row.systemMappingId === undefined ? undefined : data.systemMappings.get(row.systemMappingId);
    if (template === undefined) data.domainMappings.remove(row.id);
    else data.domainMappings.put({ ...row, properties: template.properties });
  }),
};

type NewMapping = Pick<DomainMapping, 'engine' | 'extension' | 'enabled' | 'properties'>;

/** One extension leads to one engine: no two mappings of a domain have the same. */
function addMapping(data: Data, domainId: number, given: NewMapping): number {
  checkCustomizable(data, domainId, given.engine);
  const holder = data.domainMappings.find(
    (row) => row.domainId === domainId && isSameExtension(row.extension, given.extension),
  );
  if (holder !== undefined) throw Refusal.exists('Domain mapping of', given.extension);
  const id = data.nextId('domainMappings');
  data.domainMappings.put({ id, domainId, ...given });
  return id;
}

function mappingOf(data: Data, id: number): DomainMapping {
  return found(data.domainMappings.get(id), 'Domain mapping', id);
}

function customizable(data: Data, row: DomainMapping): DomainMapping {
  checkCustomizable(data, row.domainId, row.engine);
  return row;
}

function checkCustomizable(data: Data, domainId: number, name: EngineName): void {
  const { iisVersion } = iisWebsite(data, domainId);
  if (!systemEngine(data, iisVersion, name).customizable) {
    throw Refusal.wrongState(`Mappings to ${name} may not be changed`);
  }
}

function shown({ engine: name, extension: given, enabled, properties: settings }: DomainMapping) {
  return { engine: name, extension: given, enabled, properties: { ...settings } };
}
