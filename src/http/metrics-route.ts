import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { ForbiddenError } from '../errors/index.js';
import type { Metrics } from '../telemetry/metrics.js';
import type { Admit } from './admission.js';
import { createHostCheck } from './allowed-hosts.js';

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

export interface MetricsPort {
  readonly host: string;
  readonly port: number;
  /** What `Host` may say besides where it listens. */
  readonly allowedHosts: readonly string[];
}

/**
 * `/metrics` on a port of its own, without keys: who may reach that port is the network's to say. A page in a browser
 * that can reach it may not: it has no name to ask by.
 *
 * @returns ends it
 * @throws the system's error if the port cannot be had
 */
export async function listenForMetrics(
  { host, port, allowedHosts }: MetricsPort,
  metrics: Metrics,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const checkHost = createHostCheck(host, allowedHosts);
  const mayAsk = ({ headers, socket }: IncomingMessage): boolean => {
    try {
      checkHost(headers.host, socket);
      return true;
    } catch {
      return false;
    }
  };
  const server = createServer((request, response) => {
    const isAsked = request.method === 'GET' && request.url === METRICS_PATH;
    if (!mayAsk(request)) response.writeHead(421).end();
    else if (!isAsked) response.writeHead(404).end();
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
