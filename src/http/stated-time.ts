import type { IncomingHttpHeaders } from 'node:http';
import { EdgeError } from './edge-error.js';

/** What a client may wait at most, in milliseconds; it only ever shortens the time that the gateway allows. */
export const TIMEOUT_HEADER = 'x-hostgraph-timeout-ms';

/**
 * @returns infinity where the client states no time
 * @throws {@link EdgeError} 400 when it states one that is none
 */
export function statedTimeMs(headers: IncomingHttpHeaders): number {
  const stated = headers[TIMEOUT_HEADER];
  if (stated === undefined) return Number.POSITIVE_INFINITY;
  if (typeof stated === 'string' && /^[1-9]\d{0,8}$/.test(stated)) return Number(stated);
  throw new EdgeError(400, 'BAD_REQUEST', `${TIMEOUT_HEADER} must be a whole number of milliseconds.`);
}
