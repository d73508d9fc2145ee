import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.js';

/** The suites that need servers from apt: one file after the other, since each hosts its own. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [], exclude: [] } },
  defineConfig({
    test: {
      include: ['test/peers/**/*.test.ts'],
      fileParallelism: false,
      testTimeout: 120_000,
      hookTimeout: 180_000,
    },
  }),
);
