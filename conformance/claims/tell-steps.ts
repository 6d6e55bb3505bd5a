import { openRun } from '../../src/engine/trace/open-run.ts';
import { describeChanges } from '../../src/engine/trace/words/describe-changes.ts';
import { describeEvent } from '../../src/engine/trace/words/describe-step.ts';
import { tellRun } from './tell-run.ts';

/**
 * Runs the TypeScript half of a demo and returns a function that gives the page's sentence about a step, counted from 1, with the
 * variables it changes. Tests use it for articles that say "at step 9".
 *
 * @throws {Error} if there is no demo of that id
 */
export function tellSteps(id: string): (step: number) => string {
  const { trace } = tellRun(id);
  const run = openRun(trace);
  return (step) => `${describeEvent(run, step)} ${describeChanges(run, step)}`;
}
