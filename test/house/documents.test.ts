import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const documents = (): string[] => [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true })
    .map((name) => join('docs', String(name)))
    .filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'adapters'))
    .map((name) => join('adapters', name, 'README.md'))
    .filter((name) => existsSync(join(ROOT, name))),
];

describe('the documents', () => {
  it.each(documents())('%s links to what exists', (path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
      ([, target]) => target ?? '',
    );
    expect(links.filter((target) => !existsSync(join(ROOT, dirname(path), target)))).toEqual([]);
  });

  it.each(['ARCHITECTURE.md', 'CONTRIBUTING.md'])('%s names paths that exist', (path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    const paths = [
      ...text.matchAll(/`((?:src|resolvers|adapters|schema|test|docs)(?:\/[\w.@-]+)+)\/?`/g),
    ].map(([, name]) => name ?? '');
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
  });

  it('the README names the commands that the package has', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
    const used = [
      ...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(
        /npm (?:run )?(start|test[:\w]*|build|format|schema)\b/g,
      ),
    ];
    expect(used.map(([, name]) => name ?? '').filter((name) => !(name in scripts))).toEqual([]);
  });
});
