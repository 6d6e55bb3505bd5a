/**
 * Tests that start and end threads with CPython in them, or a CPython of their own whose insides they change, as patterns. Each has its
 * own process, because Node once ended with a segmentation fault in a process that many of them shared. A process takes a second or
 * more to start, so no other test is among them.
 */
export const threadTests: readonly string[] = [
  'authoring/scaffold/scaffold.test.ts',
  'conformance/{pairs,programs/brought-programs}.test.ts',
  'rules/content/{check-pairs,explain-stale-rows,fix-findings}.test.ts',
  'src/build/cpython/{close-doors,install-cpython,limit-files,python,run-teller}.test.ts',
  'src/build/demos/sync-demos.test.ts',
  'src/build/{snapshot,threads}/*.test.ts',
  'src/build/versions/versions.test.ts',
  'src/engine/timeline/real-runs.test.ts',
];
