import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { openApiDocument } from '../openapi/index.js';
import { packageVersion } from '../package-version.js';
import type { OperationRegistry } from '../persisted/index.js';
import type { Admit } from './admission.js';
import { REST_PREFIX } from './rest/locations.js';
import { PROBLEM_CATALOGUE } from './rest/possible-problems.js';
import { addVary, type StaticFile, sendStaticFile } from './static-files.js';

export const OPENAPI_PATH = '/openapi.json';

export interface OpenApiRouteOptions {
  readonly registry: OperationRegistry;
  readonly schema: GraphQLSchema;
  /** Lets in who may read it; `null`: everybody may. */
  readonly admit: Admit | null;
  /** Whether callers have to say who they are to ask the routes. */
  readonly authenticated: boolean;
}

/** `/openapi.json`, made when it is first asked for: few processes ever are. */
export function openApiRoute(app: FastifyInstance, options: OpenApiRouteOptions): void {
  const { admit } = options;
  let file: StaticFile | undefined;
  app.get(OPENAPI_PATH, {
    exposeHeadRoute: true,
    async onRequest(request, reply) {
      await admit?.(request, reply);
    },
    handler(_request, reply) {
      file ??= toFile(options);
      addVary(reply, 'Authorization, X-Api-Key');
      return sendStaticFile(reply, file);
    },
  });
}

function toFile({ registry, schema, authenticated, admit }: OpenApiRouteOptions): StaticFile {
  const document = openApiDocument({
    registry,
    schema,
    problems: PROBLEM_CATALOGUE,
    prefix: REST_PREFIX,
    version: packageVersion() ?? '0.0.0',
    authenticated,
  });
  const body = Buffer.from(JSON.stringify(document));
  return {
    body,
    gzip: gzipSync(body),
    contentType: 'application/json; charset=utf-8',
    cacheControl: admit === null ? 'no-cache' : 'private, no-cache',
    etag: `W/"${hash('sha256', body, 'base64url')}"`,
  };
}
