import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyReply } from 'fastify';

/** One built file as it goes over the wire. */
export interface StaticFile {
  readonly body: Buffer;
  /** The same, compressed when it was built; `undefined` where that saves nothing. */
  readonly gzip: Buffer | undefined;
  readonly contentType: string;
  readonly cacheControl: string;
  /** Weak, since it stands for both forms of the file. */
  readonly etag: string;
}

/** By path below the folder, with `/`, without a leading one. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/**
 * Reads a folder of built files into memory. Files below `assets/` carry a hash of their content in
 * their name, so a browser may keep them for good; all others are asked for again each time. `name.gz`
 * beside `name` is its compressed form and no file of its own.
 *
 * @throws the file system's error, `ENOENT` if there is no such folder
 */
export async function readStaticFiles(folder: string): Promise<StaticFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => path.slice(join(folder, '/').length).replaceAll('\\', '/'));
  const known = new Set(paths);
  const files = new Map<string, StaticFile>();
  await Promise.all(
    paths
      .filter((path) => !path.endsWith('.gz'))
      .map(async (path) => {
        const body = await readFile(join(folder, path));
        const gzip = known.has(`${path}.gz`) ? await readFile(join(folder, `${path}.gz`)) : undefined;
        files.set(path, {
          body,
          gzip,
          contentType: CONTENT_TYPES[extname(path)] ?? 'application/octet-stream',
          cacheControl: path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
          etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
        });
      }),
  );
  return files;
}

/**
 * Answers with a file: 304 where the caller's copy is still good, compressed where the caller takes it.
 * HEAD and GET are the same to it; the routes leave out the body.
 */
export function sendStaticFile(reply: FastifyReply, file: StaticFile): FastifyReply {
  const { headers } = reply.request;
  reply.header('etag', file.etag).header('cache-control', file.cacheControl);
  addVary(reply, 'Accept-Encoding');
  if (isKnownTag(headers['if-none-match'], file.etag)) return reply.code(304).send();
  reply.type(file.contentType);
  if (file.gzip === undefined || !takesGzip(headers['accept-encoding'])) return reply.send(file.body);
  return reply.header('content-encoding', 'gzip').send(file.gzip);
}

/** Adds to what CORS or another hook has already put into `Vary`. */
export function addVary(reply: FastifyReply, name: string): void {
  const present = reply.getHeader('vary');
  reply.header('vary', present === undefined ? name : `${String(present)}, ${name}`);
}

/** RFC 9110, 13.1.2: a list of tags compared weakly, or `*`. */
function isKnownTag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const opaque = etag.replace(/^W\//, '');
  return ifNoneMatch
    .split(',')
    .map((tag) => tag.trim())
    .some((tag) => tag === '*' || tag.replace(/^W\//, '') === opaque);
}

/** RFC 9110, 12.5.3: named, or covered by `*`, and not with a weight of zero. */
function takesGzip(acceptEncoding: string | undefined): boolean {
  const weights = new Map<string, number>();
  for (const part of (acceptEncoding ?? '').split(',')) {
    const [coding = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    weights.set(coding, weight === undefined ? 1 : Number(weight.slice(2)));
  }
  return (weights.get('gzip') ?? weights.get('*') ?? 0) > 0;
}
