import { ask } from './measure/load.js';
import type { Contender } from './measure/round.js';
import type { PanelName } from './panels.js';
import type { StartedProcess } from './processes/start.js';
import * as reads from './reads.js';
import type { Stage } from './stage.js';

type Server = StartedProcess & { readonly url: string };

/** One thing that is measured: the gateway, and where there is one, what does the same without it. */
export interface Case {
  readonly title: string;
  readonly contenders: readonly Contender[];
}

/** Names of contenders that ratios are taken of. */
export const PROXY = 'bare Node proxy';
export const FULL_TEXT = 'hostgraph, /graphql, full text';
export const REST = 'hostgraph, REST';
export const PEER = 'Hive Gateway, /graphql';

/**
 * The flat read of one panel in every form that it can be asked in, beside a proxy that carries the very request that the
 * gateway sends to the panel, and beside the peer where it can read the same.
 */
export async function flatReads(
  stage: Stage,
  gateway: Server,
  panel: PanelName,
  hive: Server | null = null,
): Promise<Case> {
  const read = reads.FLAT_READS[panel];
  const { title, query } = read;
  const upstream = stage.upstream(panel);
  const own = (name: string, request: Contender['request']): Contender => ({
    name,
    request,
    pid: gateway.pid,
    upstream,
  });
  await ask(reads.registration(gateway.url, query));
  return {
    title: `Flat read, ${title}`,
    contenders: [
      { name: PROXY, pid: stage.proxy.pid, upstream, request: await stage.lastCallThroughProxy(panel) },
      own(FULL_TEXT, reads.fullText(gateway.url, query)),
      own('hostgraph, /graphql, automatically persisted', reads.automatic(gateway.url, query)),
      own('hostgraph, /graphql, trusted document', reads.trusted(gateway.url, panel)),
      own(REST, reads.rest(gateway.url, panel)),
      own('hostgraph, REST, all that its own route tells', reads.restOfAll(gateway.url, read)),
      ...(hive === null
        ? []
        : [{ name: PEER, pid: hive.pid, upstream, request: reads.fullText(hive.url, reads.HIVE_FLAT) }]),
    ],
  };
}

/** What is heavier than one object. */
export function heavyReads(stage: Stage, gateway: Server, unbatched: Server): Case {
  const of = (name: string, panel: PanelName, query: string, server = gateway): Contender => ({
    name,
    pid: server.pid,
    upstream: stage.upstream(panel),
    request: reads.fullText(server.url, query),
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
      request: reads.fullText(
        gateway.url,
        'mutation { createDnsRecord(input: { domainId: "poa:Domain:nordlicht.example", host: "www", type: "A", data: "192.0.2.1" }) { recordId userErrors { code message } } }',
      ),
    },
  ],
});
