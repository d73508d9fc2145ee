import type { Data } from '../data.js';
import type { Domain, Hosting } from '../records.js';

export const WINDOWS_DOMAIN = 'ad.nordhost.example';
export const OLD_WINDOWS_DOMAIN = 'legacy.nordhost.example';

type Sketch = Pick<Domain, 'id' | 'name' | 'ownerId'> & Partial<Domain>;

const DOMAINS: readonly Sketch[] = [
  {
    id: 3000001,
    name: 'obrien-soehne.example',
    ownerId: 1000001,
    hostings: [...dnsAndWeb(2000001), exchange(2000001)],
  },
  { id: 3000002, name: 'kuestenhost.example', ownerId: 1000002, hostings: dnsAndWeb(2000002) },
  { id: 3000003, name: 'deichweb.example', ownerId: 1000003, hostings: dnsAndWeb(2000003) },
  { id: 3000004, name: 'hoshizora.example', ownerId: 1000004, hostings: dnsAndWeb(2000004) },
  { id: 3000005, name: 'nordlicht.example', ownerId: 1000005, hostings: dnsAndWeb(2000005) },
  {
    id: 3000006,
    name: 'alpine-tours.example',
    ownerId: 1000006,
    hostings: [...dns(2000006), exchange(2000006)],
  },
  {
    id: 3000007,
    name: 'buch.nordlicht.example',
    ownerId: 1000005,
    type: 'SUBDOMAIN',
    hostings: dnsAndWeb(2000005),
  },
  {
    // DNS from one subscription, web from another: in the list of both.
    id: 3000008,
    name: 'booking.alpine-tours.example',
    ownerId: 1000006,
    type: 'SUBDOMAIN',
    hostings: [...dns(2000006), { service: 'web', subscriptionId: 2000020 }],
  },
  {
    id: 3000009,
    name: 'viele.example',
    ownerId: 1000007,
    hostings: [...dns(2000007), exchange(2000007)],
  },
  {
    // müller-töchter.example
    id: 3000010,
    name: 'xn--mller-tchter-bjb1f.example',
    ownerId: 1000008,
    hostings: [...dns(2000008), exchange(2000008)],
  },
  {
    // 例え.example
    id: 3000011,
    name: 'xn--r8jz45g.example',
    ownerId: 1000010,
    hostings: [...dnsAndWeb(2000012), exchange(2000012)],
  },
  {
    // café-ångström.example
    id: 3000012,
    name: 'xn--caf-ngstrm-45a0c7l.example',
    ownerId: 1000013,
    hostings: dnsAndWeb(2000016),
  },

  { id: 3000013, name: 'radhaus.example', ownerId: 1000009, hostings: dnsAndWeb(2000010) },
  { ...radhaus(3000014, 'undefiniert'), registrarStatus: 0 },
  { ...radhaus(3000015, 'bestellt'), registrarStatus: 10 },
  { ...radhaus(3000016, 'umzug'), registrarStatus: 15 },
  { ...radhaus(3000017, 'gescheitert'), registrarStatus: 20 },
  { ...radhaus(3000018, 'auslaufend'), registrarStatus: 50 },
  { ...radhaus(3000019, 'geschlossen'), registrarStatus: 60 },
  { ...radhaus(3000020, 'fort'), registrarStatus: 70 },

  {
    id: 3000021,
    name: 'bakewell.example',
    ownerId: 1000011,
    hostings: [...dnsAndWeb(2000013), { service: 'cqmail', subscriptionId: 2000025 }],
  },
  {
    id: 3000022,
    name: 'closed.bakewell.example',
    ownerId: 1000011,
    type: 'SUBDOMAIN',
    isLocked: true,
    dnsManagementAllowed: false,
    hostings: dnsAndWeb(2000013),
  },
  {
    // Web only, DNS elsewhere: pem.getDomainSubscription answers 0.
    id: 3000023,
    name: 'tarts.example',
    ownerId: 1000011,
    dnsManagementAllowed: false,
    hostings: [{ service: 'web', subscriptionId: 2000013 }],
  },
  {
    id: 3000024,
    name: 'bakewell-mail.example',
    ownerId: 1000011,
    hostings: [...dns(2000014), exchange(2000014, OLD_WINDOWS_DOMAIN)],
  },
  { id: 3000025, name: 'example.org', ownerId: 1000012, hostingType: 'SLAVE', hostings: dnsAndWeb(2000015) },
  { id: 3000026, name: 'primer.example', ownerId: 1000014, hostings: dnsAndWeb(2000018) },
  { id: 3000027, name: 'mithal.example', ownerId: 1000016, hostings: dnsAndWeb(2000019) },
  { id: 3000028, name: 'alt.test', ownerId: 1000008, isLocked: true, hostings: dnsAndWeb(2000009) },
  // No hosting at all: known by name, in no list.
  { id: 3000029, name: 'niemand.test', ownerId: 1000015, hostingType: 'NONE', dnsManagementAllowed: false },
  {
    // Came from another account, with whose name servers it still is.
    id: 3000030,
    name: 'lizi.example',
    ownerId: 1000010,
    hostings: dnsAndWeb(2000012),
    formerNameServers: ['ns3.nordhost.example', 'ns4.nordhost.example'],
  },
];

export function seedDomains(data: Data): void {
  for (const sketch of DOMAINS) data.domains.put(complete(sketch));
  data.domainRequests.put({
    id: '2000005/wunsch.example',
    nameServers: ['ns3.nordhost.example', 'ns4.nordhost.example'],
  });
  // One in use by a host, whose name it has, and one that nothing uses.
  data.ptrRecords.put({ id: 9300001, address: '192.0.2.10', hostname: 'iis01.nordhost.example' });
  data.ptrRecords.put({ id: 9300002, address: '192.0.2.99', hostname: 'vps-7.nordhost.example' });
}

/** A domain with DNS from one subscription, ready and enabled unless the sketch says otherwise. */
export function complete(sketch: Sketch): Domain {
  return {
    type: 'DOMAIN',
    hostingType: 'REGULAR',
    registrarStatus: 30,
    isLocked: false,
    dnsManagementAllowed: true,
    hostings: [],
    ...sketch,
  };
}

export function dns(subscriptionId: number): Hosting[] {
  return [{ service: 'dns', subscriptionId }];
}

function dnsAndWeb(subscriptionId: number): Hosting[] {
  return [...dns(subscriptionId), { service: 'web', subscriptionId }];
}

function exchange(subscriptionId: number, windowsDomain = WINDOWS_DOMAIN): Hosting {
  return { service: 'exchange', subscriptionId, windowsDomain };
}

function radhaus(id: number, label: string) {
  return { id, name: `${label}-radhaus.example`, ownerId: 1000009, hostings: dns(2000010) };
}
