import type { FastifyInstance } from 'fastify';

/**
 * `/livez`: the process runs. `/readyz`: it takes new requests, 503 once it is draining. Neither tells anything of
 * the backends: one dead panel is no reason to take the gateway in front of the others out of service.
 */
export function healthRoutes(app: FastifyInstance, isDraining: () => boolean): void {
  app.get('/livez', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    if (isDraining()) reply.code(503);
    return { status: isDraining() ? 'draining' : 'ok' };
  });
}

/** Probes ask by address, whatever names the gateway answers to. */
export const isHealthPath = (url: string): boolean => /^\/(livez|readyz)(\?|$)/.test(url);
