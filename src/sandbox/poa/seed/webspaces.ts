import type { Data } from '../data.js';
import type { Host, Webspace } from '../web-records.js';

const HOST = { iis7: 101, iis6: 102, apache: 103 } as const;

/** Addresses from the ranges kept for documentation. */
const HOSTS: readonly Host[] = [
  { id: HOST.iis7, name: 'iis01.nordhost.example', ip: '192.0.2.10', iisVersion: '7' },
  { id: HOST.iis6, name: 'iis-alt.nordhost.example', ip: '198.51.100.20', iisVersion: '6' },
  { id: HOST.apache, name: 'web01.nordhost.example', ip: '203.0.113.30' },
];

const WEBSPACES: readonly Webspace[] = [
  iis(7000001, 2000001, [3000001]),
  apache(7000002, 2000001, [3000001]),
  apache(7000003, 2000005, [3000005]),
  apache(7000004, 2000005, [3000007]),
  { ...iis(7000005, 2000010, [3000013]), path: 'C:\\WebSpaces\\Räder & Co\\radhaus' },
  { ...iis(7000006, 2000020, [3000008]), hostId: HOST.iis6, diskSpaceLimit: -1n },
  { ...iis(7000007, 2000019, [3000027]), diskSpaceLimit: 9_223_372_036_854_775_807n },
  apache(7000008, 2000013, [3000021, 3000022, 3000023]),
  apache(7000009, 2000016, [3000012]),
  iis(7000010, 2000018, [3000026]),
  apache(7000011, 2000015, [3000025]),
];

export function seedWebspaces(data: Data): void {
  for (const host of HOSTS) data.hosts.put(host);
  for (const webspace of WEBSPACES) data.webspaces.put(webspace);
}

function iis(id: number, subscriptionId: number, domainIds: readonly number[]): Webspace {
  return {
    id,
    subscriptionId,
    hostId: HOST.iis7,
    path: `C:\\WebSpaces\\${id}`,
    diskSpaceLimit: 5_242_880n,
    domainIds,
  };
}

function apache(id: number, subscriptionId: number, domainIds: readonly number[]): Webspace {
  return {
    id,
    subscriptionId,
    hostId: HOST.apache,
    path: `/var/www/vhosts/${id}`,
    diskSpaceLimit: 5_242_880n,
    domainIds,
  };
}
