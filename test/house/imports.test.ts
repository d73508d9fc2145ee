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
  'src/model': ['src/errors', 'src/operation', 'src/log'],
  'src/wire': ['src/operation'],
  'src/config': ['src/model', 'src/errors', 'src/log'],
  'src/policy': ['src/errors', 'src/model'],
  'src/loaders': ['src/model', 'src/operation', 'src/errors'],
  'src/redis': ['src/log'],
  'src/writes': ['src/model', 'src/operation', 'src/errors', 'src/log', 'src/redis'],
  'src/context.ts': ['src/loaders', 'src/writes', 'src/model', 'src/errors'],
  schema: ['src/model'],
  resolvers: ['schema', 'src/context.ts', 'src/model', 'src/errors', 'src/writes'],
  adapters: [
    'src/writes',
    'src/wire',
    'src/policy',
    'src/operation',
    'src/model',
    'src/errors',
    'src/config',
    'src/log',
  ],
  'src/http': ['src/config', 'src/errors', 'src/log', 'src/model'],
  'src/graphiql': [],
  'src/sandbox': [],
  'src/gateway.ts': [
    'adapters',
    'resolvers',
    'src/sandbox',
    'src/config',
    'src/context.ts',
    'src/http',
    'src/log',
    'src/model',
    'src/redis',
    'src/writes',
  ],
  'src/cli': ['src/config', 'src/gateway.ts', 'src/http', 'src/log', 'src/writes'],
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

  it('finds the protocol packages in the sandbox only', () => {
    const users = SOURCES.filter((path) =>
      /from '(xmlrpc|soap)[/']/.test(readFileSync(join(ROOT, path), 'utf8')),
    );
    expect(users.filter((path) => !path.startsWith('src/sandbox/'))).toEqual([]);
  });
});
