import { createServer, type Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { ForbiddenError } from '../errors/index.js';
import type { Metrics } from '../telemetry/metrics.js';
import type { Admit } from './admission.js';

export const METRICS_PATH = '/metrics';

/** `/metrics` for callers with the role `metrics`. */
export function metricsRoute(app: FastifyInstance, metrics: Metrics, admit: Admit): void {
  app.get(METRICS_PATH, async (request, reply) => {
    const { roles } = await admit(request, reply);
    if (!roles.has('metrics')) throw new ForbiddenError('Metrics take the role metrics.');
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.print());
  });
}

/**
 * `/metrics` on a port of its own, without keys: who may reach that port is the network's to say.
 *
 * @returns ends it
 * @throws the system's error if the port cannot be had
 */
export async function listenForMetrics(
  { host, port }: { readonly host: string; readonly port: number },
  metrics: Metrics,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const isAsked = request.method === 'GET' && request.url === METRICS_PATH;
    if (!isAsked) response.writeHead(404).end();
    else {
      metrics.print().then(
        (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
        () => response.writeHead(500).end(),
      );
    }
  });
  await listening(server, port, host);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const listening = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
