import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/support/seed.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // A theme's module is a newsroom's own: Node loads it, as it does where no test is.
    server: { deps: { external: [/\/theme\/[\w.-]+(?:\?|$)/] } },
    // Tests start the program some thousands of times; Node keeps what it made of the sources, by their content.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compile') },
  },
});
