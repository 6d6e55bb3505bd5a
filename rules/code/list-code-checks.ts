/** A command that checks some files. Its name is that of the step of `npm test` that checks all files. */
export type CodeCheck = { readonly name: string; readonly command: readonly string[] };

/** Proofs that take more than a few seconds each and import nearly all of the engine. `npm test unit` runs them. */
export const longProofs: readonly string[] = [
  'conformance/differential/differential.test.ts',
  'conformance/pairs.test.ts',
  'conformance/cancel-every-task.test.ts',
  'conformance/programs/brought-programs.test.ts',
  'rules/content/check-pairs.test.ts',
  'src/build/snapshot/write-python-snapshot.test.ts',
  'conformance/instrumentation/instrumentation.test.ts',
  'src/build/versions/versions.test.ts',
];

/** It reads every import, so no graph of imports leads to it. */
const houseRules = 'rules/house/house.test.ts';

/** Tests that read files as text, so that no graph of imports leads to them either. */
const textReaders: readonly { readonly files: RegExp; readonly test: string }[] = [
  { files: /\.md$|^package\.json$/, test: 'rules/house/documents.test.ts' },
  { files: /^docs\/hosting\.md$|^public\/_headers$/, test: 'rules/house/hosting.test.ts' },
  { files: /^src\/engine\/timeline\/timeline\.css$/, test: 'src/engine/timeline/draw-standalone.test.ts' },
];

/** Reads the engine's Python as text. Whatever depends on a Python file depends on this. */
const pythonReader = 'src/build/cpython/read-python-files.ts';

/**
 * Returns the commands that check changed files, as far as that takes less than a minute: their format, the lint rules, the types
 * of the whole project, and the unit tests that import them. None for files of `content/`, which have their own rules.
 *
 * @param changed existing files, relative to the project
 */
export function listCodeChecks(changed: readonly string[]): readonly CodeCheck[] {
  const files = changed.filter((file) => !file.startsWith('content/'));
  const code = files.filter((file) => /\.(?:ts|js|mjs|cjs|astro)$/.test(file));
  const tested = [
    ...files.flatMap((file) => (file.endsWith('.ts') ? file : file.endsWith('.py') ? pythonReader : [])),
    ...textReaders.flatMap(({ files: read, test }) => (files.some((file) => read.test(file)) ? test : [])),
  ];
  const checks: CodeCheck[] = [];
  if (code.length > 0) {
    checks.push({ name: 'lint', command: ['eslint', '--max-warnings', '0', '--no-warn-ignored', ...code] });
    // `astro check` reads the whole project too, but takes twice as long as the compiler.
    const types = code.some((file) => file.endsWith('.astro'))
      ? ['astro', 'check', '--minimumFailingSeverity', 'warning']
      : ['tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/yieldpoint/check.tsbuildinfo'];
    checks.push({ name: 'types', command: types });
  }
  if (tested.length > 0) {
    const skipped = longProofs.flatMap((proof) => ['--exclude', proof]);
    const related = [...new Set(tested), ...(code.length > 0 ? [houseRules] : [])];
    checks.push({
      name: 'unit',
      command: ['vitest', 'related', '--run', '--passWithNoTests', '--reporter=default', ...skipped, ...related],
    });
  }
  if (files.length > 0) checks.push({ name: 'format', command: ['prettier', '--check', '--ignore-unknown', ...files] });
  return checks;
}
