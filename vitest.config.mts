import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['server/src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'node_modules/**'],
    globalSetup: ['test/setup.ts'],
    setupFiles: ['test/seed.ts'],
    maxWorkers: availableParallelism(), // one less is the default: of two cores one
    testTimeout: 180_000, // only what hangs: no machine is too slow
    hookTimeout: 180_000,
  },
});
