import type { FastifyReply } from 'fastify';

/**
 * On everything that the gateway answers. GraphiQL's own policy takes the place of this one on its pages; all else
 * is data, which a browser has no reason to run, to show in a frame or to guess the type of.
 */
const STANDARD: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/**
 * Puts on the headers of every answer; those of the sandbox say so.
 *
 * @param hstsSeconds - for how long browsers come by https only; 0: the gateway does not say
 */
export function standardHeaders(sandbox: boolean, hstsSeconds: number): (reply: FastifyReply) => void {
  const headers = {
    ...STANDARD,
    ...(sandbox ? { 'x-hostgraph-sandbox': '1' } : {}),
    ...(hstsSeconds > 0 ? { 'strict-transport-security': `max-age=${hstsSeconds}; includeSubDomains` } : {}),
  };
  return (reply) => {
    reply.headers(headers).header('x-request-id', reply.request.id);
  };
}
