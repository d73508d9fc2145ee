import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const inPackage = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const NOTICES = 'swagger-ui-es-bundle.js.LICENSE.txt';

/** Swagger UI comes as one file already; what is in it has its notices beside it. */
const notices: Plugin = {
  name: 'swagger-ui-notices',
  generateBundle() {
    const source = readFileSync(inPackage(`node_modules/swagger-ui-dist/${NOTICES}`));
    this.emitFile({ type: 'asset', fileName: NOTICES, source });
  },
};

/** The page of the REST routes: every file that it needs comes from the gateway itself, under `/docs/`. */
export default defineConfig({
  root: inPackage('src/docs-page'),
  base: '/docs/',
  publicDir: false,
  plugins: [notices],
  build: {
    outDir: inPackage('dist/docs-page'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Swagger UI is one file of 1.7 MB (0.5 MB compressed).
    chunkSizeWarningLimit: 2000,
    license: { fileName: 'licenses.md' },
    // Its stylesheet is what takes the time.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
});
