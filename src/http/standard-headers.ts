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

/** @param hstsSeconds - for how long browsers come by https only; 0: the gateway does not say */
export const standardHeaders = (sandbox: boolean, hstsSeconds: number): Readonly<Record<string, string>> => ({
  ...STANDARD,
  ...(sandbox ? { 'x-hostgraph-sandbox': '1' } : {}),
  ...(hstsSeconds > 0 ? { 'strict-transport-security': `max-age=${hstsSeconds}; includeSubDomains` } : {}),
});

/** Puts on the headers of every answer, and the id of its request. */
export function putStandardHeaders(headers: Readonly<Record<string, string>>, reply: FastifyReply): void {
  reply.headers(headers).header('x-request-id', reply.request.id);
}
