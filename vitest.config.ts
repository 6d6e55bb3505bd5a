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
  },
});
