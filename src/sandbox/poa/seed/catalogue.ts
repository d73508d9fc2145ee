import type { Data } from '../data.js';
import type { ResourceType, ServiceTemplate } from '../records.js';

const GIB = 1024n * 1024n; // in KB

export const RESOURCE = {
  diskSpace: 901,
  traffic: 902,
  exchange: 910,
  mailboxes: 911,
  mailStorage: 912,
  archive: 913,
  iis: 920,
  iisWebsites: 921,
  iisDiskSpace: 922,
  apache: 930,
  apacheDomains: 931,
  dns: 940,
  users: 950,
  crm: 960,
  crmUsers: 961,
  cqmail: 970,
  cqmailMailboxes: 971,
} as const;

/** Classes by which a method asks for a resource type. */
export const RESOURCE_CLASS = { crm: 'mscrm_hosting' } as const;

/** Several trees, one of them three deep, and single roots. */
const RESOURCE_TYPES: readonly (readonly [
  id: number,
  name: string,
  parentId: number,
  resourceClass: string,
  unit: string,
  ...attributes: string[],
])[] = [
  [RESOURCE.diskSpace, 'Disk space', -1, 'diskusage', 'KB'],
  [RESOURCE.traffic, 'Traffic', -1, 'traffic', 'KB'],
  [RESOURCE.exchange, 'Hosted Exchange', -1, 'exchange_hosting', 'unit', 'Exchange 2007'],
  [RESOURCE.mailboxes, 'Exchange mailboxes', RESOURCE.exchange, 'exchange_mailboxes', 'item'],
  [RESOURCE.mailStorage, 'Exchange storage', RESOURCE.exchange, 'exchange_storage', 'KB', 'SAN', 'Mirrored'],
  [RESOURCE.archive, 'Archive storage (über 90 Tage)', RESOURCE.mailStorage, 'exchange_archive', 'KB'],
  [RESOURCE.iis, 'Windows web hosting', -1, 'iis_hosting', 'unit', 'IIS 7'],
  [RESOURCE.iisWebsites, 'IIS websites', RESOURCE.iis, 'iis_websites', 'item'],
  [RESOURCE.iisDiskSpace, 'IIS disk space', RESOURCE.iis, 'iis_diskusage', 'KB'],
  [RESOURCE.apache, 'Linux web hosting', -1, 'apache_hosting', 'unit'],
  [RESOURCE.apacheDomains, 'Apache domains', RESOURCE.apache, 'apache_domains', 'item'],
  [RESOURCE.dns, 'DNS hosting', -1, 'dns_hosting', 'zone'],
  [RESOURCE.users, 'Service users', -1, 'service_users', 'item'],
  [RESOURCE.crm, 'Hosted CRM', -1, RESOURCE_CLASS.crm, 'unit', 'CRM 4.0'],
  [RESOURCE.crmUsers, 'CRM users', RESOURCE.crm, 'mscrm_users', 'item'],
  [RESOURCE.cqmail, 'CQMail hosting', -1, 'cqmail_hosting', 'unit'],
  [RESOURCE.cqmailMailboxes, 'CQMail mailboxes', RESOURCE.cqmail, 'cqmail_mailboxes', 'item'],
];

const BASICS = [
  { resourceTypeId: RESOURCE.diskSpace, limit: 10n * GIB },
  { resourceTypeId: RESOURCE.traffic, limit: -1n },
  { resourceTypeId: RESOURCE.dns, limit: 25n },
  { resourceTypeId: RESOURCE.users, limit: 50n },
];
const EXCHANGE = [
  { resourceTypeId: RESOURCE.exchange, limit: 1n },
  { resourceTypeId: RESOURCE.mailboxes, limit: 25n },
  { resourceTypeId: RESOURCE.mailStorage, limit: 25n * GIB },
  { resourceTypeId: RESOURCE.archive, limit: -1n },
];
const IIS = [
  { resourceTypeId: RESOURCE.iis, limit: 1n },
  { resourceTypeId: RESOURCE.iisWebsites, limit: 5n },
  { resourceTypeId: RESOURCE.iisDiskSpace, limit: 10n * GIB },
];
const APACHE = [
  { resourceTypeId: RESOURCE.apache, limit: 1n },
  { resourceTypeId: RESOURCE.apacheDomains, limit: 10n },
];

const CRM_AND_MAIL = [
  { resourceTypeId: RESOURCE.crm, limit: 2n },
  { resourceTypeId: RESOURCE.crmUsers, limit: 10n },
  { resourceTypeId: RESOURCE.cqmail, limit: 1n },
  { resourceTypeId: RESOURCE.cqmailMailboxes, limit: 20n },
];

export const SERVICE_TEMPLATES: readonly ServiceTemplate[] = [
  {
    ...template(11, 'Business Exchange', 3),
    limits: [...BASICS, ...EXCHANGE],
    activationParameters: [{ name: 'ad_domain', value: 'ad.nordhost.example' }],
  },
  { ...template(12, 'Windows Web', 1), limits: [...BASICS, ...IIS] },
  { ...template(13, 'Linux Web', 5), limits: [...BASICS, ...APACHE] },
  {
    ...template(14, 'Alles inklusive', 2),
    autoprovidable: true,
    limits: [...BASICS, ...EXCHANGE, ...IIS, ...APACHE],
  },
  { ...template(15, 'Legacy 2006', 9), isActive: false, limits: [...BASICS, ...APACHE] },
  { ...template(16, 'Küstenpaket', 1), ownerId: 1000002, limits: [...BASICS, ...APACHE] },
  { ...template(17, 'CRM & Mail', 1), limits: [...BASICS, ...CRM_AND_MAIL] },
];

function template(id: number, name: string, version: number) {
  return {
    id,
    name,
    version,
    ownerId: 1,
    isActive: true,
    autoprovidable: false,
    activationParameters: [],
  };
}

export function seedCatalogue(data: Data): void {
  for (const [id, name, parentId, resourceClass, unit, ...attributes] of RESOURCE_TYPES) {
    const type: ResourceType = { id, name, parentId, resourceClass, unit, attributes };
    data.resourceTypes.put(type);
  }
  for (const row of SERVICE_TEMPLATES) data.serviceTemplates.put(row);
}
