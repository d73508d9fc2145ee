import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const inPackage = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The GraphiQL page: every file that it needs comes from the gateway itself, under `/graphiql/`. */
export default defineConfig({
  root: inPackage('src/graphiql'),
  base: '/graphiql/',
  publicDir: false,
  build: {
    outDir: inPackage('dist/graphiql'),
    emptyOutDir: true,
    target: 'es2022',
    // Fonts and pictures as files: they are cached for good, and the page stays small.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The editor is one chunk of 2.8 MB (0.7 MB compressed), loaded after the page itself.
    chunkSizeWarningLimit: 3000,
    license: { fileName: 'licenses.md' },
    // The React packages mark their client modules for servers that render; here all is client.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  worker: { format: 'es' },
});
