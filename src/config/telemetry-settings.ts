import { z } from 'zod';
import { httpUrl } from './setting.js';

/** Numbers for Prometheus. */
export const metricsSettings = z.strictObject({
  enabled: z.boolean().default(true),
  /** A port of its own, without keys; when left out, `/metrics` on the gateway's own port for the role `metrics`. */
  port: z.int().min(0).max(65_535).optional(),
  /** Address of that port. */
  host: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'must be a host name or an address, without brackets and without a port')
    .default('127.0.0.1'),
});

/** Spans for a collector that speaks OTLP over HTTP. */
export const tracingSettings = z.strictObject({
  otlpUrl: httpUrl(),
  serviceName: z.string().min(1).max(200).default('hostgraph'),
  /** Share of the requests that are traced, 0 to 1, where whoever asks has not decided. */
  sampleRatio: z.number().min(0).max(1).default(1),
});

export type MetricsSettings = z.output<typeof metricsSettings>;
export type TracingSettings = z.output<typeof tracingSettings>;
