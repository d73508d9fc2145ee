// Builds what is stale of dist/, and is silent when nothing is: npm start and npm test run it first.
// Plain Node, since it also runs where the development dependencies are not installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { resolve } = createRequire(import.meta.url);

/** Built for browsers, each by a configuration of its own. */
const PAGES = ['graphiql', 'docs-page'];
const folderOf = (page) => join('src', page);
const ROOMS = ['schema', 'src', 'resolvers', 'adapters'];
const sources = ROOMS.flatMap(filesBelow).filter(
  (path) => !PAGES.some((page) => path.startsWith(join(folderOf(page), '/'))),
);
const modules = sources.filter((path) => /(?<!\.d)\.ts$/.test(path));
// The printed schema, persisted operations and whatever else a module reads from beside itself.
const texts = sources.filter((path) => !/\.(ts|md)$/.test(path));
// Whatever the lock file changes may change what comes out, through a type or through a bundled package.
const always = ['package-lock.json', join('tools', 'build.mjs')];

/**
 * `inputs`: the files whose content decides; `outputs`: what must be there; `run` throws when it fails.
 * Content, not times: a checkout or a copy into an image touches every file and changes none.
 */
const steps = [
  {
    name: 'gateway',
    inputs: [...sources, 'tsconfig.json', 'tsconfig.build.json', ...always],
    outputs: [...modules.flatMap(outputsOf), ...texts],
    run: buildGateway,
  },
  ...PAGES.map((page) => ({
    name: page,
    inputs: [...filesBelow(folderOf(page)), ...always],
    outputs: [join(page, 'index.html')],
    run: () => buildPage(page),
  })),
];

if (['typescript', 'vite'].every(isInstalled)) {
  for (const step of steps) await refresh(step);
} else if (!isComplete()) {
  console.error(
    'hostgraph is not built, and what builds it is not installed: run "npm ci --include=dev", then "npm run build".',
  );
  process.exitCode = 1;
}

async function refresh({ name, inputs, outputs, run }) {
  const stamp = join('dist', `.${name}.sha256`);
  const hash = hashOf(inputs);
  const present = outputs.every((path) => existsSync(join('dist', path)));
  if (present && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  const start = performance.now();
  mkdirSync('dist', { recursive: true });
  rmSync(stamp, { force: true });
  try {
    await run({ present });
  } catch (error) {
    console.error(`hostgraph build: ${name} failed: ${error.message}`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(stamp, hash);
  console.log(`hostgraph build: ${name} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** The compiled modules, and the texts where the sources have them. */
function buildGateway({ present }) {
  // tsc believes its own record and writes nothing anew, so a gap in dist/ voids the record.
  if (!present) rmSync(join('dist', '.tsbuildinfo'), { force: true });
  const tsc = resolve('typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('tsc found errors');
  const wanted = new Set([...modules.flatMap(outputsOf), ...texts]);
  for (const path of ROOMS.flatMap((room) => filesBelow(join('dist', room)))) {
    if (!wanted.has(relative('dist', path))) rmSync(path);
  }
  for (const path of texts) {
    mkdirSync(join('dist', dirname(path)), { recursive: true });
    copyFileSync(path, join('dist', path));
  }
}

function outputsOf(module) {
  const script = module.replace(/\.ts$/, '.js');
  return [script, `${script}.map`];
}

/** Built aside and moved into place, so that a server that starts meanwhile never reads half of it. */
async function buildPage(page) {
  const aside = join('dist', `.${page}-${process.pid}`);
  // React is built for development unless this says otherwise, and test runners set it to "test".
  process.env.NODE_ENV = 'production';
  try {
    const { build } = await import('vite');
    await build({
      configFile: join(folderOf(page), 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: join(process.cwd(), aside) },
    });
    for (const path of filesBelow(aside)) compress(path);
    rmSync(join('dist', page), { recursive: true, force: true });
    renameSync(aside, join('dist', page));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** `name.gz` beside `name`, where it saves a tenth at least. */
function compress(path) {
  const body = readFileSync(path);
  const gzip = gzipSync(body, { level: 9 });
  if (gzip.length < body.length * 0.9) writeFileSync(`${path}.gz`, gzip);
}

function isComplete() {
  return [join('src', 'main.js'), ...PAGES.map((page) => join(page, 'index.html'))].every((path) =>
    existsSync(join('dist', path)),
  );
}

function isInstalled(name) {
  try {
    resolve(`${name}/package.json`);
    return true;
  } catch {
    return false;
  }
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.filter((path) => existsSync(path))) {
    hash.update(`\n${path}\n`).update(readFileSync(path));
  }
  return hash.digest('hex');
}
