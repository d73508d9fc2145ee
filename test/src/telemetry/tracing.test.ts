import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTracing } from '../../../src/telemetry/open-tracing.js';
import { type ConfiguredGateway, startConfiguredGateway } from '../../support/configured-gateway.js';

/** What a collector gets of a span. */
interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: ReadonlyArray<{ readonly key: string; readonly value: object }>;
  readonly status: { readonly code?: number };
}

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';

let collector: Server;
const received: string[] = [];
let otlpUrl = '';
let gateway: ConfiguredGateway | undefined;

beforeAll(async () => {
  collector = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      received.push(body);
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one.
  otlpUrl = `http://127.0.0.1:${(collector.address() as AddressInfo).port}/v1/traces`;
  gateway = await startConfiguredGateway({ sections: { tracing: { otlpUrl, sampleRatio: 0 } } });
});
afterAll(async () => {
  await gateway?.close();
  collector.closeAllConnections();
  collector.close();
});

/** All spans that were made: a gateway that ends sends what it has. */
async function spansAfterEnd(): Promise<readonly Span[]> {
  await gateway?.close();
  gateway = undefined;
  return received.flatMap((body) => {
    // As the protocol has it: resources, scopes, spans.
    const { resourceSpans } = JSON.parse(body) as {
      resourceSpans: Array<{ scopeSpans: Array<{ spans: Span[] }> }>;
    };
    return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
  });
}

describe('spans', () => {
  it('are made of a request, its operation and its calls, below the span of whoever asked, with no word of theirs', async () => {
    const poa = gateway?.simulators.get('poa');
    const traceparent = `00-${TRACE}-${SPAN}-01`;
    const query = 'query Look($id: ID!) { account(id: $id) { kind } }';
    await gateway?.ask(
      query,
      { traceparent, authorization: 'Bearer hunter2' },
      { id: 'poa:Account:1000005' },
    );
    poa?.faults.next('pem.getAccountInfo', { kind: 'fault', message: 'hunter2 is not welcome' });
    await gateway?.ask(query, { traceparent }, { id: 'poa:Account:1000006' });
    // Not sampled, or not valid, so that the ratio decides, which is 0 here.
    for (const header of [`00-${TRACE}-${SPAN}-00`, 'nonsense', `00-${'0'.repeat(32)}-${SPAN}-01`]) {
      await gateway?.ask(query, { traceparent: header }, { id: 'poa:Account:1000005' });
    }
    expect(JSON.stringify(poa?.calls)).not.toContain(TRACE);

    const spans = await spansAfterEnd();
    expect(spans.map(({ name }) => name).sort()).toEqual([
      'GraphQL query',
      'GraphQL query',
      'POST /graphql',
      'POST /graphql',
      'poa pem.getAccountInfo',
      'poa pem.getAccountInfo',
    ]);
    expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([TRACE]));
    const byId = new Map(spans.map((span) => [span.spanId, span]));
    const parentOf = ({ parentSpanId = '' }: Span) => byId.get(parentSpanId)?.name ?? parentSpanId;
    for (const span of spans) {
      const parents: Record<string, string> = { 'POST /graphql': SPAN, 'GraphQL query': 'POST /graphql' };
      expect(parentOf(span)).toBe(parents[span.name] ?? 'GraphQL query');
      expect(BigInt(span.endTimeUnixNano) >= BigInt(span.startTimeUnixNano)).toBe(true);
    }
    const call = spans.find(({ name, status }) => name.startsWith('poa') && status.code === 2);
    expect(call?.attributes).toContainEqual({
      key: 'hostgraph.outcome',
      value: { stringValue: 'BACKEND_FAULT' },
    });
    expect(received.join('')).not.toMatch(/hunter2|100000[56]/);
  });
});

describe('a collector that is away', () => {
  it('holds up no end', async () => {
    const tracing = await openTracing({
      otlpUrl: 'http://127.0.0.1:9/v1/traces',
      serviceName: 'test',
      sampleRatio: 1,
    });
    tracing.begin('POST', undefined)?.end('/graphql', 200);
    await tracing.close();
  });
});
