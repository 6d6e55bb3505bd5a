import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,scripts,authoring,rules,conformance}/**/*.test.ts'],
    expect: { requireAssertions: true },
    allowOnly: false,
    // Only a guard against tests that hang: a busy machine may take long over the ones that start CPython.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    typecheck: { enabled: false },
    globalSetup: 'conformance/print-seed.ts',
    setupFiles: 'conformance/seed-properties.ts',
    // Two hundred files share a process for each core, and with it what is slow to start: CPython, the TypeScript compiler. So a
    // test puts back what it changes of the process.
    isolate: false,
  },
});
