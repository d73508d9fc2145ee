import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { ServerSettings } from '../config/index.js';
import type { OperationRegistry } from '../persisted/index.js';
import type { Admit } from './admission.js';
import { docsPage } from './docs-page.js';
import { OPENAPI_PATH, openApiRoute } from './openapi-route.js';

export interface DocsOptions {
  readonly settings: Pick<ServerSettings, 'docs' | 'graphiql'>;
  readonly registry: OperationRegistry;
  readonly schema: GraphQLSchema;
  readonly admit: Admit;
  /** Whether callers have to say who they are. */
  readonly authenticated: boolean;
  /** Whether the panels' own methods are served, which have a document of their own. */
  readonly native: boolean;
  /** The folder with the built page; by default where the build puts it. */
  readonly folder?: string;
}

const REST_DOCUMENT = { name: 'REST', url: OPENAPI_PATH };
const NATIVE_DOCUMENT = { name: 'The panels’ own methods', url: '/native/openapi.json' };

/**
 * `/openapi.json`, and `/docs` that shows it. The page is the same in every gateway; the document is of this one,
 * with operations that its operator has added, so that it is for callers unless the operator says otherwise.
 */
export async function docsRoutes(app: FastifyInstance, options: DocsOptions): Promise<void> {
  const { settings, registry, schema, admit, authenticated, native, folder } = options;
  openApiRoute(app, { registry, schema, authenticated, admit: settings.docs === 'public' ? null : admit });
  await docsPage(app, {
    documents: native ? [REST_DOCUMENT, NATIVE_DOCUMENT] : [REST_DOCUMENT],
    authenticated,
    graphiql: settings.graphiql,
    ...(folder === undefined ? {} : { folder }),
  });
}
