import type { FastifyRequest } from 'fastify';
import type { Log } from '../log/index.js';
import { isHealthPath } from './health.js';

/** Stands for the route, and for the path, of what no route was found for. */
export const UNROUTED = '(none)';

const MAX_PATH_LENGTH = 200;

/**
 * Writes one line on a request that is over, `info`, for probes of health `debug`: never its query string, its headers
 * or its body, which hold what callers want kept; nor the path where it leads nowhere, which can be anything.
 *
 * @param status - `null`: the client hung up before it had its answer
 * @param ms - from the head of the request to the end of its answer
 */
export function logRequest(log: Log, request: FastifyRequest, status: number | null, ms: number): void {
  const level = isHealthPath(request.url) ? 'debug' : 'info';
  if (!log.isLevelEnabled(level)) return;
  const { id: requestId, method } = request;
  const path = request.is404 ? UNROUTED : pathOf(request.url);
  log[level]({ requestId, method, path, status, ms: Math.round(ms * 10) / 10 }, 'request');
}

function pathOf(url: string): string {
  const query = url.indexOf('?');
  return (query < 0 ? url : url.slice(0, query)).slice(0, MAX_PATH_LENGTH);
}
