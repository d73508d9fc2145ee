import type { Data } from '../data.js';
import type { Resource, Subscription } from '../records.js';
import { RESOURCE, SERVICE_TEMPLATES } from './catalogue.js';

/** 2011-06-01T00:00:00Z: the seed is the same at every start. */
const MEASURED_AT = 1_306_886_400;

interface Sketch {
  readonly id: number;
  readonly ownerId: number;
  readonly name: string;
  readonly templateId: number;
  readonly inactive?: true;
  /** Where limit and usage differ from the template's limits and the common usage. */
  readonly resources?: Readonly<Record<number, { readonly limit?: bigint; readonly usage: bigint }>>;
}

const SUBSCRIPTIONS: readonly Sketch[] = [
  { id: 2000001, ownerId: 1000001, name: `O'Brien & Söhne <Alles> ]]>`, templateId: 14 },
  { id: 2000002, ownerId: 1000002, name: 'Küstenhost intern', templateId: 14 },
  { id: 2000003, ownerId: 1000003, name: 'Deichweb intern', templateId: 13 },
  { id: 2000004, ownerId: 1000004, name: '星空 ウェブ', templateId: 12 },
  { id: 2000005, ownerId: 1000005, name: 'Nordlicht Web', templateId: 13 },
  {
    id: 2000006,
    ownerId: 1000006,
    name: 'Alpine Tours Exchange',
    templateId: 11,
    resources: {
      [RESOURCE.mailboxes]: { usage: 4n },
      [RESOURCE.mailStorage]: { usage: 7_340_032n },
      [RESOURCE.traffic]: { usage: 5_368_709_120n },
    },
  },
  {
    id: 2000007,
    ownerId: 1000007,
    name: 'Viele Postfächer',
    templateId: 14,
    resources: {
      [RESOURCE.mailboxes]: { limit: 250n, usage: 100n },
      [RESOURCE.users]: { limit: -1n, usage: 100n },
      [RESOURCE.dns]: { limit: 100n, usage: 100n },
    },
  },
  { id: 2000008, ownerId: 1000008, name: 'Müller & Töchter Mail', templateId: 11 },
  { id: 2000009, ownerId: 1000008, name: 'Müller & Töchter alt', templateId: 15, inactive: true },
  { id: 2000010, ownerId: 1000009, name: '🚲 Windows', templateId: 12 },
  { id: 2000011, ownerId: 1000009, name: '🚲 Linux', templateId: 13, inactive: true },
  {
    // Over its limits, which the panel allows for what is measured and not reserved.
    id: 2000012,
    ownerId: 1000010,
    name: '例子 全部',
    templateId: 14,
    resources: {
      [RESOURCE.diskSpace]: { limit: 10_485_760n, usage: 12_582_912n },
      [RESOURCE.mailStorage]: { limit: 1_048_576n, usage: 1_048_577n },
    },
  },
  { id: 2000013, ownerId: 1000011, name: 'Bakewell web', templateId: 13 },
  { id: 2000014, ownerId: 1000011, name: 'Bakewell mail', templateId: 11 },
  {
    // Limits used up to the last unit.
    id: 2000015,
    ownerId: 1000012,
    name: 'Strona domowa',
    templateId: 13,
    resources: {
      [RESOURCE.diskSpace]: { limit: 1_048_576n, usage: 1_048_576n },
      [RESOURCE.apacheDomains]: { limit: 1n, usage: 1n },
      [RESOURCE.dns]: { limit: 0n, usage: 0n },
    },
  },
  { id: 2000016, ownerId: 1000013, name: 'Café Ångström', templateId: 16 },
  { id: 2000017, ownerId: 1000013, name: 'Café Ångström, gamla', templateId: 16, inactive: true },
  { id: 2000018, ownerId: 1000014, name: 'Пример Web', templateId: 12 },
  {
    // Beyond what a double holds exactly, up to the ends of 64 bits.
    id: 2000019,
    ownerId: 1000016,
    name: 'مثال',
    templateId: 14,
    resources: {
      [RESOURCE.diskSpace]: { limit: 9_223_372_036_854_775_807n, usage: 9_007_199_254_740_993n },
      [RESOURCE.traffic]: { limit: -1n, usage: 9_223_372_036_854_775_807n },
      [RESOURCE.mailStorage]: { limit: 4_294_967_296n, usage: 2_147_483_648n },
    },
  },
  { id: 2000020, ownerId: 1000006, name: 'Alpine Tours booking site', templateId: 12 },
  { id: 2000021, ownerId: 1000005, name: 'Nordlicht Archiv', templateId: 15, inactive: true },
  { id: 2000022, ownerId: 1000001, name: '', templateId: 12 },
  { id: 2000023, ownerId: 1000007, name: 'Viele Postfächer (Test)', templateId: 15, inactive: true },
  { id: 2000024, ownerId: 1000014, name: 'Пример Mail', templateId: 11 },
  {
    id: 2000025,
    ownerId: 1000011,
    name: 'Bakewell CRM & mail',
    templateId: 17,
    resources: {
      [RESOURCE.crm]: { usage: 1n },
      [RESOURCE.crmUsers]: { usage: 1n },
      [RESOURCE.cqmail]: { usage: 1n },
      [RESOURCE.cqmailMailboxes]: { usage: 1n },
      [RESOURCE.users]: { usage: 2n },
    },
  },
];

export function seedSubscriptions(data: Data): void {
  for (const sketch of SUBSCRIPTIONS) data.subscriptions.put(complete(sketch));
}

function complete({ id, ownerId, name, templateId, inactive, resources = {} }: Sketch): Subscription {
  const template = SERVICE_TEMPLATES.find((row) => row.id === templateId);
  return {
    id,
    ownerId,
    name,
    description: '',
    serviceTemplateId: templateId,
    serviceTemplateVersion: template?.version ?? 1,
    isActive: inactive === undefined,
    resources: (template?.limits ?? []).map(({ resourceTypeId, limit }): Resource => {
      const own = resources[resourceTypeId];
      return {
        resourceTypeId,
        limit: own?.limit ?? limit,
        usage: own?.usage ?? (limit === -1n ? BigInt(id) : limit / 4n),
        measuredAt: MEASURED_AT,
      };
    }),
  };
}
