import type { TracingSettings } from '../config/index.js';
import { ConfigError } from '../config/index.js';
import type { Tracing } from './request-span.js';

const CLOSING_MS = 3_000;

/**
 * Starts what sends spans to a collector. Its packages are optional, and loaded only here; nothing is registered for the
 * whole process, and nothing is patched.
 *
 * @throws {@link ConfigError} when the packages are not installed
 */
export async function openTracing({ otlpUrl, serviceName, sampleRatio }: TracingSettings): Promise<Tracing> {
  const { node, exporter, resources } = await loadPackages();
  const { createTracing } = await import('./tracing.js');
  const provider = new node.NodeTracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': serviceName }),
    sampler: new node.ParentBasedSampler({ root: new node.TraceIdRatioBasedSampler(sampleRatio) }),
    spanProcessors: [new node.BatchSpanProcessor(new exporter.OTLPTraceExporter({ url: otlpUrl }))],
  });
  return createTracing(provider.getTracer('hostgraph'), async () => {
    // A collector that is away holds up no end.
    const limit = new Promise<void>((resolve) => setTimeout(resolve, CLOSING_MS).unref());
    await Promise.race([provider.shutdown().catch(() => undefined), limit]);
  });
}

async function loadPackages() {
  try {
    const [node, exporter, resources] = await Promise.all([
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
    return { node, exporter, resources };
  } catch {
    const message =
      'takes the packages @opentelemetry/sdk-trace-node, exporter-trace-otlp-http and resources, which are optional and not installed';
    throw new ConfigError([{ path: 'tracing', message }]);
  }
}
