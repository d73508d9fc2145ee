import type { FastifyInstance } from 'fastify';

export interface HealthOptions {
  readonly isDraining: () => boolean;
  /** Whether writes can be recorded, and so be made. */
  readonly canWrite: () => Promise<boolean>;
}

/** Probes come often, and may come from many. */
const REMEMBERED_MS = 1_000;

/**
 * `/livez`: the process runs. `/readyz`: it takes new requests, 503 once it is draining. While writes cannot be recorded
 * it says so and stays 200: all processes share that store, so taking one out of service for it takes out all of them,
 * with every read that could be answered. Neither asks a panel: one dead panel is no reason to take the gateway in front
 * of the others out of service.
 */
export function healthRoutes(app: FastifyInstance, { isDraining, canWrite }: HealthOptions): void {
  let lookedAt = Number.NEGATIVE_INFINITY;
  let writable: Promise<boolean> = Promise.resolve(true);
  const writesNow = () => {
    if (performance.now() - lookedAt > REMEMBERED_MS) {
      lookedAt = performance.now();
      writable = canWrite();
    }
    return writable;
  };
  app.get('/livez', (_request, reply) => {
    reply.send({ status: 'ok' });
  });
  app.get('/readyz', async (_request, reply) => {
    if (isDraining()) {
      reply.code(503);
      return { status: 'draining' };
    }
    return { status: 'ok', writes: (await writesNow()) ? 'ok' : 'unavailable' };
  });
}

/** Probes ask by address, whatever names the gateway answers to. */
export const isHealthPath = (url: string): boolean => /^\/(livez|readyz)(\?|$)/.test(url);
