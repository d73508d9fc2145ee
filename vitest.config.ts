import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // One copy of graphql for our ESM imports and for the packages that ask for its CommonJS build.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/peers/**'],
    setupFiles: ['test/support/setup.ts'],
    testTimeout: 20_000,
    // By default one core is left alone, which on a machine of two doubles the time.
    maxWorkers: '100%',
  },
});
