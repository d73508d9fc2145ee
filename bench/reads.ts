import { createHash } from 'node:crypto';
import type { LoadRequest } from './measure/load.js';
import type { PanelName } from './panels.js';

export const KEY = 'hg_bench-key-of-a-caller-that-exists-for-as-long-as-the-benchmark-runs';

/** One read of one object, in all forms that a caller can give it. */
export interface FlatRead {
  readonly title: string;
  readonly id: string;
  /** Holds the id. */
  readonly query: string;
  /** Of the gateway's own REST routes, the one that reads all of such objects. */
  readonly collection: string;
}

export const FLAT_READS: Readonly<Record<PanelName, FlatRead>> = {
  mspc: {
    title: 'SOAP (MSPControl)',
    id: 'mspc:Account:7',
    // Thirteen fields, as the peer is asked for them.
    query:
      '{ account(id: "mspc:Account:7") { kind status login peer demo parent { id } contact { firstName lastName email companyName address { street city country } } } }',
    collection: 'accounts',
  },
  poa: {
    title: 'XML-RPC (POA)',
    id: 'poa:Account:1000005',
    query:
      '{ account(id: "poa:Account:1000005") { kind contact { firstName lastName email companyName phone { countryCode number } address { street houseNumber postalCode city state country } } } }',
    collection: 'accounts',
  },
  hsphere: {
    title: 'SOAP with references (H-Sphere)',
    id: 'hsphere:Account:5001',
    query: '{ account(id: "hsphere:Account:5001") { id diskQuotaKiB } }',
    collection: 'accounts',
  },
  enom: {
    title: 'HTTP and XML (eNom)',
    id: 'enom:Domain:nordlicht.example',
    query: '{ domain(id: "enom:Domain:nordlicht.example") { name expiresOn nameServers } }',
    collection: 'domains',
  },
};

/** MSPControl's thirteen fields, by the names that the peer gives them. */
export const HIVE_FLAT =
  '{ tns_esUsers_esUsersSoap_GetUserById(GetUserById: {userId: 7}) { GetUserByIdResult { RoleId StatusId Username IsPeer IsDemo OwnerId FirstName LastName Email CompanyName Address City Country } } }';

/** What the gateway that is measured knows a read by before anybody asks for it. */
export const trustedId = (panel: PanelName): string => `bench-${panel}`;

/** The manifest of a client that was built with these reads: their documents by their ids. */
export const trustedDocuments = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(FLAT_READS).map(([panel, { query }]) => [
      trustedId(panel as PanelName),
      query.replace('{', 'query Bench {'),
    ]),
  );

/** The same reads as known operations with REST routes, which take the id from the path. */
export const routedOperations = (): string =>
  Object.entries(FLAT_READS)
    .map(([panel, { id, query }]) => {
      const route = `@rest(method: GET, path: "/bench/${panel}/{id}", tag: "Bench", summary: "The flat read")`;
      return `query Flat_${panel}($id: ID!) ${route} ${query.replace(`"${id}"`, '$id')}`;
    })
    .join('\n');

const AUTHORIZATION = `Bearer ${KEY}`;
const JSON_HEADERS = { 'content-type': 'application/json', authorization: AUTHORIZATION };

const posted = (url: string, body: unknown): LoadRequest => ({
  url: `${url}/graphql`,
  method: 'POST',
  headers: JSON_HEADERS,
  body: JSON.stringify(body),
});

export const fullText = (url: string, query: string): LoadRequest => posted(url, { query });

export const trusted = (url: string, panel: PanelName): LoadRequest =>
  posted(url, { documentId: trustedId(panel) });

const persistedQuery = (query: string) => ({
  version: 1,
  sha256Hash: createHash('sha256').update(query).digest('hex'),
});

/** By a hash that the gateway keeps since `registration` came. */
export const automatic = (url: string, query: string): LoadRequest =>
  posted(url, { extensions: { persistedQuery: persistedQuery(query) } });

export const registration = (url: string, query: string): LoadRequest =>
  posted(url, { query, extensions: { persistedQuery: persistedQuery(query) } });

const got = (url: string): LoadRequest => ({
  url,
  method: 'GET',
  headers: { authorization: AUTHORIZATION },
});

export const rest = (url: string, panel: PanelName): LoadRequest =>
  got(`${url}/rest/v1/bench/${panel}/${FLAT_READS[panel].id}`);

export const restOfAll = (url: string, { collection, id }: FlatRead): LoadRequest =>
  got(`${url}/rest/v1/${collection}/${id}`);
