/**
 * Tests that start and end threads with CPython in them, as patterns. Each has its own process, because Node once ended with a
 * segmentation fault in a process that many of them shared.
 */
export const threadTests: readonly string[] = [
  'authoring/scaffold/scaffold.test.ts',
  'conformance/{pairs,programs/programs}.test.ts',
  'rules/content/{check-pairs,explain-stale-rows,fix-findings}.test.ts',
  'src/build/{cpython,demos,snapshot,threads,typescript,versions}/*.test.ts',
  'src/engine/timeline/real-runs.test.ts',
];
