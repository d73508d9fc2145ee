import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** Compiles as little as a compiler can: every module it finds becomes a script and a map; `!` is an error. */
const COMPILER = `
const fs = require('node:fs'), path = require('node:path');
for (const entry of fs.readdirSync('src', { recursive: true })) {
  if (!entry.endsWith('.ts') || /^(graphiql|docs-page)/.test(entry)) continue;
  const text = fs.readFileSync(path.join('src', entry), 'utf8');
  if (text.includes('!')) { console.log('src/' + entry + ': error'); process.exit(2); }
  const script = path.join('dist/src', entry.replace(/ts$/, 'js'));
  fs.mkdirSync(path.dirname(script), { recursive: true });
  fs.writeFileSync(script, text);
  fs.writeFileSync(script + '.map', '{}');
}`;

const BUNDLER = `
import fs from 'node:fs';
export async function build({ configFile, build: { outDir } }) {
  fs.mkdirSync(outDir + '/assets', { recursive: true });
  fs.writeFileSync(outDir + '/index.html', process.env.NODE_ENV);
  const main = fs.readFileSync(configFile.replace('vite.config.ts', 'main'), 'utf8');
  fs.writeFileSync(outDir + '/assets/page.js', main.repeat(100));
}`;

let project: string;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'hostgraph-build-'));
  await mkdir(join(project, 'tools'));
  await copyFile('tools/build.mjs', join(project, 'tools', 'build.mjs'));
  await write('src/main.ts', 'main 1');
  await write('src/loaders/account.ts', 'account');
  await write('src/graphiql/main', 'page 1');
  await write('src/docs-page/main', 'page 1');
  await write('schema/operations/one-account.graphql', '{ account }');
});

afterEach(() => rm(project, { recursive: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(project, path)), { recursive: true });
  await writeFile(join(project, path), text);
}

const read = (path: string) => readFile(join(project, path), 'utf8');

async function installTools(): Promise<void> {
  await write('node_modules/typescript/package.json', '{"name":"typescript"}');
  await write('node_modules/typescript/bin/tsc', COMPILER);
  await write('node_modules/vite/package.json', '{"name":"vite","type":"module","main":"index.js"}');
  await write('node_modules/vite/index.js', BUNDLER);
}

/** Runs the build as npm does; the durations in its lines become N. */
function build(): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['tools/build.mjs'], { cwd: project }, (error, stdout, stderr) => {
      const output = (stdout + stderr).replaceAll(/\d+\.\d s/g, 'N s');
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output });
    });
  });
}

const GATEWAY_BUILT = 'hostgraph build: gateway in N s\n';
const PAGE_BUILT = 'hostgraph build: graphiql in N s\n';
const PAGES_BUILT = `${PAGE_BUILT}hostgraph build: docs-page in N s\n`;
const NOTHING = { code: 0, output: '' };

describe('the build with its development dependencies', () => {
  beforeEach(installTools);

  it('builds all parts once, and is silent while nothing changes', async () => {
    expect(await build()).toEqual({ code: 0, output: GATEWAY_BUILT + PAGES_BUILT });
    expect(await read('dist/src/main.js')).toBe('main 1');
    expect(await read('dist/schema/operations/one-account.graphql')).toBe('{ account }');
    expect(await read('dist/graphiql/index.html')).toBe('production');
    expect(await read('dist/docs-page/index.html')).toBe('production');
    expect(await build()).toEqual(NOTHING);
  });

  it('does not mind a file that was only touched', async () => {
    await build();
    await utimes(join(project, 'src/main.ts'), new Date(), new Date());
    expect(await build()).toEqual(NOTHING);
  });

  it('builds the part whose sources changed', async () => {
    await build();
    await write('src/graphiql/main', 'page 2');
    expect(await build()).toEqual({ code: 0, output: PAGE_BUILT });
    await write('schema/operations/one-account.graphql', '{ account { id } }');
    expect(await build()).toEqual({ code: 0, output: GATEWAY_BUILT });
    expect(await read('dist/schema/operations/one-account.graphql')).toBe('{ account { id } }');
  });

  it('compresses what becomes smaller by it', async () => {
    await build();
    expect((await readFile(join(project, 'dist/graphiql/assets/page.js.gz'))).length).toBeLessThan(100);
    await expect(read('dist/graphiql/index.html.gz')).rejects.toThrow('ENOENT');
  });

  it('takes out of dist what has left the sources', async () => {
    await build();
    await rm(join(project, 'src/loaders/account.ts'));
    await rm(join(project, 'schema/operations/one-account.graphql'));
    expect(await build()).toEqual({ code: 0, output: GATEWAY_BUILT });
    await expect(read('dist/src/loaders/account.js')).rejects.toThrow('ENOENT');
    await expect(read('dist/schema/operations/one-account.graphql')).rejects.toThrow('ENOENT');
  });

  it('puts back what has left dist', async () => {
    await build();
    await rm(join(project, 'dist/src/loaders'), { recursive: true });
    expect(await build()).toEqual({ code: 0, output: GATEWAY_BUILT });
    expect(await read('dist/src/loaders/account.js')).toBe('account');
  });

  it('fails with the words of the compiler, each time until they are heeded', async () => {
    await write('src/main.ts', 'main!');
    const failed = 'src/main.ts: error\n';
    expect(await build()).toEqual({
      code: 1,
      output: `${failed}${PAGES_BUILT}hostgraph build: gateway failed: tsc found errors\n`,
    });
    expect(await build()).toEqual({
      code: 1,
      output: `${failed}hostgraph build: gateway failed: tsc found errors\n`,
    });
    await write('src/main.ts', 'main 2');
    expect(await build()).toEqual({ code: 0, output: GATEWAY_BUILT });
  });

  it('leaves the page that stands when a new one cannot be built', async () => {
    await build();
    await write(
      'node_modules/vite/index.js',
      'export const build = () => { throw new Error("no bundle"); };',
    );
    await write('src/graphiql/main', 'page 2');
    expect(await build()).toEqual({ code: 1, output: 'hostgraph build: graphiql failed: no bundle\n' });
    expect(await read('dist/graphiql/index.html')).toBe('production');
  });
});

describe('the build without its development dependencies', () => {
  it('does nothing where dist is complete, even without the sources', async () => {
    await write('dist/src/main.js', '');
    await write('dist/graphiql/index.html', '');
    await write('dist/docs-page/index.html', '');
    expect(await build()).toEqual(NOTHING);
    await rm(join(project, 'src'), { recursive: true });
    expect(await build()).toEqual(NOTHING);
  });

  it('says what to do where dist is not complete', async () => {
    await write('dist/src/main.js', '');
    expect(await build()).toEqual({
      code: 1,
      output:
        'hostgraph is not built, and what builds it is not installed: run "npm ci --include=dev", then "npm run build".\n',
    });
  });
});
