import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { readStaticFiles, type StaticFile, sendStaticFile } from './static-files.js';

export interface DocsPageOptions {
  /** Where the documents are that the page shows. */
  readonly documents: ReadonlyArray<{ readonly name: string; readonly url: string }>;
  /** Whether callers have to say who they are. */
  readonly authenticated: boolean;
  /** Whether there is a page to lead to. */
  readonly graphiql: boolean;
  /** The folder with the built page; by default where the build puts it. */
  readonly folder?: string;
}

/** The page may talk to this gateway and to nobody else. Swagger UI has styles in its elements. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * Swagger UI at `/docs`, with its files at `/docs/assets/*`. The built files are read once, here; the page holds
 * nothing that is not the same in every gateway.
 *
 * @throws Error if the page is not built
 */
export async function docsPage(app: FastifyInstance, options: DocsPageOptions): Promise<void> {
  const { documents, authenticated, graphiql, folder = builtFolder() } = options;
  const files = existsSync(folder) ? await readStaticFiles(folder) : new Map<string, StaticFile>();
  const index = files.get('index.html');
  if (index === undefined) {
    throw new Error(
      `The page of the REST routes is not built: no index.html in ${folder}. Run "npm run build".`,
    );
  }
  const sendIndex = (_request: unknown, reply: FastifyReply) => sendStaticFile(withPolicy(reply), index);
  app.get('/docs', { exposeHeadRoute: true }, sendIndex);
  app.get('/docs/settings.json', { exposeHeadRoute: true }, (_request, reply) =>
    reply.header('cache-control', 'no-cache').send({ documents, authenticated, graphiql }),
  );
  app.get<{ Params: { '*': string } }>('/docs/*', { exposeHeadRoute: true }, (request, reply) => {
    const path = request.params['*'];
    if (path === '') return sendIndex(request, reply);
    // A look-up among the files read at start: no path of a caller ever reaches the file system.
    const file = files.get(path);
    return file === undefined ? reply.callNotFound() : sendStaticFile(withPolicy(reply), file);
  });
}

const withPolicy = (reply: FastifyReply): FastifyReply =>
  reply.header('content-security-policy', CONTENT_SECURITY_POLICY);

/** `dist/docs-page`, seen from the compiled file in `dist/src/http` and from its source in `src/http`. */
function builtFolder(): string {
  const compiled = import.meta.url.endsWith('.js');
  return fileURLToPath(new URL(compiled ? '../../docs-page' : '../../dist/docs-page', import.meta.url));
}
