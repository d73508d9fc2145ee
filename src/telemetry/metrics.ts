import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Backend, BackendStatus, ObserveCall } from '../model/index.js';
import { Counter, Histogram, type Metric } from './series.js';

/** One request, once it is over. */
export interface FinishedRequest {
  /** As the router has it, `/graphql`; never the path that was asked. */
  readonly route: string;
  readonly method: string;
  /** `null`: the client hung up before it had its answer. */
  readonly status: number | null;
  readonly seconds: number;
}

/** What is read when somebody looks, rather than counted when it happens. */
export interface MetricSources {
  readonly backends: readonly Pick<Backend, 'name' | 'status'>[];
  /** `null`: cannot be told just now. */
  readonly unsettledWrites: () => Promise<number | null>;
  readonly inFlight: () => number;
}

/** Numbers for Prometheus. Every label has few values, none of which comes from a caller. */
export interface Metrics {
  readonly observeCall: ObserveCall;
  countRequest(request: FinishedRequest): void;
  /** @param code - one that docs/errors.md lists */
  countError(code: string): void;
  /** @param mutation - one of the schema's, or of the descriptors' */
  countWrite(backend: string, mutation: string, outcome: string): void;
  countLookup(backend: string, result: 'hit' | 'shared' | 'miss' | 'error'): void;
  countLostAuditEntry(): void;
  readFrom(sources: MetricSources): void;
  readonly contentType: string;
  /** In the text format of Prometheus. */
  print(): Promise<string>;
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const STATUSES: readonly BackendStatus[] = ['UP', 'DEGRADED', 'DOWN'];
const REQUEST_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const CALL_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60];
const BATCH_CALLS = [1, 2, 5, 10, 20, 50, 100];

/** Counters and histograms are our own; of what is worked out when somebody looks, prom-client knows the process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  let sources: MetricSources = { backends: [], unsettledWrites: async () => null, inFlight: () => 0 };
  addGauges([registry], () => sources);
  const requests = requestMetrics();
  const calls = callMetrics();
  const errors = new Counter({
    name: 'hostgraph_errors_total',
    help: 'Errors that answers of GraphQL told, by code.',
    labels: ['code'],
  });
  const writes = new Counter({
    name: 'hostgraph_writes_total',
    help: 'Writes that ended, by outcome; one that was settled later counts again.',
    labels: ['backend', 'mutation', 'outcome'],
  });
  const lookups = new Counter({
    name: 'hostgraph_cache_lookups_total',
    help: 'Look-ups in the read cache.',
    labels: ['backend', 'result'],
  });
  const lostAuditEntries = new Counter({
    name: 'hostgraph_audit_failures_total',
    help: 'Entries of the audit that could not be written where they belong.',
    labels: [],
  });
  const counted = [...requests.metrics, ...calls.metrics, errors, writes, lookups, lostAuditEntries];
  return {
    observeCall: calls.observe,
    countRequest: requests.count,
    countError: (code) => errors.of(code).add(),
    countWrite: (backend, mutation, outcome) => writes.of(backend, mutation, outcome).add(),
    countLookup: (backend, result) => lookups.of(backend, result).add(),
    countLostAuditEntry: () => lostAuditEntries.of().add(),
    readFrom(given) {
      sources = given;
    },
    contentType: registry.contentType,
    print: async () => [await registry.metrics(), ...counted.map((metric) => metric.print())].join('\n'),
  };
}

interface Counted {
  readonly metrics: readonly Metric<unknown>[];
}

function requestMetrics(): Counted & { readonly count: Metrics['countRequest'] } {
  const total = new Counter({
    name: 'hostgraph_http_requests_total',
    help: 'Requests, by route, method and status; status gone: the client hung up first.',
    labels: ['route', 'method', 'status'],
  });
  const duration = new Histogram(
    {
      name: 'hostgraph_http_request_duration_seconds',
      help: 'From the head of a request to the end of its answer.',
      labels: ['route'],
    },
    REQUEST_SECONDS,
  );
  return {
    metrics: [total, duration],
    count({ route, method, status, seconds }) {
      total.of(route, METHODS.has(method) ? method : 'other', String(status ?? 'gone')).add();
      duration.of(route).add(seconds);
    },
  };
}

function callMetrics(): Counted & { readonly observe: ObserveCall } {
  const total = new Counter({
    name: 'hostgraph_backend_calls_total',
    help: 'Exchanges with panels, by outcome: OK, ABANDONED, or the code of the error.',
    labels: ['backend', 'method', 'outcome'],
  });
  const duration = new Histogram(
    {
      name: 'hostgraph_backend_call_duration_seconds',
      help: 'From asking for a call to its answer, the wait for a place and repetitions included.',
      labels: ['backend', 'method'],
    },
    CALL_SECONDS,
  );
  const batches = new Histogram(
    {
      name: 'hostgraph_backend_batch_calls',
      help: 'Calls that one exchange carried.',
      labels: ['backend'],
    },
    BATCH_CALLS,
  );
  const repetitions = new Counter({
    name: 'hostgraph_backend_retries_total',
    help: 'Reads that were sent again.',
    labels: ['backend'],
  });
  const bytes = new Counter({
    name: 'hostgraph_backend_bytes_total',
    help: 'Bytes of bodies, by direction: in, out.',
    labels: ['backend', 'direction'],
  });
  return {
    metrics: [total, duration, batches, repetitions, bytes],
    observe({ backend, method, outcome, durationMs, calls, attempts, bytesIn, bytesOut }) {
      total.of(backend, method, outcome).add();
      duration.of(backend, method).add(durationMs / 1_000);
      batches.of(backend).add(calls);
      if (attempts > 1) repetitions.of(backend).add(attempts - 1);
      bytes.of(backend, 'in').add(bytesIn);
      bytes.of(backend, 'out').add(bytesOut);
    },
  };
}

/** Each is worked out when somebody looks. */
function addGauges(registers: Registry[], sources: () => MetricSources): void {
  new Gauge({
    name: 'hostgraph_backend_status',
    help: '1 for the status that a backend has, 0 for the others; DOWN: its breaker is open.',
    labelNames: ['backend', 'status'],
    registers,
    collect() {
      for (const { name: backend, status: current } of sources().backends) {
        for (const status of STATUSES) this.set({ backend, status }, status === current ? 1 : 0);
      }
    },
  });
  new Gauge({
    name: 'hostgraph_requests_in_flight',
    help: 'Requests under way.',
    registers,
    collect() {
      this.set(sources().inFlight());
    },
  });
  new Gauge({
    name: 'hostgraph_unsettled_writes',
    help: 'Writes whose outcome is not settled, those under way included, up to 1000; NaN: the records cannot be read.',
    registers,
    async collect() {
      this.set((await sources().unsettledWrites()) ?? Number.NaN);
    },
  });
}
