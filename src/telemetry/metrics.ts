import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Backend, BackendStatus, CallReport, ObserveCall } from '../model/index.js';

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

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  let sources: MetricSources = { backends: [], unsettledWrites: async () => null, inFlight: () => 0 };
  const http = httpMetrics(registers);
  const calls = callMetrics(registers);
  const errors = new Counter({
    name: 'hostgraph_errors_total',
    help: 'Errors that answers of GraphQL told, by code.',
    labelNames: ['code'],
    registers,
  });
  const writes = new Counter({
    name: 'hostgraph_writes_total',
    help: 'Writes that ended, by outcome; one that was settled later counts again.',
    labelNames: ['backend', 'mutation', 'outcome'],
    registers,
  });
  const lookups = new Counter({
    name: 'hostgraph_cache_lookups_total',
    help: 'Look-ups in the read cache.',
    labelNames: ['backend', 'result'],
    registers,
  });
  const lostAuditEntries = new Counter({
    name: 'hostgraph_audit_failures_total',
    help: 'Entries of the audit that could not be written where they belong.',
    registers,
  });
  addGauges(registers, () => sources);
  return {
    observeCall: calls,
    countRequest: http,
    countError: (code) => errors.inc({ code }),
    countWrite: (backend, mutation, outcome) => writes.inc({ backend, mutation, outcome }),
    countLookup: (backend, result) => lookups.inc({ backend, result }),
    countLostAuditEntry: () => lostAuditEntries.inc(),
    readFrom(given) {
      sources = given;
    },
    contentType: registry.contentType,
    print: () => registry.metrics(),
  };
}

function httpMetrics(registers: Registry[]): Metrics['countRequest'] {
  const total = new Counter({
    name: 'hostgraph_http_requests_total',
    help: 'Requests, by route, method and status; status gone: the client hung up first.',
    labelNames: ['route', 'method', 'status'],
    registers,
  });
  const duration = new Histogram({
    name: 'hostgraph_http_request_duration_seconds',
    help: 'From the head of a request to the end of its answer.',
    labelNames: ['route'],
    buckets: REQUEST_SECONDS,
    registers,
  });
  return ({ route, method, status, seconds }) => {
    total.inc({ route, method: METHODS.has(method) ? method : 'other', status: String(status ?? 'gone') });
    duration.observe({ route }, seconds);
  };
}

function callMetrics(registers: Registry[]): ObserveCall {
  const total = new Counter({
    name: 'hostgraph_backend_calls_total',
    help: 'Exchanges with panels, by outcome: OK, ABANDONED, or the code of the error.',
    labelNames: ['backend', 'method', 'outcome'],
    registers,
  });
  const duration = new Histogram({
    name: 'hostgraph_backend_call_duration_seconds',
    help: 'From asking for a call to its answer, the wait for a place and repetitions included.',
    labelNames: ['backend', 'method'],
    buckets: CALL_SECONDS,
    registers,
  });
  const batches = new Histogram({
    name: 'hostgraph_backend_batch_calls',
    help: 'Calls that one exchange carried.',
    labelNames: ['backend'],
    buckets: BATCH_CALLS,
    registers,
  });
  const repetitions = new Counter({
    name: 'hostgraph_backend_retries_total',
    help: 'Reads that were sent again.',
    labelNames: ['backend'],
    registers,
  });
  const bytes = new Counter({
    name: 'hostgraph_backend_bytes_total',
    help: 'Bytes of bodies, by direction: in, out.',
    labelNames: ['backend', 'direction'],
    registers,
  });
  return ({ backend, method, outcome, durationMs, calls, attempts, bytesIn, bytesOut }: CallReport) => {
    total.inc({ backend, method, outcome });
    duration.observe({ backend, method }, durationMs / 1_000);
    batches.observe({ backend }, calls);
    if (attempts > 1) repetitions.inc({ backend }, attempts - 1);
    bytes.inc({ backend, direction: 'in' }, bytesIn);
    bytes.inc({ backend, direction: 'out' }, bytesOut);
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
