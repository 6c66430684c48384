import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/**/*.test.ts'], setupFiles: ['tests/support/seed.ts'], testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: 2 },
});
