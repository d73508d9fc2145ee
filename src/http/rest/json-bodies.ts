import type { FastifyInstance } from 'fastify';

/**
 * JSON as everywhere else, but that nothing may stand for nothing: a client that always says `application/json` may
 * send a change without a body.
 */
export function installJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    // Told to be text above.
    else parse(request, body as string, done);
  });
}
