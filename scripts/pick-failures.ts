/** The most lines that are repeated, so that ten failures with one cause do not push the first out of sight. */
const mostLines = 80;

/**
 * Returns the part of a failed step's output that says what failed: from the first failure in the closing list of Vitest or
 * Playwright, or the last lines of a step that is not a test runner. Without empty lines, at most {@link mostLines} lines.
 */
export function pickFailures(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const first = lines.findIndex(
    (line) => /^\s+1\) /.test(line) || /^⎯+ Failed (Tests|Suites) \d+ ⎯+$/u.test(line.trim()),
  );
  return (first === -1 ? lines.slice(-mostLines) : lines.slice(first, first + mostLines)).join('\n');
}

/** Returns the tests that Playwright lists as flaky: they failed at first, and passed at their second try. */
export function pickFlaky(output: string): readonly string[] {
  const lines = output.split('\n');
  const first = lines.findIndex((line) => /^\s+\d+ flaky$/.test(line)) + 1;
  if (first === 0) return [];
  const length = lines.slice(first).findIndex((line) => !/^ {4}\S/.test(line));
  return lines
    .slice(first, length === -1 ? undefined : first + length)
    .map((line) => line.replace(/[ ─]+$/, '').trim());
}
