import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const inPackage = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The page of the REST routes: every file that it needs comes from the gateway itself, under `/docs/`. */
export default defineConfig({
  root: inPackage('src/docs-page'),
  base: '/docs/',
  publicDir: false,
  build: {
    outDir: inPackage('dist/docs-page'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Swagger UI is one file of 1.7 MB (0.5 MB compressed).
    chunkSizeWarningLimit: 2000,
    license: { fileName: 'licenses.md' },
  },
});
