import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { startCPythonWorker } from '../../src/build/threads/start-cpython-worker.ts';
import { snippetSchema } from '../../src/build/schemas/snippet.ts';
import type { Finding } from './finding.ts';

/**
 * If a program of the versions table has no result of its text because the project's own Python cannot parse it, says that instead:
 * a contributor with a wrong line should read that before anything about results. Other findings do not change.
 *
 * @param root the project's folder
 * @param deadlineMs how long each program may run, in milliseconds
 */
export async function explainStaleRows(
  root: string,
  findings: readonly Finding[],
  deadlineMs = 10_000,
): Promise<readonly Finding[]> {
  if (!findings.some(isStale)) return findings;
  const cpython = startCPythonWorker({ deadlineMs });
  const explain = async (finding: Finding): Promise<Finding> => {
    const { code, refused } = snippetSchema.parse(parse(readFileSync(path.join(root, finding.file), 'utf8')));
    if (refused === true) return finding;
    const { outcome, runtime } = await cpython.run(`compile(${JSON.stringify(code)}, 'program', 'exec')`);
    if (outcome.kind !== 'failed' || !/^(?:Syntax|Indentation|Tab)Error$/.test(outcome.error.name)) return finding;
    const [, message = outcome.error.message, line] = /^(.*) \(program, line (\d+)\)/.exec(outcome.error.message) ?? [];
    return {
      file: finding.file,
      // The text begins on the line after "code: |".
      ...(finding.line === undefined ? {} : { line: finding.line + Number(line ?? 0) }),
      message: `Expected a program that ${runtime} can parse, but got ${outcome.error.name}: ${message}`,
      fix: `Fix the line. If that Python is not meant to parse it, ${finding.fix.replace(/^Run/, 'run')}`,
    };
  };
  try {
    const explained: Finding[] = [];
    for (const finding of findings) explained.push(isStale(finding) ? await explain(finding) : finding);
    return explained;
  } finally {
    await cpython.close();
  }
}

function isStale({ file, message }: Finding): boolean {
  return /^content\/versions\/[^/]+\.yaml$/.test(file) && message.startsWith('Expected a result of this program');
}
