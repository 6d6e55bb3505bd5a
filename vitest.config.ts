import { defineConfig } from 'vitest/config';
import { threadTests } from './rules/code/thread-tests.ts';

export default defineConfig({
  test: {
    expect: { requireAssertions: true },
    allowOnly: false,
    // Only a guard against tests that hang: a busy machine may take long over the ones that start CPython.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    typecheck: { enabled: false },
    // Vitest leaves one core to itself unless told: on two cores that would be half of them.
    maxWorkers: '100%',
    globalSetup: 'conformance/print-seed.ts',
    setupFiles: 'conformance/seed-properties.ts',
    projects: [
      {
        // Most files share a process for each core, and with it what is slow to start, such as the TypeScript compiler. So a test puts back
        // what it changes of the process.
        extends: true,
        test: {
          name: 'shared',
          // Left out here and not by `exclude`, because a project with a list of its own takes no notice of `--exclude`.
          include: [
            '{src,scripts,authoring,rules,conformance}/**/*.test.ts',
            ...threadTests.map((pattern) => `!${pattern}`),
          ],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'threads', include: [...threadTests] } },
    ],
  },
});
