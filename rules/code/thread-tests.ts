/**
 * Tests that start and end threads with CPython in them, by pattern. Each has a process of its own: in one that many of them shared, Node
 * ended with a segmentation fault once.
 */
export const threadTests: readonly string[] = [
  'authoring/scaffold/scaffold.test.ts',
  'conformance/claims/*.test.ts',
  'conformance/pairs.test.ts',
  'rules/content/{check-pairs,explain-stale-rows,fix-findings}.test.ts',
  'src/build/{cpython,demos,snapshot,threads,typescript,versions}/*.test.ts',
  'src/engine/timeline/real-runs.test.ts',
];
