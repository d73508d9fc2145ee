import type { Data } from '../data.js';
import { engine, extension, iisVersion, isSameExtension, properties } from '../iis-parameters.js';
import { type MethodTable, method, write } from '../method.js';
import { arrayOf, boolean, int } from '../parameters.js';
import { found, Refusal } from '../refusal.js';
import type { IisVersion, SystemEngine, SystemMapping } from '../web-records.js';
import { forgetMappings } from './removal.js';

/** @see POA Public API Reference 2.8, "IIS Application Mappings Management" */
export const iisSystemMappingMethods: MethodTable = {
  'pem.iis.getSystemEngines': method({ iis_ver: iisVersion }, (data, { iis_ver }) =>
    data.systemEngines
      .filter((row) => row.iisVersion === versionOf(iis_ver))
      .map((row) => ({ engine: row.engine, customizable: row.customizable })),
  ),

  'pem.iis.updateSystemEngine': write(
    { iis_ver: iisVersion, engine, customizable: boolean },
    (data, { iis_ver, engine: name, customizable }) => {
      data.systemEngines.put({ ...systemEngine(data, versionOf(iis_ver), name), customizable });
    },
  ),

  'pem.iis.getSystemMapping': method({ mapping_id: int }, (data, { mapping_id }) =>
    shown(systemMapping(data, mapping_id)),
  ),

  'pem.iis.getSystemMappings': method({ iis_ver: iisVersion, engine }, (data, { iis_ver, engine: name }) =>
    mappingsOf(data, versionOf(iis_ver))
      .filter((row) => row.engine === name)
      .map((row) => ({ mapping_id: row.id, ...shown(row) })),
  ),

  /** One extension leads to one engine: in one version of IIS, no two mappings have the same. */
  'pem.iis.addSystemMapping': write(
    { iis_ver: iisVersion, engine, extension, properties },
    (data, { iis_ver, ...mapping }) => {
      const version = versionOf(iis_ver);
      if (mappingsOf(data, version).some((row) => isSameExtension(row.extension, mapping.extension))) {
        throw Refusal.exists('System mapping of', mapping.extension);
      }
      const id = data.nextId('systemMappings');
      data.systemMappings.put({ id, iisVersion: version, ...mapping });
      return { mapping_id: id };
    },
  ),

  'pem.iis.updateSystemMapping': write({ mapping_id: int, properties }, (data, given) => {
    data.systemMappings.put({
      ...systemMapping(data, given.mapping_id),
      properties: given.properties,
    });
  }),

  /** The mappings of domains that were made from it stay, as mappings of their own. */
  'pem.iis.deleteSystemMapping': write({ mapping_id: int }, (data, { mapping_id }) => {
    data.systemMappings.remove(systemMapping(data, mapping_id).id);
  }),

  'pem.iis.applySystemMappingsToHosts': write({ hosts: arrayOf(int) }, (data, { hosts }) => {
    for (const id of hosts) {
      const host = found(data.hosts.get(id), 'Host', id);
      if (host.iisVersion === undefined) throw Refusal.invalidArguments(`Host ${id} is no IIS host`);
      applyToHost(data, id, mappingsOf(data, host.iisVersion));
    }
  }),
};

export function systemEngine(data: Data, version: IisVersion, name: SystemEngine['engine']): SystemEngine {
  return found(data.systemEngines.get(`${version}/${name}`), 'Scripting engine', name);
}

function applyToHost(data: Data, hostId: number, templates: readonly SystemMapping[]): void {
  const webspaces = data.webspaces.filter((row) => row.hostId === hostId);
  for (const domainId of new Set(webspaces.flatMap(({ domainIds }) => domainIds))) {
    forgetMappings(data, domainId);
    for (const { id: systemMappingId, iisVersion: _, ...mapping } of templates) {
      const id = data.nextId('domainMappings');
      data.domainMappings.put({ ...mapping, id, domainId, enabled: true, systemMappingId });
    }
  }
}

const versionOf = (given: 6 | 7 | undefined): IisVersion => (given === 7 ? '7' : '6');

const mappingsOf = (data: Data, version: IisVersion): SystemMapping[] =>
  data.systemMappings.filter((row) => row.iisVersion === version);

function systemMapping(data: Data, id: number): SystemMapping {
  return found(data.systemMappings.get(id), 'System mapping', id);
}

function shown({ engine: name, extension: given, properties: settings }: SystemMapping) {
  return { engine: name, extension: given, properties: { ...settings } };
}
