import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What each room may import from; a room is the longest of these that a path starts with. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/operation': [],
  'src/errors': [],
  'src/log': [],
  'src/execution': [],
  'src/model': ['src/errors', 'src/operation', 'src/log'],
  'src/wire': ['src/operation'],
  'src/config': ['src/model', 'src/errors', 'src/log'],
  'src/policy': ['src/errors', 'src/model'],
  'src/loaders': ['src/model', 'src/operation', 'src/errors'],
  'src/redis': ['src/log'],
  'src/mounted': ['src/config', 'src/model', 'src/operation', 'src/wire', 'src/log'],
  'src/import': ['src/mounted', 'src/config', 'src/wire'],
  'src/cache': ['src/model', 'src/operation', 'src/errors', 'src/log', 'src/redis'],
  'src/telemetry': ['src/config', 'src/model'],
  'src/audit': ['src/config', 'src/log', 'src/writes'],
  'src/writes': ['src/model', 'src/operation', 'src/errors', 'src/log', 'src/redis'],
  'src/access': ['src/model', 'src/operation', 'src/errors'],
  'src/context.ts': ['src/access', 'src/loaders', 'src/writes', 'src/model', 'src/errors', 'src/operation'],
  schema: ['src/model'],
  resolvers: ['schema', 'src/access', 'src/context.ts', 'src/model', 'src/errors', 'src/writes'],
  adapters: [
    'src/writes',
    'src/mounted',
    'src/wire',
    'src/policy',
    'src/operation',
    'src/model',
    'src/errors',
    'src/config',
    'src/log',
  ],
  'src/persisted': ['src/config'],
  'src/openapi': ['src/persisted', 'src/model'],
  'src/package-version.ts': [],
  'src/http': [
    'src/persisted',
    'src/openapi',
    'src/package-version.ts',
    'src/cache',
    'src/config',
    'src/errors',
    'src/execution',
    'src/log',
    'src/model',
    'src/telemetry',
    'src/http/native',
  ],
  'src/http/native': [
    'src/http',
    'src/native',
    'src/config',
    'src/context.ts',
    'src/errors',
    'src/log',
    'src/model',
    'src/operation',
    'src/telemetry',
  ],
  'src/native': ['schema', 'src/context.ts', 'src/errors', 'src/model', 'src/operation', 'src/writes'],
  'src/graphiql': [],
  'src/docs-page': [],
  'src/sandbox': [],
  'src/known-operations.ts': ['resolvers', 'src/config', 'src/http', 'src/model', 'src/persisted'],
  'src/check-scopes.ts': ['src/access', 'src/config', 'src/model'],
  'src/open-stores.ts': ['src/cache', 'src/config', 'src/log', 'src/redis'],
  'src/gateway.ts': [
    'src/open-stores.ts',
    'src/known-operations.ts',
    'src/check-scopes.ts',
    'adapters',
    'resolvers',
    'src/audit',
    'src/cache',
    'src/policy',
    'src/telemetry',
    'src/sandbox',
    'src/config',
    'src/context.ts',
    'src/http',
    'src/log',
    'src/model',
    'src/native',
    'src/redis',
    'src/writes',
  ],
  'src/cli': [
    'src/package-version.ts',
    'src/import',
    'src/config',
    'src/gateway.ts',
    'src/http',
    'src/log',
    'src/model',
    'src/persisted',
    'src/writes',
  ],
  'src/main.ts': ['src/cli', 'src/gateway.ts', 'src/config'],
};
const ROOMS = Object.keys(MAY_IMPORT).sort((a, b) => b.length - a.length);

const roomOf = (path: string): string | undefined =>
  ROOMS.find((room) => path === room || path.startsWith(`${room}/`));

function sourcesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

/** Paths of the project that a file imports, types included. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, specifier]) =>
    normalize(join(dirname(path), specifier ?? '')).replace(/\.js$/, '.ts'),
  );
}

const SOURCES = ['src', 'schema', 'resolvers', 'adapters'].flatMap(sourcesBelow);

describe('imports run one way', () => {
  it('knows the room of every source file', () => {
    expect(SOURCES.filter((path) => roomOf(path) === undefined && path !== 'src/wire')).toEqual([]);
    expect(SOURCES.length).toBeGreaterThan(100);
  });

  it('finds no import against the direction', () => {
    const wrong = SOURCES.flatMap((path) => {
      const room = roomOf(path) ?? '';
      return importsOf(path)
        .filter((imported) => {
          const target = roomOf(imported) ?? imported;
          return target !== room && !MAY_IMPORT[room]?.includes(target);
        })
        .map((imported) => `${path} imports ${imported}`);
    });
    expect(wrong).toEqual([]);
  });

  it('finds no adapter that imports another one', () => {
    const wrong = SOURCES.filter((path) => /^adapters\/[^/]+\//.test(path)).flatMap((path) => {
      const own = path.split('/').slice(0, 2).join('/');
      return importsOf(path)
        .filter((imported) => imported.startsWith('adapters/') && !imported.startsWith(`${own}/`))
        .map((imported) => `${path} imports ${imported}`);
    });
    expect(wrong).toEqual([]);
  });

  it('finds process.env read at the door only', () => {
    const readers = SOURCES.filter((path) => readFileSync(join(ROOT, path), 'utf8').includes('process.env'));
    expect(readers.filter((path) => !/^src\/(main\.ts|config\/|cli\/|sandbox\/)/.test(path))).toEqual([]);
  });

  it('finds the protocol packages in the sandbox, and in imports of WSDLs once one is asked for', () => {
    const usersBy = (import_: RegExp) =>
      SOURCES.filter((path) => import_.test(readFileSync(join(ROOT, path), 'utf8'))).filter(
        (path) => !path.startsWith('src/sandbox/'),
      );
    expect(usersBy(/from '(xmlrpc|soap)[/']/)).toEqual([]);
    expect(usersBy(/import\('(xmlrpc|soap)[/']/)).toEqual(['src/import/second-opinion.ts']);
  });
});
