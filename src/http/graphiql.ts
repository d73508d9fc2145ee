import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  addVary,
  readStaticFiles,
  type StaticFile,
  type StaticFiles,
  sendStaticFile,
} from './static-files.js';

export interface GraphiqlOptions {
  /** The folder with the built page; by default where `npm run build` puts it. */
  readonly folder?: string;
}

interface Page {
  readonly index: StaticFile;
  readonly files: StaticFiles;
}

/**
 * The page may talk to this gateway and to nobody else. Inline styles are what its editor positions
 * every line with; its workers are files of our own, `blob:` is how the editor may wrap them.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const PAGE = Symbol('graphiql page');

/**
 * GraphiQL at `/graphiql`, with its files at `/graphiql/assets/*`. The built files are read once, here.
 * Decorates the instance that it is registered on, not a child, so that {@link sendGraphiql} works there.
 *
 * @throws Error if the page is not built
 */
export async function graphiqlRoutes(app: FastifyInstance, options: GraphiqlOptions): Promise<void> {
  const page = await readPage(options.folder ?? builtFolder());
  app.decorate(PAGE, page);
  app.get('/graphiql', { exposeHeadRoute: true }, (_request, reply) => sendGraphiql(reply));
  app.get<{ Params: { '*': string } }>('/graphiql/*', { exposeHeadRoute: true }, (request, reply) => {
    const path = request.params['*'];
    if (path === '') return sendGraphiql(reply);
    // A look-up among the files read at start: no path of a caller ever reaches the file system.
    const file = page.files.get(path);
    return file === undefined ? reply.callNotFound() : sendStaticFile(withSecurity(reply), file);
  });
}

// What Fastify's own plugin wrapper sets: no context of its own for this plugin.
Object.assign(graphiqlRoutes, { [Symbol.for('skip-override')]: true });

/**
 * Answers with the GraphiQL page, also on another route of the same instance: a browser that opens
 * `/graphql` gets it in place of a complaint about a missing query. Needs {@link graphiqlRoutes}.
 */
export function sendGraphiql(reply: FastifyReply): FastifyReply {
  addVary(reply, 'Accept');
  return sendStaticFile(withSecurity(reply), reply.server.getDecorator<Page>(PAGE).index);
}

/** On the scripts too: a worker lives under the policy of its own file, not of the page. */
function withSecurity(reply: FastifyReply): FastifyReply {
  return reply.headers({
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
}

async function readPage(folder: string): Promise<Page> {
  const files = existsSync(folder) ? await readStaticFiles(folder) : new Map<string, StaticFile>();
  const index = files.get('index.html');
  if (index === undefined) {
    throw new Error(`The GraphiQL page is not built: no index.html in ${folder}. Run "npm run build".`);
  }
  return { index, files };
}

/** `dist/graphiql`, seen from the compiled file in `dist/src/http` and from its source in `src/http`. */
function builtFolder(): string {
  const compiled = import.meta.url.endsWith('.js');
  return fileURLToPath(new URL(compiled ? '../../graphiql' : '../../dist/graphiql', import.meta.url));
}
