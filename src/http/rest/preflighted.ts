import type { FastifyRequest } from 'fastify';
import { EdgeError } from '../edge-error.js';

/**
 * A page of some other site can send a POST without a body, or with one that is no JSON, without its browser asking
 * first whether it may; the other methods it cannot.
 *
 * @throws {@link EdgeError} 415
 */
export function checkPreflighted({ headers }: FastifyRequest): void {
  if (/^application\/json\b/i.test(headers['content-type'] ?? '')) return;
  throw new EdgeError(
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    'A POST must say Content-Type: application/json, also without a body.',
    { accept: 'application/json' },
  );
}
