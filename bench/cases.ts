import type { LoadRequest } from './measure/load.js';
import type { Contender } from './measure/round.js';
import type { StartedProcess } from './processes/start.js';
import { KEY, type PanelName, type Stage } from './stage.js';

type Server = StartedProcess & { readonly url: string };

/** One thing that is measured: the gateway, and where there is one, what does the same without it. */
export interface Case {
  readonly title: string;
  readonly contenders: readonly Contender[];
}

const JSON_HEADERS = { 'content-type': 'application/json', authorization: `Bearer ${KEY}` };

/** Thirteen fields of one user, as the peer asks for them. */
export const FLAT =
  '{ account(id: "mspc:Account:7") { kind status login peer demo parent { id } contact { firstName lastName email companyName address { street city country } } } }';
const HIVE_FLAT =
  '{ tns_esUsers_esUsersSoap_GetUserById(GetUserById: {userId: 7}) { GetUserByIdResult { RoleId StatusId Username IsPeer IsDemo OwnerId FirstName LastName Email CompanyName Address City Country } } }';
const SOAP_CALL =
  '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><GetUserById xmlns="http://smbsaas/MSPC/enterpriseserver"><userId>7</userId></GetUserById></soap:Body></soap:Envelope>';

const OTHER_FLATS: Readonly<
  Record<Exclude<PanelName, 'mspc'>, { readonly query: string; readonly path: string }>
> = {
  poa: {
    query:
      '{ account(id: "poa:Account:1000005") { kind contact { firstName lastName email companyName phone { countryCode number } address { street houseNumber postalCode city state country } } } }',
    path: '/rest/v1/accounts/poa:Account:1000005',
  },
  hsphere: {
    query: '{ account(id: "hsphere:Account:5001") { id diskQuotaKiB } }',
    path: '/rest/v1/accounts/hsphere:Account:5001',
  },
  enom: {
    query: '{ domain(id: "enom:Domain:nordlicht.example") { name expiresOn nameServers } }',
    path: '/rest/v1/domains/enom:Domain:nordlicht.example',
  },
};

const graphql = (server: Server, query: string): LoadRequest => ({
  url: `${server.url}/graphql`,
  method: 'POST',
  headers: JSON_HEADERS,
  body: JSON.stringify({ query }),
});

const byHash = (server: Server, sha256Hash: string): LoadRequest => ({
  url: `${server.url}/graphql`,
  method: 'POST',
  headers: JSON_HEADERS,
  body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash } } }),
});

const rest = (server: Server, path: string): LoadRequest => ({
  url: server.url + path,
  method: 'GET',
  headers: { authorization: JSON_HEADERS.authorization },
});

export const proxied = (stage: Stage): Contender => ({
  name: 'bare Node proxy',
  pid: stage.proxy.pid,
  upstream: stage.upstream('mspc'),
  request: {
    url: `${stage.proxy.url}/esUsers.asmx`,
    method: 'POST',
    headers: {
      'content-type': 'text/xml; charset=utf-8',
      soapaction: '"http://smbsaas/MSPC/enterpriseserver/GetUserById"',
    },
    body: SOAP_CALL,
  },
});

export interface Asked {
  /** Hash of `FLAT`, registered. */
  readonly flatHash: string;
}

/** The flat read, in every form that it can be asked in, beside the proxy and the peer. */
export function flatReads(stage: Stage, gateway: Server, hive: Server | null, { flatHash }: Asked): Case {
  const own = (name: string, request: LoadRequest): Contender => ({
    name,
    request,
    pid: gateway.pid,
    upstream: stage.upstream('mspc'),
  });
  return {
    title: 'Flat read, SOAP (MSPControl)',
    contenders: [
      proxied(stage),
      own('hostgraph, /graphql, full text', graphql(gateway, FLAT)),
      own('hostgraph, /graphql, by its hash', byHash(gateway, flatHash)),
      own('hostgraph, REST', rest(gateway, '/rest/v1/accounts/mspc:Account:7')),
      ...(hive === null
        ? []
        : [
            {
              name: 'Hive Gateway, /graphql',
              pid: hive.pid,
              upstream: stage.upstream('mspc'),
              request: {
                url: `${hive.url}/graphql`,
                method: 'POST' as const,
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify({ query: HIVE_FLAT }),
              },
            },
          ]),
    ],
  };
}

/** The same of the other panels, each beside the proxy. */
export const otherFlatReads = (stage: Stage, gateway: Server): readonly Case[] =>
  (['poa', 'hsphere', 'enom'] as const).map((panel) => {
    const { query, path } = OTHER_FLATS[panel];
    const upstream = stage.upstream(panel);
    return {
      title: `Flat read, ${panel}`,
      contenders: [
        proxied(stage),
        { name: 'hostgraph, /graphql', pid: gateway.pid, upstream, request: graphql(gateway, query) },
        { name: 'hostgraph, REST', pid: gateway.pid, upstream, request: rest(gateway, path) },
      ],
    };
  });

/** What is heavier than one object. */
export function heavyReads(stage: Stage, gateway: Server, unbatched: Server): Case {
  const of = (name: string, panel: PanelName, query: string, server = gateway): Contender => ({
    name,
    pid: server.pid,
    upstream: stage.upstream(panel),
    request: graphql(server, query),
  });
  const nested =
    '{ account(id: "poa:Account:1000005") { subscriptions(first: 100) { nodes { name active plan { id } } } } }';
  return {
    title: 'Nested and large reads',
    contenders: [
      of('POA: 100 subscriptions with a look-up each, batched', 'poa', nested),
      of('POA: the same, one call each', 'poa', nested, unbatched),
      of(
        'MSPControl: 100 users with a look-up each',
        'mspc',
        '{ accounts(backend: "mspc", first: 100) { nodes { login contact { address { city } } } } }',
      ),
      of(
        'MSPControl: a list of 1,000 rows',
        'mspc',
        '{ package(id: "mspc:Package:1000") { quotas { quotaId name allocated used } } }',
      ),
      of(
        'MSPControl: an answer of 1 MB',
        'mspc',
        '{ package(id: "mspc:Package:3200") { quotas { quotaId } } }',
      ),
    ],
  };
}

/** Each with a key of its own; recorded before it is sent, over a connection that is new. */
export const write = (stage: Stage, gateway: Server): Case => ({
  title: 'A write (POA, createDnsRecord)',
  contenders: [
    {
      name: 'hostgraph, /graphql',
      pid: gateway.pid,
      upstream: stage.upstream('poa'),
      request: graphql(
        gateway,
        'mutation { createDnsRecord(input: { domainId: "poa:Domain:nordlicht.example", host: "www", type: "A", data: "192.0.2.1" }) { recordId userErrors { code message } } }',
      ),
    },
  ],
});
