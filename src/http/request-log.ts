import type { FastifyReply, FastifyRequest } from 'fastify';
import { isHealthPath } from './health.js';
import { whenOver } from './when-over.js';

const MAX_PATH_LENGTH = 200;

/**
 * Writes one line when a request is over, `info`, for probes of health `debug`: never its query string, its headers
 * or its body, which hold what callers want kept. `status` is null when the client hung up before it had its answer.
 */
export function logWhenOver(request: FastifyRequest, reply: FastifyReply): void {
  whenOver(reply, () => {
    const line = {
      requestId: request.id,
      method: request.method,
      path: pathOf(request),
      status: reply.raw.writableFinished ? reply.statusCode : null,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    };
    if (isHealthPath(request.url)) request.log.debug(line, 'request');
    else request.log.info(line, 'request');
  });
}

function pathOf({ url }: FastifyRequest): string {
  const query = url.indexOf('?');
  return (query < 0 ? url : url.slice(0, query)).slice(0, MAX_PATH_LENGTH);
}
