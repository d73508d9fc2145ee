import type { FastifyInstance } from 'fastify';
import { nativeOpenApi } from '../../native/openapi.js';
import { nativeGraphqlRoute } from './graphql-route.js';
import { createEntrance, type NativeRoutesOptions } from './native-http.js';
import { sendNativeError } from './rest-failure.js';
import { nativeRestRoutes } from './rest-routes.js';

/** Of the document, which changes with the panels' documents and not with the program. */
const VERSION = '1';
/** Callers differ in the backends that they may use; of more sets than these the document is made each time. */
const MAX_DOCUMENTS = 8;

/** `/native/graphql`, `/native/rest/<backend>/<method>` and `/native/openapi.json`, for callers with the role `native`. */
export async function nativeRoutes(app: FastifyInstance, options: NativeRoutesOptions): Promise<void> {
  const entrance = createEntrance(options);
  nativeGraphqlRoute(app, options, entrance);
  await app.register((rest) => nativeRestRoutes(rest, options, entrance), { prefix: '/native/rest' });

  const documents = new Map<string, string>();
  app.get('/native/openapi.json', {
    onRequest: entrance.enter,
    errorHandler: sendNativeError,
    async handler(request, reply) {
      const { backends } = entrance.contextOf(request, reply);
      const key = backends.map(({ name }) => name).join();
      let document = documents.get(key);
      if (document === undefined) {
        document = JSON.stringify(nativeOpenApi({ backends, raw: options.layer.raw, version: VERSION }));
        if (documents.size < MAX_DOCUMENTS) documents.set(key, document);
      }
      return reply.type('application/json; charset=utf-8').send(document);
    },
  });
}
