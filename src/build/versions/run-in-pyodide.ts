import { readFileSync } from 'node:fs';
import type { CPython } from '../../engine/run/cpython/install-cpython.ts';
import { snippetRunSchema, type SnippetRun } from '../schemas/snippet.ts';
import { snippetRunner } from './snippet-runner.ts';

/**
 * Runs programs one after the other in Pyodide, on the site's own event loop in virtual time, because the table is about asyncio's
 * behavior.
 *
 * @throws {Error} if one of them takes the runner itself down
 */
export function runInPyodide(cpython: CPython, programs: readonly string[]): SnippetRun[] {
  const runner = readFileSync(snippetRunner, 'utf8');
  // a JSON string is a Python string
  const drivers = programs.map((code) => `${runner}\nprint(json.dumps(run_snippet(${JSON.stringify(code)})))\n`);
  return cpython.runAll(drivers, { level: 'schedule' }).map((trace) => {
    const printed = trace.events.flatMap((event) => (event.kind === 'output' ? [event.text] : [])).join('\n');
    try {
      return snippetRunSchema.parse(JSON.parse(printed));
    } catch {
      throw new Error(
        `Expected run_snippet.py to tell what happened as JSON, but got ${JSON.stringify(printed)}; ${JSON.stringify(trace.outcome)}`,
      );
    }
  });
}
