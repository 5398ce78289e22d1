import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['server/src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'node_modules/**'],
    globalSetup: ['test/setup.ts'],
    setupFiles: ['test/seed.ts'],
    testTimeout: 30_000,
  },
});
