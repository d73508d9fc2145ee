import type { PoaSettings } from '../config.js';

/**
 * The answer of pem.addDomainRequest. The reference describes an array of strings and prints a struct, and servers are
 * host names or structs `{ ns }`: each form is read.
 *
 * @param result - as it came
 * @param meaning - what `zone_created` 1 says; the printed meanings look swapped
 */
export function toDomainRequest(
  result: unknown,
  meaning: PoaSettings['zoneCreatedMeans'],
): { readonly nameServers: readonly string[]; readonly zoneExisted: boolean | null } {
  const struct = isStruct(result) ? result : null;
  const servers = struct === null ? result : struct.name_servers;
  const flag = toFlag(struct?.zone_created);
  return {
    nameServers: (Array.isArray(servers) ? servers : []).flatMap(toHostName),
    zoneExisted: flag === null ? null : flag === (meaning === 'existed'),
  };
}

function toHostName(server: unknown): string[] {
  const name = isStruct(server) ? server.ns : server;
  return typeof name === 'string' && name !== '' ? [name] : [];
}

function toFlag(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  return /^[01]$/.test(String(value)) ? String(value) === '1' : null;
}

const isStruct = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
